"""The pages about handing over as Django knows them."""

from django.apps import AppConfig


class HandoverPagesConfig(AppConfig):
    """Handovers, promises to children, workers who leave, and changes of worker."""

    name = "goldthread.web.handover"
    label = "web_handover"
