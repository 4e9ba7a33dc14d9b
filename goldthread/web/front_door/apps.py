"""The front door's pages as Django knows them."""

from django.apps import AppConfig


class FrontDoorConfig(AppConfig):
    """From a contact to what a manager makes of it."""

    name = "goldthread.web.front_door"
    label = "web_front_door"
