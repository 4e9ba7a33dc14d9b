"""The improvement plan: what was asked for, what is done about it, what must move, and the evidence. No child is in it."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone

from .recorded import CodeField


class Improvement(models.Model):
    """One thing to make better: asked for by an inspection or an audit, or found by the authority itself."""

    number = models.UUIDField(default=uuid.uuid4, unique=True, help_text="The number in its address.")
    origin = CodeField("words:inspection audit own", help_text="Who asked for it.")
    asked = models.TextField(help_text="What was asked for, in the words of whoever asked.")
    source = models.TextField(
        help_text="Where that is written: the inspection and its day, the audit, the meeting."
    )
    report = models.TextField(
        default="",
        blank=True,
        help_text="The name of the inspection report that asked, where one was brought in.",
    )
    report_number = models.IntegerField(null=True, blank=True, help_text="The number that it has there.")
    asked_on = models.DateField(help_text="The day on which it was asked for.")
    better = models.TextField(help_text="What will be different for children when it is done.")
    raised_by = models.ForeignKey(
        "Account", models.PROTECT, related_name="+", help_text="Who put it into the plan."
    )
    raised_at = models.DateTimeField(default=timezone.now, help_text="When.")
    closed_by = models.ForeignKey(
        "Account", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who closed it."
    )
    closed_at = models.DateTimeField(null=True, blank=True, help_text="When.")
    closed_because = models.TextField(default="", blank=True, help_text="Why, and how one can tell.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="improvement_closed_with_a_reason",
                condition=Q(closed_at__isnull=True) | (Q(closed_by__isnull=False) & ~Q(closed_because="")),
                violation_error_message="Say who closes it, and why.",
            ),
        ]

    def __str__(self) -> str:
        return self.asked


class ImprovementMeasure(models.Model):
    """The measure that must move, and how far."""

    improvement = models.ForeignKey(
        Improvement, models.PROTECT, related_name="measures", help_text="Of what."
    )
    measure = models.CharField(max_length=60, db_index=True, help_text="The measure's name in the rulebook.")
    why = models.TextField(default="", blank=True, help_text="Why this tells whether it is better.")
    moves_to = models.FloatField(
        null=True, blank=True, help_text="The figure to reach, in the measure's unit."
    )
    by_on = models.DateField(null=True, blank=True, help_text="By when.")
    linked_by = models.ForeignKey("Account", models.PROTECT, related_name="+", help_text="Who said so.")
    linked_at = models.DateTimeField(default=timezone.now, help_text="When.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["improvement", "measure"], name="improvement_measure_once")
        ]

    def __str__(self) -> str:
        return self.measure


class ImprovementAction(models.Model):
    """Something that somebody does about it by a day, and how one will know that it was done."""

    improvement = models.ForeignKey(
        Improvement, models.PROTECT, related_name="actions", help_text="About what."
    )
    what = models.TextField(help_text="What is done.")
    owner = models.ForeignKey("Account", models.PROTECT, related_name="+", help_text="Who does it.")
    due_on = models.DateField(help_text="By when.")
    known_by = models.TextField(help_text="How we will know.")
    agreed_by = models.ForeignKey("Account", models.PROTECT, related_name="+", help_text="Who put it in.")
    agreed_at = models.DateTimeField(default=timezone.now, help_text="When.")
    done_on = models.DateField(null=True, blank=True, help_text="The day it was done.")
    done_by = models.ForeignKey(
        "Account", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who says so."
    )
    dropped_on = models.DateField(null=True, blank=True, help_text="The day it was given up.")
    dropped_because = models.TextField(default="", blank=True, help_text="Why it was given up.")

    class Meta:
        indexes = [models.Index(fields=["owner", "due_on"], name="improvement_action_owner")]
        constraints = [
            models.CheckConstraint(
                name="improvement_action_one_end",
                condition=Q(done_on__isnull=True) | Q(dropped_on__isnull=True),
                violation_error_message="It was done, or it was given up.",
            ),
        ]

    def __str__(self) -> str:
        return self.what


class ImprovementEvidence(models.Model):
    """How it goes, and what shows it: words, a document's reference, the figure as it stood that day."""

    improvement = models.ForeignKey(
        Improvement, models.PROTECT, related_name="evidence", help_text="Of what."
    )
    action = models.ForeignKey(
        ImprovementAction,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence",
        help_text="Of which action.",
    )
    kind = CodeField("words:progress evidence day-moved opened-again", help_text="What it is.")
    words = models.TextField(help_text="What is said.")
    document = models.TextField(
        default="", blank=True, help_text="Where the document is that shows it: its title and place."
    )
    measure = models.CharField(max_length=60, default="", blank=True, help_text="The measure that shows it.")
    figure = models.TextField(
        default="", blank=True, help_text="What the measure came to when this was said."
    )
    said_by = models.ForeignKey("Account", models.PROTECT, related_name="+", help_text="Who says so.")
    said_at = models.DateTimeField(default=timezone.now, help_text="When.")

    class Meta:
        verbose_name_plural = "improvement evidence"

    def __str__(self) -> str:
        return self.words
