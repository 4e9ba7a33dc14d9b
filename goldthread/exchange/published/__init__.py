"""Published statistics: read as they were published, kept with what a sign in place of a number means, joined by code."""
