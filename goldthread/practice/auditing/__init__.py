"""Audits of records drawn by chance: the sample, the reading, the second grades, what follows, and practice weeks."""
