"""The pages for ending work with a child as Django knows them."""

from django.apps import AppConfig


class ClosingPagesConfig(AppConfig):
    """Ending work with a child, and stepping early help up."""

    name = "goldthread.web.closing"
    label = "web_closing"
