"""The record as a Django application."""

from django.apps import AppConfig


class RecordConfig(AppConfig):
    """Its label is part of every table's name and of AUTH_USER_MODEL."""

    name = "goldthread.record"
    label = "record"
    verbose_name = "The record"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from .guards import after_migrating

        post_migrate.connect(after_migrating, sender=self)
