"""Bringing in an authority's own files: the form, how far it is, and the report."""
