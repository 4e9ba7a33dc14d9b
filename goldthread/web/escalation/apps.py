"""The pages about escalations as Django knows them."""

from django.apps import AppConfig


class EscalationPagesConfig(AppConfig):
    """Raising, answering and ending escalations."""

    name = "goldthread.web.escalation"
    label = "web_escalation"
