"""How fast and how big: measured against a target in one run, on whatever machine runs it."""
