"""Second-line challenge: what a manager's manager is dealt each week, what they say of it, and what is answered."""
