"""The pages of the file as Django knows them."""

from django.apps import AppConfig


class FilePagesConfig(AppConfig):
    """Notes, the chronology and documents."""

    name = "goldthread.web.file"
    label = "web_file"
