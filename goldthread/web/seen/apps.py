"""The page as Django knows it."""

from django.apps import AppConfig


class SeenPagesConfig(AppConfig):
    """Who has seen a child's record."""

    name = "goldthread.web.seen"
    label = "web_seen"
