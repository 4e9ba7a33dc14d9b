"""Who is waiting for what, worst first."""
