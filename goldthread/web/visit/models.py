"""Which devices were given a key under which they keep what is not sent yet. The keys themselves are not kept here."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class DeviceKey(models.Model):
    """A key given to a device in one session: its number, until when it serves, and whether it was withdrawn."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", help_text="To whom it was given."
    )
    number = models.CharField(
        max_length=32, unique=True, help_text="By which the device asks whether it stands."
    )
    session = models.CharField(max_length=64, help_text="The SHA-256 of the session in which it was given.")
    device = models.CharField(max_length=100, help_text="What the browser said of itself.")
    made_at = models.DateTimeField(db_index=True, help_text="When it was given.")
    withdrawn_at = models.DateTimeField(null=True, blank=True, help_text="When it was withdrawn.")

    class Meta:
        verbose_name_plural = "keys given to devices"

    def __str__(self) -> str:
        return f"device key {self.pk}"
