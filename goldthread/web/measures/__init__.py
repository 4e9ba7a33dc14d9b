"""Measures: what each comes to, how it is counted, and the children behind it."""
