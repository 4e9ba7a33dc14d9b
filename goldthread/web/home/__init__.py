"""The page that each person finds first: a manager's team, a worker's children, and what waits for them."""
