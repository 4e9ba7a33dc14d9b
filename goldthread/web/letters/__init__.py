"""Letters from templates, and the card by which a child reaches their worker."""
