"""What somebody has typed and not sent is kept on the server, so that no timeout and no closed lid loses it."""
