"""The pages of supervision as Django knows them."""

from django.apps import AppConfig


class SupervisionPagesConfig(AppConfig):
    """Supervision sessions, directions, decisions by decider, and the children not overseen."""

    name = "goldthread.web.supervision"
    label = "web_supervision"
