"""What words mean: every table and column, its type, whether it may be missing, one sentence each."""
