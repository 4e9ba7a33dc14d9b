"""What is due: every duty's state as last worked out, dates that moved, and what people say of them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from .append_only import AppendOnlyModel


class DueInstance(models.Model):
    """Base of what speaks of one instance of a duty: a child, a clock, its starting row, and the link."""

    child = models.ForeignKey(
        "record.Child", models.PROTECT, related_name="+", help_text="The child to whom it is due."
    )
    clock = models.CharField(max_length=80, help_text="The clock, by its name in the rulebook.")
    start_table = models.CharField(max_length=60, help_text="The table of the row that started it.")
    start_row = models.BigIntegerField(help_text="The row that started it.")
    link = models.IntegerField(default=0, help_text="Which link of a chain, the first being 0.")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.clock} for child {self.child_id}"


class Due(DueInstance):
    """One instance of a duty as last worked out: a cache that only practice writes, equal to a rebuild."""

    COUNTED_FROM = {"start": "What started it", "coverage": "The day from which the source holds it"}
    AUTHORITIES = {
        "regulations": "Regulations",
        "guidance": "Statutory guidance",
        "census": "Census definition",
        "own": "Our own standard",
    }

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="dues", help_text="The child to whom it is due."
    )
    row_id = models.CharField(
        max_length=40,
        default="",
        blank=True,
        help_text="The row of the register of timescales, such as HE-01.",
    )
    counted_from = models.CharField(
        max_length=20, choices=COUNTED_FROM, default="start", help_text="From what its time is counted."
    )
    started_on = models.DateField(help_text="The local day from which its time runs.")
    started_at = models.DateTimeField(null=True, blank=True, help_text="The moment, where it is known.")
    due_on = models.DateField(help_text="The local day on which it is due.")
    due_at = models.DateTimeField(null=True, blank=True, help_text="The moment, for a duty counted in hours.")
    due_day = models.IntegerField(
        default=0, help_text="The due day as days since 1 January 1970, for ordering."
    )
    plan_by = models.DateField(help_text="The last working day on or before it is due.")
    local_due_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day by the authority's own, stricter standard, where it has one.",
    )
    local_due_at = models.DateTimeField(
        null=True, blank=True, help_text="That moment, for a duty counted in hours."
    )
    local_due_day = models.IntegerField(
        null=True, blank=True, help_text="That day as days since 1 January 1970, for comparing."
    )
    authority = models.CharField(max_length=20, choices=AUTHORITIES, help_text="Who asks it.")
    confirmed = models.BooleanField(help_text="Whether the number was read in its source.")
    known = models.BooleanField(
        default=True, help_text="Whether the source can hold what completes it; if not, it is never late."
    )
    state = models.CharField(max_length=30, help_text="Its state as last worked out.")
    edition = models.DateField(help_text="The day since which the edition holds that was used.")
    calendar_version = models.CharField(
        max_length=60, default="", blank=True, help_text="Which list of bank holidays was used."
    )
    judged_at = models.DateTimeField(
        null=True, blank=True, help_text="The moment at which it is judged: the source's; missing means now."
    )
    judged_day = models.IntegerField(
        null=True, blank=True, help_text="The local day of that moment as days since 1 January 1970."
    )
    leads = models.BooleanField(
        default=True, help_text="Whether it is the first due of the child's open instances of this duty."
    )
    more = models.IntegerField(default=0, help_text="How many more of them there are.")
    time_known = models.BooleanField(default=True, help_text="Whether the times of day it used were known.")
    source = models.ForeignKey(
        "Source",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The source of the row that started it; missing where that was recorded here.",
    )

    class Meta:
        verbose_name_plural = "due"
        constraints = [
            models.UniqueConstraint(
                fields=["child", "clock", "start_table", "start_row", "link"], name="due_one_per_instance"
            )
        ]
        indexes = [
            models.Index(fields=["leads", "known", "confirmed", "due_day"], name="due_waiting"),
            models.Index(fields=["clock", "state"], name="due_clock_state"),
        ]

    def __str__(self) -> str:
        return f"{self.clock} for child {self.child_id}, due {self.due_on}"


class WhatBecameOfADate(AppendOnlyModel):
    """A due date that was given, what became of it, and why: kept with its rule, edition and calendar, and never changed."""

    BECAME = {
        "moved": "Moved",
        "met": "Met",
        "met late": "Met late",
        "ended": "Ended before it was due",
        "lapsed": "Ended when it was late",
        "superseded": "Superseded by another",
        "not asked": "Not asked any more",
    }

    row_id = models.CharField(
        max_length=40, default="", blank=True, help_text="The row of the register of timescales."
    )
    became = models.CharField(
        max_length=20, choices=BECAME, default="moved", help_text="What became of the date that was given."
    )
    old_due_on = models.DateField(help_text="The day that was given.")
    old_edition = models.DateField(help_text="The day since which the edition holds that gave it.")
    old_calendar_version = models.CharField(
        max_length=60, default="", blank=True, help_text="Which list of bank holidays gave it."
    )
    new_due_on = models.DateField(
        null=True, blank=True, help_text="The day in its place; missing where it is not asked any more."
    )
    new_edition = models.DateField(
        null=True, blank=True, help_text="The day since which the edition holds that gave the new one."
    )
    new_calendar_version = models.CharField(
        max_length=60, default="", blank=True, help_text="Which list of bank holidays gave the new one."
    )
    why = models.TextField(help_text="Why, in words.")
    at = models.DateTimeField(default=timezone.now, help_text="When.")

    class Meta:
        abstract = True


class DueHistory(WhatBecameOfADate, DueInstance):
    """What became of a date that was given for a child."""

    class Meta:
        verbose_name_plural = "due history"
        indexes = [models.Index(fields=["child", "clock"], name="duehistory_child_clock")]


class Reckoning(models.Model):
    """One time that all that is due was worked out for a local day and a calendar, since time alone changes it."""

    day = models.DateField(help_text="The local day it was worked out for.")
    calendar_version = models.CharField(max_length=60, help_text="Which list of bank holidays was used.")
    began_at = models.DateTimeField(default=timezone.now, help_text="When it began.")
    finished_at = models.DateTimeField(
        null=True, blank=True, help_text="When it was done; missing while it runs or where it was cut off."
    )
    lines = models.IntegerField(default=0, help_text="How many duties were open.")
    told_at = models.DateTimeField(
        null=True, blank=True, help_text="When people were told of what is due soon; missing until they were."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day", "calendar_version"], name="reckoning_one_per_day_and_calendar"
            )
        ]

    def __str__(self) -> str:
        return f"{self.lines} open for {self.day}"


class DueNote(DueInstance):
    """What a person says of something due: booked for a day, why it is late, or done and not written up yet.

    A note stops no clock.
    """

    KINDS = {
        "booked-for": "Booked for",
        "why-late": "Why late",
        "done-not-written-up": "Done, not written up yet",
    }

    kind = models.CharField(max_length=30, choices=KINDS, help_text="What is said.")
    on = models.DateField(null=True, blank=True, help_text="The day booked, or on which it was done.")
    words = models.TextField(default="", blank=True, help_text="In the person's words.")
    by = models.ForeignKey("Account", models.PROTECT, related_name="+", help_text="Who said it.")
    at = models.DateTimeField(default=timezone.now, help_text="When.")
    ended_at = models.DateTimeField(null=True, blank=True, help_text="When it stopped being so.")

    class Meta:
        indexes = [models.Index(fields=["child", "clock"], name="duenote_child_clock")]
        constraints = [
            models.CheckConstraint(
                name="duenote_why_late_in_words",
                condition=~Q(kind="why-late") | ~Q(words=""),
                violation_error_message="Say in words why it is late.",
            ),
            models.CheckConstraint(
                name="duenote_booked_for_a_day",
                condition=Q(kind="why-late") | Q(on__isnull=False),
                violation_error_message="Say for which day it is booked, or on which day it was done.",
            ),
        ]
