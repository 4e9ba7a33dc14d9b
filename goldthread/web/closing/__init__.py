"""Ending work with a child, what became of everything that was open, and stepping early help up."""
