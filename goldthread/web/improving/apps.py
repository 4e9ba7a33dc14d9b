"""The pages of the improvement plan as Django knows them."""

from django.apps import AppConfig


class ImprovingConfig(AppConfig):
    """What is to be made better, what is done about it, and what shows it."""

    name = "goldthread.web.improving"
    label = "web_improving"
