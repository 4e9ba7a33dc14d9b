"""The workforce pages as Django knows them."""

from django.apps import AppConfig


class WorkforceConfig(AppConfig):
    """Teams, workers and the posts they hold."""

    name = "goldthread.web.workforce"
    label = "web_workforce"
