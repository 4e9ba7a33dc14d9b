"""What is due to foster households and to those who adopt: the sibling of what is due to children."""

from __future__ import annotations

from django.db import models

from .due import Due, WhatBecameOfADate

OWNERS = {"carer_households": "Foster household", "adopters": "Adopter"}


class DueToOther(models.Model):
    """One open duty to a household or an adopter as last worked out: a cache that only practice writes."""

    owner_table = models.CharField(
        max_length=40, choices=OWNERS, help_text="The table of those it is due to."
    )
    owner_row = models.BigIntegerField(help_text="The row of that table.")
    clock = models.CharField(max_length=80, help_text="The clock, by its name in the rulebook.")
    start_table = models.CharField(max_length=60, help_text="The table of the row that started it.")
    start_row = models.BigIntegerField(help_text="The row that started it.")
    link = models.IntegerField(default=0, help_text="Which link of a chain, the first being 0.")
    row_id = models.CharField(
        max_length=40,
        default="",
        blank=True,
        help_text="The row of the register of timescales, such as FO-07.",
    )
    started_on = models.DateField(help_text="The local day from which its time runs.")
    due_on = models.DateField(help_text="The local day on which it is due.")
    due_day = models.IntegerField(
        default=0, help_text="The due day as days since 1 January 1970, for ordering."
    )
    plan_by = models.DateField(help_text="The last working day on or before it is due.")
    authority = models.CharField(max_length=20, choices=Due.AUTHORITIES, help_text="Who asks it.")
    confirmed = models.BooleanField(help_text="Whether the number was read in its source.")
    known = models.BooleanField(
        default=True, help_text="Whether the source can hold what completes it; if not, it is never late."
    )
    edition = models.DateField(help_text="The day since which the edition holds that was used.")
    calendar_version = models.CharField(
        max_length=60, default="", blank=True, help_text="Which list of bank holidays was used."
    )

    class Meta:
        verbose_name_plural = "due to others"
        constraints = [
            models.UniqueConstraint(
                fields=["owner_table", "owner_row", "clock", "start_table", "start_row", "link"],
                name="duetoother_one_per_instance",
            )
        ]
        indexes = [models.Index(fields=["owner_table", "owner_row"], name="duetoother_owner")]

    def __str__(self) -> str:
        return f"{self.clock} for {self.owner_table} {self.owner_row}, due {self.due_on}"


class DueToOtherHistory(WhatBecameOfADate):
    """What became of a date that was given to a household or an adopter."""

    owner_table = models.CharField(
        max_length=40, choices=OWNERS, help_text="The table of those it was due to."
    )
    owner_row = models.BigIntegerField(help_text="The row of that table.")
    clock = models.CharField(max_length=80, help_text="The clock, by its name in the rulebook.")
    start_table = models.CharField(max_length=60, help_text="The table of the row that started it.")
    start_row = models.BigIntegerField(help_text="The row that started it.")
    link = models.IntegerField(default=0, help_text="Which link of a chain, the first being 0.")

    class Meta:
        verbose_name_plural = "due to others history"
        indexes = [models.Index(fields=["owner_table", "owner_row"], name="duetootherhistory_owner")]
