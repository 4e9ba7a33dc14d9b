"""The pages of inspections as Django knows them."""

from django.apps import AppConfig


class InspectionsConfig(AppConfig):
    """What inspections of any authority judged and asked for."""

    name = "goldthread.web.inspections"
    label = "web_inspections"
