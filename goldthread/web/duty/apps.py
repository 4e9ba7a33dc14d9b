"""The duties' pages as Django knows them."""

from django.apps import AppConfig


class DutyConfig(AppConfig):
    """Every duty that has a clock, printed from its definition."""

    name = "goldthread.web.duty"
    label = "web_duty"
