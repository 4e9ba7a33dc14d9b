"""The pages about escalations."""
