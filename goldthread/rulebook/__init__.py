"""The rulebook: what must happen and what counts, as dated editions with their sources."""
