"""What is kept and for how long: what is due for review, holds, and erasure by two people."""
