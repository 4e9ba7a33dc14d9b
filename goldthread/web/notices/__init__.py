"""What one was told, choosing of what one is told, and the daily digest."""
