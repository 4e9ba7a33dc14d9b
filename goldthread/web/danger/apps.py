"""The pages about danger and identity as Django knows them."""

from django.apps import AppConfig


class DangerPagesConfig(AppConfig):
    """Precautions, new identities and the sealed link."""

    name = "goldthread.web.danger"
    label = "web_danger"
