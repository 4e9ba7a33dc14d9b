"""Writing down a visit, on a phone as well as at a desk, and keeping it on the device while there is no network."""
