"""Supervision as a meeting: its agenda, what is written of each child, what was directed and what became of it."""
