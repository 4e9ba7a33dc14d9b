"""What checks and signals of drift say of each child: a cache that only practice writes, equal to a rebuild."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Signal(models.Model):
    """A check that is not met or cannot be told, a signal of drift that stands, or a gap in the file."""

    KINDS = {"check": "A check", "drift": "A signal of drift", "gap": "A gap in the file"}
    STATES = {
        "not met": "Not met",
        "cannot be told": "Cannot be told",
        "drifting": "Drifting",
        "missing": "Missing",
    }

    child = models.ForeignKey("Child", models.PROTECT, related_name="signals", help_text="The child.")
    kind = models.CharField(max_length=10, choices=KINDS, help_text="What it is.")
    name = models.CharField(max_length=60, help_text="The check or signal, by its name in the rulebook.")
    table = models.CharField(max_length=60, help_text="The table of the row that it speaks of.")
    row = models.BigIntegerField(help_text="The row that it speaks of.")
    on = models.DateField(
        help_text="The day on which it was asked; for drift, the day since which nothing moved."
    )
    state = models.CharField(max_length=20, choices=STATES, help_text="What it says.")
    lacking = models.CharField(
        max_length=60, default="", blank=True, help_text="Which of its needs are not met, by their places."
    )
    unknown = models.CharField(
        max_length=60, default="", blank=True, help_text="Which of its needs cannot be told."
    )
    moved_on = models.DateField(
        null=True, blank=True, help_text="For drift, the day on which something last moved."
    )
    moved = models.IntegerField(
        null=True, blank=True, help_text="What it was that moved, by its place among what counts as a move."
    )

    class Meta:
        verbose_name_plural = "signals"
        indexes = [
            models.Index(fields=["name", "state", "on"], name="signal_name_state"),
            models.Index(fields=["kind", "state", "on"], name="signal_kind_state"),
        ]

    def __str__(self) -> str:
        return f"{self.name} for child {self.child_id}: {self.state}"


class DriftExplained(models.Model):
    """Why a signal of drift stands for a child, in a person's words. It stops no clock, and holds for some weeks only."""

    child = models.ForeignKey("Child", models.PROTECT, related_name="+", help_text="The child.")
    name = models.CharField(max_length=60, help_text="The signal, by its name in the rulebook.")
    words = models.TextField(help_text="Why nothing moved, and what is done about it.")
    by = models.ForeignKey("Account", models.PROTECT, related_name="+", help_text="Who said it.")
    at = models.DateTimeField(default=timezone.now, help_text="When.")
    ended_at = models.DateTimeField(null=True, blank=True, help_text="When another took its place.")

    class Meta:
        verbose_name_plural = "drift explained"
        indexes = [models.Index(fields=["child", "name"], name="driftexplained_child_name")]
        constraints = [
            models.CheckConstraint(
                name="driftexplained_in_words",
                condition=~models.Q(words=""),
                violation_error_message="Say why, in words.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} explained for child {self.child_id}"
