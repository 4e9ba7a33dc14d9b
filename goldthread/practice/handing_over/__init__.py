"""Handing a child over: what the record drafts of it, what waits for whom, and how often a child's worker changed."""
