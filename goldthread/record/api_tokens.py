"""Tokens with which other programs of the council read figures. No token ever reaches a child."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone


class ApiToken(models.Model):
    """A token: what it is for, what it may read, and until when. The secret itself is kept nowhere."""

    UNTOLD: ClassVar[frozenset[str]] = frozenset({"digest"})

    name = models.CharField(max_length=80, help_text="What uses it.")
    begins = models.CharField(
        max_length=8, help_text="The first signs of the secret, to tell tokens apart by."
    )
    digest = models.CharField(
        max_length=64,
        unique=True,
        help_text="SHA-256 of the secret, which is as long as the hash and drawn at random.",
    )
    scopes = models.JSONField(help_text="What it may read.")
    expires_on = models.DateField(help_text="The last day on which it is good.")
    made_by = models.ForeignKey("Account", models.PROTECT, related_name="+", help_text="Who made it.")
    made_at = models.DateTimeField(default=timezone.now, help_text="When.")
    last_used_at = models.DateTimeField(
        null=True, blank=True, help_text="When it was used last, to the minute."
    )
    revoked_at = models.DateTimeField(null=True, blank=True, help_text="When it was taken back.")
    revoked_by = models.ForeignKey(
        "Account", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who took it back."
    )
    revoked_because = models.TextField(default="", blank=True, help_text="Why.")

    class Meta:
        verbose_name = "token"
        verbose_name_plural = "tokens"

    def __str__(self) -> str:
        return f"{self.name} ({self.begins}…)"
