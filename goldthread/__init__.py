"""Goldthread: which child is waiting for what, since when, and by which rule."""

__version__ = "0.1.0"
