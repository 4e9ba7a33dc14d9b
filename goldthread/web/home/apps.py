"""The home pages as Django knows them."""

from django.apps import AppConfig


class HomePagesConfig(AppConfig):
    """Home pages."""

    name = "goldthread.web.home"
    label = "web_home"
