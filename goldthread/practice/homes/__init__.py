"""What people find on their home page: what waits for them, their children, their team, and how these are counted."""
