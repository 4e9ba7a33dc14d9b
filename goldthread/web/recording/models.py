"""Which forms were taken: sent twice, for the answer never came back, each is taken once. No part of the record."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Taken(models.Model):
    """One form that was taken: its own number, and where its sender was led."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", help_text="Who sent it."
    )
    number = models.CharField(
        max_length=60, help_text="The number that the form was given when it was opened."
    )
    led_to = models.CharField(max_length=500, help_text="The address shown once it was taken.")
    at = models.DateTimeField(db_index=True, help_text="When it was taken.")

    class Meta:
        verbose_name_plural = "forms taken"
        constraints = [models.UniqueConstraint(fields=["account", "number"], name="a_form_is_taken_once")]

    def __str__(self) -> str:
        return f"form {self.pk}"
