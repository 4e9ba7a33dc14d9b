"""Handing a child over, promises to the child, and how often a child's worker changes."""
