"""The pages about second-line challenge."""
