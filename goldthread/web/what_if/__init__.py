"""What would happen if: asking, how far it is, and what it answered."""
