"""The measures' pages as Django knows them."""

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    """What each measure comes to, and who is behind it."""

    name = "goldthread.web.measures"
    label = "web_measures"
