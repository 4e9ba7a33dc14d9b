"""The pages for letters and contact cards as Django knows them."""

from django.apps import AppConfig


class LetterPagesConfig(AppConfig):
    """Letters, contact cards for children, and what children call or write to say."""

    name = "goldthread.web.letters"
    label = "web_letters"
