"""The pages about case audits and practice weeks as Django knows them."""

from django.apps import AppConfig


class AuditPagesConfig(AppConfig):
    """Samples, audits, what follows from them, and practice weeks."""

    name = "goldthread.web.audit"
    label = "web_audit"
