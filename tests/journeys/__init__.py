"""What people do in a browser, told as sentences."""
