"""Registers the pages for signing in, and the table that counts failed attempts."""

from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Signing in; the accounts themselves belong to the record."""

    name = "goldthread.web.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Listen to sign-ins, and check what production may start with."""
        import_module("goldthread.web.accounts.signing_in")
        import_module("goldthread.web.config.starting")
