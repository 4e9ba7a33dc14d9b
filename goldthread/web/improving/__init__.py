"""The improvement plan: from what was asked for to its end, read by everybody who oversees it."""
