"""A copy of the record for whom it is about: the request, what is left out and why, a second look, and the archive made."""
