"""Who has seen a child's record."""
