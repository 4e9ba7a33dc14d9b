"""The authority's page of figures, what is behind each, and what people say and decide of them."""
