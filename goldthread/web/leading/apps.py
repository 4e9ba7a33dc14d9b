"""The pages about who leads as Django knows them."""

from django.apps import AppConfig


class LeadingPagesConfig(AppConfig):
    """Lead practitioners, the basis of the help, and family group decision-making."""

    name = "goldthread.web.leading"
    label = "web_leading"
