"""Questions of what would happen if: who asked, how far the simulation is, and what it answered."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone


class WhatIf(models.Model):
    """One question, and its answer once that is there. It holds numbers of teams, and names no child."""

    number = models.UUIDField(default=uuid.uuid4, unique=True, help_text="The number in its address.")
    asked_by = models.ForeignKey(
        "Account", models.PROTECT, related_name="+", help_text="Who asked; only they see it."
    )
    asked_at = models.DateTimeField(default=timezone.now, help_text="When.")
    day = models.DateField(help_text="The day from which it looks ahead.")
    asks = models.JSONField(help_text="Who leaves, which teams become one, how demand changes.")
    seed = models.IntegerField(
        help_text="The number from which chance is drawn: the same gives the same answer."
    )
    runs = models.IntegerField(help_text="How often it is simulated.")
    done = models.IntegerField(default=0, help_text="How many steps are done.")
    steps = models.IntegerField(default=0, help_text="Of how many; 0 before that is known.")
    beat_at = models.DateTimeField(
        default=timezone.now, help_text="When its process last said that it lives."
    )
    ended_at = models.DateTimeField(null=True, blank=True, help_text="When it was answered, or failed.")
    stopped_at = models.DateTimeField(null=True, blank=True, help_text="When whoever asked stopped it.")
    failed = models.TextField(default="", blank=True, help_text="Why there is no answer.")
    answer = models.JSONField(null=True, blank=True, help_text="What it answered.")

    class Meta:
        verbose_name_plural = "what ifs"
        indexes = [models.Index(fields=["asked_by", "-asked_at"], name="what_if_of_whom")]

    def __str__(self) -> str:
        return f"what if {self.pk}"
