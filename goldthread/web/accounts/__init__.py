"""Signing in and out: allauth's flows wearing our layout, for people whom an administrator has added."""
