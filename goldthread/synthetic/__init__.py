"""An authority that never was: seeded tables that speak the vocabulary, with a bad year planted on purpose."""
