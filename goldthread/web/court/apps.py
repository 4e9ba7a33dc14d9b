"""The pages about care proceedings as Django knows them."""

from django.apps import AppConfig


class CourtPagesConfig(AppConfig):
    """The letter before proceedings, the application, and how they end."""

    name = "goldthread.web.court"
    label = "web_court"
