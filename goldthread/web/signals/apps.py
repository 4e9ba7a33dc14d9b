"""The pages of checks and drift as Django knows them."""

from django.apps import AppConfig


class SignalPagesConfig(AppConfig):
    """Checks and drift."""

    name = "goldthread.web.signals"
    label = "web_signals"
