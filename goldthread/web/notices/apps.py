"""The pages of notices as Django knows them."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """What one was told, choosing of what one is told, and the daily digest."""

    name = "goldthread.web.notices"
    label = "web_notices"
