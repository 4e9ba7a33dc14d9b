"""The posts that answer for children's services, and who held each when."""
