"""The pages about good practice."""
