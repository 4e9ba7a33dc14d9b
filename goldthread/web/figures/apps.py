"""The authority's page of figures as Django knows it."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    """How we are doing, whether it is real, and what is made of it."""

    name = "goldthread.web.figures"
    label = "web_figures"
