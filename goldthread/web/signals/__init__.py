"""What checks and drift say of the children whom a reader may list."""
