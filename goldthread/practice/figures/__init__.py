"""The authority's page of figures: counts that are kept, which measures it shows, and what people say and decide of them."""
