"""Figures for the council's own dashboards: an interface for programs, and the pages on which its tokens are made."""
