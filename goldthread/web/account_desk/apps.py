"""The account pages as Django knows them."""

from django.apps import AppConfig


class AccountDeskConfig(AppConfig):
    """Accounts, looked after by a system administrator."""

    name = "goldthread.web.account_desk"
    label = "account_desk"
