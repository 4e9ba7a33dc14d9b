"""The pages about good practice as Django knows them."""

from django.apps import AppConfig


class GoodPracticePagesConfig(AppConfig):
    """Marking what worked, and sharing it without names."""

    name = "goldthread.web.good_practice"
    label = "web_good_practice"
