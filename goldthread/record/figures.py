"""The authority's own figures: counts that were kept, which measures are shown, and what people said and decided of them.

Counts are of teams and months, never of a child; they are counted anew from the record at any time, and are no part of it.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone


class FigureCounting(models.Model):
    """One counting of the measures, and how far it is."""

    number = models.UUIDField(default=uuid.uuid4, unique=True, help_text="The number in its address.")
    asked_by = models.ForeignKey(
        "Account", models.PROTECT, null=True, blank=True, related_name="+",
        help_text="Who asked for it; missing where the night or a command did.",
    )  # fmt: skip
    asked_at = models.DateTimeField(default=timezone.now, help_text="When.")
    day = models.DateField(help_text="The local day on which it counts: the newest month is the one before.")
    night = models.DateField(
        null=True,
        blank=True,
        unique=True,
        help_text="The day whose night it belongs to; missing where it was asked for.",
    )
    months = models.IntegerField(help_text="How many months it counts, up to the newest full one.")
    done = models.IntegerField(default=0, help_text="How many steps are done.")
    steps = models.IntegerField(default=0, help_text="Of how many; 0 before that is known.")
    beat_at = models.DateTimeField(
        default=timezone.now, help_text="When its process last said that it lives."
    )
    ended_at = models.DateTimeField(
        null=True, blank=True, help_text="When its counts were kept, or it failed."
    )
    rows = models.IntegerField(default=0, help_text="How many counts it kept.")
    failed = models.TextField(default="", blank=True, help_text="Why it kept none.")
    left_out = models.CharField(
        max_length=64,
        default="",
        blank=True,
        help_text="The SHA-256 of whose records were restricted and left out: by it a change is seen.",
    )

    class Meta:
        verbose_name_plural = "figure countings"
        indexes = [models.Index(fields=["-asked_at"], name="figurecounting_latest")]

    def __str__(self) -> str:
        return f"figures counted on {self.day}"


class FigureCount(models.Model):
    """What one measure counts of a month, a team, a group and a band: counts that add up."""

    measure = models.CharField(max_length=60, help_text="The measure, by its name in the rulebook.")
    month = models.DateField(help_text="The last day of the month.")
    team = models.BigIntegerField(help_text="The key of the team that held the children; 0 for none.")
    disabled = models.CharField(max_length=12, help_text="yes, no, not recorded, or not split.")
    band = models.IntegerField(help_text="Which band of the measure's; 0 where it has none.")
    numerator = models.BigIntegerField(help_text="How many are yes, or what their amounts add up to.")
    denominator = models.BigIntegerField(help_text="Of how many.")
    squares = models.BigIntegerField(help_text="The squares of the amounts, added up.")
    counted = models.BigIntegerField(help_text="How many count.")
    not_known = models.BigIntegerField(help_text="How many were left out, as their source does not say.")

    class Meta:
        verbose_name_plural = "figure counts"
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "month", "team", "disabled", "band"], name="figurecount_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.month}: {self.numerator} of {self.denominator}"


class FigureDefinition(models.Model):
    """How a measure is counted, from the day on which it was first counted so."""

    measure = models.CharField(max_length=60, help_text="The measure, by its name in the rulebook.")
    digest = models.CharField(max_length=64, help_text="The SHA-256 of what it is counted by.")
    words = models.TextField(help_text="How it is counted, in words.")
    since = models.DateField(help_text="The day on which it was first counted so.")

    class Meta:
        verbose_name_plural = "figure definitions"
        indexes = [models.Index(fields=["measure", "since"], name="figuredefinition_measure")]

    def __str__(self) -> str:
        return f"{self.measure} since {self.since}"


class FigureChoice(models.Model):
    """Which measures the authority's page of figures shows, in their order: a decision. The latest holds."""

    measures = models.JSONField(help_text="Their names in the rulebook, in order; at most twelve.")
    why = models.TextField(help_text="Why these.")
    by = models.ForeignKey("Account", models.PROTECT, related_name="+", help_text="Who decided it.")
    at = models.DateTimeField(default=timezone.now, help_text="When.")

    class Meta:
        verbose_name_plural = "figure choices"

    def __str__(self) -> str:
        return f"figures chosen on {self.at:%Y-%m-%d}"


class FigureTarget(models.Model):
    """What the authority wants of a measure, or that it sets no target, and why. The latest holds."""

    measure = models.CharField(max_length=60, db_index=True, help_text="The measure, by its name.")
    value = models.DecimalField(
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="The target; missing where there is none.",
    )
    why = models.TextField(help_text="Why this target, or why none.")
    by = models.ForeignKey("Account", models.PROTECT, related_name="+", help_text="Who decided it.")
    at = models.DateTimeField(default=timezone.now, help_text="When.")

    class Meta:
        verbose_name_plural = "figure targets"

    def __str__(self) -> str:
        return f"{self.measure}: {'no target' if self.value is None else self.value}"


class FigureBaseline(models.Model):
    """From which months a chart's limits are worked out from then on: recorded as a decision, and never by itself."""

    measure = models.CharField(max_length=60, db_index=True, help_text="The measure, by its name.")
    first_month = models.DateField(
        help_text="The last day of the first month that the limits are worked out from."
    )
    months = models.IntegerField(help_text="How many months they are worked out from.")
    why = models.TextField(
        help_text="What changed in the work, so that the old limits no longer describe it."
    )
    by = models.ForeignKey("Account", models.PROTECT, related_name="+", help_text="Who decided it.")
    at = models.DateTimeField(default=timezone.now, help_text="When.")
    withdrawn_at = models.DateTimeField(null=True, blank=True, help_text="When it was taken back.")
    withdrawn_because = models.TextField(default="", blank=True, help_text="Why.")

    class Meta:
        verbose_name_plural = "figure baselines"
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "first_month"], condition=Q(withdrawn_at__isnull=True),
                name="figurebaseline_one_from_a_month",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.measure}: limits from {self.first_month}"


class FigureCommentary(models.Model):
    """What somebody makes of a measure, with their name to it. It names no child. The latest holds, the others stay."""

    measure = models.CharField(max_length=60, help_text="The measure, by its name.")
    month = models.DateField(help_text="The last day of the newest month that the writer saw.")
    signals = models.JSONField(
        default=list, blank=True, help_text="The signals that stood when it was written."
    )
    what = models.TextField(help_text="What the figure shows.")
    why = models.TextField(help_text="Why, as far as is known.")
    so_what = models.TextField(help_text="What it means for children.")
    now_what = models.TextField(help_text="What is done now.")
    by_when = models.DateField(help_text="By when.")
    by_whom = models.ForeignKey("Account", models.PROTECT, related_name="+", help_text="Who sees to it.")
    written_by = models.ForeignKey("Account", models.PROTECT, related_name="+", help_text="Who wrote it.")
    written_at = models.DateTimeField(default=timezone.now, help_text="When.")

    class Meta:
        verbose_name_plural = "figure commentaries"
        indexes = [models.Index(fields=["measure", "-written_at"], name="figurecommentary_latest")]

    def __str__(self) -> str:
        return f"{self.measure}, {self.written_at:%Y-%m-%d}"
