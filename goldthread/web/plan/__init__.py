"""Plans: read as worries, goals and actions joined, carried out, looked at again, and given to the family."""
