"""The verbs of the goldthread command that do not stand in `goldthread/cli.py` itself, by what they are about."""
