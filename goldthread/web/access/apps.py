"""The access pages as Django knows them."""

from django.apps import AppConfig


class AccessPagesConfig(AppConfig):
    """Roles, reasons, restricted records, glass broken, cover and notices."""

    name = "goldthread.web.access"
    label = "web_access"
