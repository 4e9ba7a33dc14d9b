"""The pages about care proceedings: the letter before them, their beginning and their end."""
