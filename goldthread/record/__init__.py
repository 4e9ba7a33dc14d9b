"""What happened: the vocabulary's tables in a database, with their history, their sources and what is due."""
