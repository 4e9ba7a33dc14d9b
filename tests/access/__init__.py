"""Access, tried as somebody would who wants to see what is not theirs."""
