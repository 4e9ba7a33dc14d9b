"""Measures shown by tables: who counts, and who of them is yes."""
