"""Registers the templates of the design system."""

from django.apps import AppConfig


class DesignSystemConfig(AppConfig):
    """The layout and the macros; no models."""

    name = "goldthread.web.design_system"
    label = "design_system"
