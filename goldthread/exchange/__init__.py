"""In and out: readers give tables in the vocabulary, writers take them."""
