"""Who leads the work with a family, on which legal basis it is helped, and the family's own plan."""
