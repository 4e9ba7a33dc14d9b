"""Inspections: what each judged and asked for, what came back, and how others went on who were asked the same."""
