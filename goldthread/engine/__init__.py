"""The answer: runs the rulebook over tables, one child or many."""
