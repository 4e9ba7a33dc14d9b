"""The pages of accountable people as Django knows them."""

from django.apps import AppConfig


class AccountableConfig(AppConfig):
    """The posts that answer for children's services, and who held each when."""

    name = "goldthread.web.accountable"
    label = "web_accountable"
