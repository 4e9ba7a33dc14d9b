"""The interface for programs as Django knows it."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Figures for other programs, and the tokens that open them."""

    name = "goldthread.web.api"
    label = "web_api"
