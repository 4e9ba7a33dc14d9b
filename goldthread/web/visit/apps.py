"""The pages for visits as Django knows them."""

from django.apps import AppConfig


class VisitPagesConfig(AppConfig):
    """Visits, also from where there is no network."""

    name = "goldthread.web.visit"
    label = "web_visit"
