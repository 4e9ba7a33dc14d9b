"""Failures of oversight that inspectors found, planted by a seed; and a small authority that is healthy without them."""
