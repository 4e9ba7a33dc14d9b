"""The assessment's pages as Django knows them."""

from django.apps import AppConfig


class AssessmentConfig(AppConfig):
    """Writing an assessment, and authorising it."""

    name = "goldthread.web.assessment"
    label = "web_assessment"
