"""The child pages as Django knows them."""

from django.apps import AppConfig


class ChildPagesConfig(AppConfig):
    """A child's record, and finding a child."""

    name = "goldthread.web.child"
    label = "web_child"
