"""The pages about protecting a child as Django knows them."""

from django.apps import AppConfig


class ProtectionPagesConfig(AppConfig):
    """Strategy discussions, enquiries and conferences."""

    name = "goldthread.web.protection"
    label = "web_protection"
