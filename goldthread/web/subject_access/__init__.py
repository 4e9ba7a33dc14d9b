"""A copy of the record for whom it is about: requests, what is left out, the second look, and what is made."""
