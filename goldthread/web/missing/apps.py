"""The pages about missing children as Django knows them."""

from django.apps import AppConfig


class MissingPagesConfig(AppConfig):
    """Times missing, return interviews, and patterns."""

    name = "goldthread.web.missing"
    label = "web_missing"
