"""Precautions, new identities and the sealed link."""
