"""The import pages as Django knows them."""

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    """Bringing in an authority's own files: the form, how far it is, and the report."""

    name = "goldthread.web.imports"
    label = "web_imports"
