"""The pages about second-line challenge as Django knows them."""

from django.apps import AppConfig


class ChallengePagesConfig(AppConfig):
    """The week's reading of a manager's manager, what is answered, and the start page of quality."""

    name = "goldthread.web.challenge"
    label = "web_challenge"
