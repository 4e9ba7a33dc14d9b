"""The pages about what is kept, as Django knows them."""

from django.apps import AppConfig


class RetentionPagesConfig(AppConfig):
    """What is due for review, legal holds and erasure."""

    name = "goldthread.web.retention"
    label = "web_retention"
