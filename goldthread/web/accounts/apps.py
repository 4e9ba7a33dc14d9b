"""Registers the pages for signing in, and the table that counts failed attempts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Signing in; the accounts themselves belong to the record."""

    name = "goldthread.web.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Listen to sign-ins, and check what production may start with."""
        from goldthread.web.accounts import signing_in
        from goldthread.web.config import starting

        assert signing_in and starting
