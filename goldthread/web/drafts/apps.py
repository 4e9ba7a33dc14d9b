"""Registers the drafts."""

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    """Drafts of forms."""

    name = "goldthread.web.drafts"
    label = "drafts"
