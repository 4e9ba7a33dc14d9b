"""Foster households and those who ask to adopt: what is late, what is soon, and each household's file."""
