"""The book of specifications: what each duty means, in tables that are documentation and test."""
