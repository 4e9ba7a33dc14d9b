"""Where the record is seen: a Django project, one folder a kind of work, each view open, ask, act, go."""
