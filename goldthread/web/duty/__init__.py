"""Every duty that has a clock, printed from its definition."""
