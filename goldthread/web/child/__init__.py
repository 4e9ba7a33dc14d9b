"""A child's record, and finding a child."""
