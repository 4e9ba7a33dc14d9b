"""The pages for letters and contact cards as Django knows them."""

from django.apps import AppConfig


class LetterPagesConfig(AppConfig):
    """Letters, and contact cards for children."""

    name = "goldthread.web.letters"
    label = "web_letters"
