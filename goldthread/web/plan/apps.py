"""The pages about plans as Django knows them."""

from django.apps import AppConfig


class PlanPagesConfig(AppConfig):
    """Plans."""

    name = "goldthread.web.plan"
    label = "web_plan"
