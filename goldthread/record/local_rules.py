"""What the authority has set for itself: its own standards, and its answers where sources disagree."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class LocalRule(models.Model):
    """One standard or one answer to a setting, in force from a day and before another. A later one ends it; none is deleted."""

    KINDS = {"standard": "A standard of our own", "setting": "An answer to a setting"}

    kind = models.CharField(max_length=20, choices=KINDS, help_text="What it is.")
    about = models.CharField(
        max_length=60, help_text="The row of the timescales, such as CP-02, or the name of the setting."
    )
    says = models.TextField(help_text="The length of time in words, or the answer.")
    began_on = models.DateField(help_text="The first day: it holds for what starts on it or later.")
    ended_on = models.DateField(
        null=True, blank=True, help_text="The day on which it is over; missing while none is set."
    )
    decided_by = models.CharField(max_length=200, help_text="Who decided it, by name and role.")
    why = models.TextField(help_text="Why.")
    by = models.ForeignKey(
        "Account",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Whose account wrote it; missing where a command did, from a file.",
    )
    at = models.DateTimeField(default=timezone.now, help_text="When it was written.")
    ended_because = models.TextField(default="", blank=True, help_text="Why it ended, where somebody said.")

    class Meta:
        verbose_name_plural = "local rules"
        indexes = [models.Index(fields=["kind", "about", "began_on"], name="localrule_about")]
        constraints = [
            models.CheckConstraint(
                name="localrule_ends_after_it_begins",
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on")),
                violation_error_message="It cannot end before it begins.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.about}: {self.says}"
