"""The waiting pages as Django knows them."""

from django.apps import AppConfig


class WaitingConfig(AppConfig):
    """Who is waiting."""

    name = "goldthread.web.waiting"
    label = "web_waiting"
