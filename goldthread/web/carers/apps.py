"""The carers' pages as Django knows them."""

from django.apps import AppConfig


class CarersConfig(AppConfig):
    """Foster households and those who ask to adopt."""

    name = "goldthread.web.carers"
    label = "web_carers"
