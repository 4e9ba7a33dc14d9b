"""Teams, workers and the posts they hold."""
