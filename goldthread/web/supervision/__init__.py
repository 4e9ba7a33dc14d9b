"""Supervision: the meeting, its agenda and what is written of each child; directions, decisions, and who is not overseen."""
