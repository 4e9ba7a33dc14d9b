"""Who may have an account: nobody makes their own."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class StaffAdapter(DefaultAccountAdapter):
    """Accounts are made by an administrator, with the worker they belong to."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False
