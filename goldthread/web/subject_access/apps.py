"""The pages about requests for a copy, as Django knows them."""

from django.apps import AppConfig


class SubjectAccessPagesConfig(AppConfig):
    """Requests for a copy of a record."""

    name = "goldthread.web.subject_access"
    label = "web_subject_access"
