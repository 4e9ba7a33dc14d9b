"""Plans as they stand: worries, goals and actions joined, what is wrong with them, and the family's version."""
