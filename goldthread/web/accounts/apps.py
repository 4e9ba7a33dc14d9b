"""Registers the pages for signing in, and the table that counts failed attempts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Signing in; the accounts themselves belong to the record."""

    name = "goldthread.web.accounts"
    label = "accounts"
