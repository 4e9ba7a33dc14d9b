"""A worker's own part of supervision: read by the two who met, and by nobody else without saying why.

It is no table of the vocabulary, so that no export, no copy of a child's record and no extract can hold it.
"""

from __future__ import annotations

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords


class PersonalSupervision(models.Model):
    """What a worker and their supervisor said of the worker's own work and wellbeing, of no child."""

    UNTOLD: ClassVar[frozenset[str]] = frozenset({"wellbeing", "work", "learning", "agreed"})
    """What the audit line does not repeat."""

    public_id = models.UUIDField(default=uuid4, unique=True, editable=False)
    session = models.ForeignKey(
        "SupervisionSession", models.PROTECT, null=True, blank=True, related_name="personal"
    )
    worker = models.ForeignKey(
        "Worker", models.PROTECT, related_name="+", help_text="Whose supervision it was."
    )
    supervisor = models.ForeignKey("Worker", models.PROTECT, related_name="+", help_text="Who supervised.")
    held_on = models.DateField(help_text="The day it was held.")
    wellbeing = models.TextField(default="", blank=True, help_text="How the worker is.")
    work = models.TextField(
        default="", blank=True, help_text="How the work goes: caseload, what weighs, what went well."
    )
    learning = models.TextField(
        default="", blank=True, help_text="What the worker is learning, and needs for it."
    )
    agreed = models.TextField(default="", blank=True, help_text="What the two agreed.")
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey("Account", models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.TextField(default="", blank=True)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="personal_supervision_between_two",
                condition=~Q(worker=F("supervisor")),
                violation_error_message="Nobody supervises themselves.",
            ),
            models.CheckConstraint(
                name="personal_supervision_withdrawn_with_a_reason",
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_because=""),
            ),
        ]

    def __str__(self) -> str:
        return f"personal supervision {self.pk}"


class PersonalAmendment(models.Model):
    """What one of the two adds to a personal supervision; it counts once the other agrees."""

    UNTOLD: ClassVar[frozenset[str]] = frozenset({"words"})

    personal = models.ForeignKey("PersonalSupervision", models.PROTECT, related_name="amendments")
    words = models.TextField()
    proposed_on = models.DateField()
    proposed_by = models.ForeignKey("Worker", models.PROTECT, related_name="+")
    agreed_on = models.DateField(null=True, blank=True)
    agreed_by = models.ForeignKey("Worker", models.PROTECT, null=True, blank=True, related_name="+")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="personal_amendment_agreed_by_another",
                condition=Q(agreed_by__isnull=True) | ~Q(agreed_by=F("proposed_by")),
                violation_error_message="The other of the two agrees to it.",
            ),
        ]

    def __str__(self) -> str:
        return f"amendment {self.pk} of {self.personal}"
