"""What keeps a record from being erased, and the erasure of one: asked by one person, agreed by another."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class LegalHold(models.Model):
    """A reason for which a record must be kept whatever its date: an inquiry, a court, a claim, a complaint."""

    child = models.ForeignKey("Child", models.PROTECT, related_name="legal_holds", help_text="Whose record.")
    why = models.TextField(help_text="Why it must be kept, and who asks for that.")
    began_at = models.DateTimeField(default=timezone.now, help_text="Since when.")
    began_by = models.ForeignKey("Account", models.PROTECT, related_name="+", help_text="Who placed it.")
    ended_at = models.DateTimeField(null=True, blank=True, help_text="When it was lifted.")
    ended_by = models.ForeignKey(
        "Account", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who lifted it."
    )
    ended_because = models.TextField(default="", blank=True, help_text="Why it was lifted.")

    class Meta:
        verbose_name_plural = "legal holds"
        constraints = [
            models.CheckConstraint(
                name="legal_hold_ended_with_a_reason",
                condition=Q(ended_at__isnull=True) | ~Q(ended_because=""),
                violation_error_message="Say why the hold is lifted.",
            ),
        ]

    def __str__(self) -> str:
        return f"legal hold {self.pk}"


class Erasure(models.Model):
    """Erasing one child's record, or one foster household's file: asked, agreed and done, or not. It stays when that has gone."""

    child = models.ForeignKey(
        "Child",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="erasures",
        help_text="Whose record; missing once it is erased, and where it is a household's file.",
    )
    household = models.ForeignKey(
        "CarerHousehold",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="erasures",
        help_text="The foster household whose file it is; missing once it is erased, and where it is a child's record.",
    )
    whose = models.CharField(
        max_length=20,
        default="child",
        choices={"child": "A child's record", "household": "A foster household's file"},
        help_text="Whether it is a child's record or a foster household's file.",
    )
    record_number = models.BigIntegerField(
        help_text="The record's own number, which lists in the read log still hold."
    )
    rule = models.TextField(help_text="The class of records by which it was kept.")
    kept_until = models.DateField(null=True, blank=True, help_text="Until when it had to be kept.")
    because = models.TextField(help_text="Why it is erased.")
    legal_reason = models.TextField(
        default="",
        blank=True,
        help_text="By what law or order it is erased before its date; empty where the date is past.",
    )
    asked_by = models.ForeignKey("Account", models.PROTECT, related_name="+", help_text="Who asked for it.")
    asked_at = models.DateTimeField(default=timezone.now, help_text="When it was asked.")
    agreed_by = models.ForeignKey(
        "Account", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who agreed to it."
    )
    done_at = models.DateTimeField(null=True, blank=True, help_text="When it was agreed to and done.")
    erased = models.JSONField(
        null=True, blank=True, help_text="How many rows of which tables, and log lines."
    )
    refused_by = models.ForeignKey(
        "Account", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who refused it."
    )
    refused_at = models.DateTimeField(null=True, blank=True, help_text="When it was refused or taken back.")
    refused_because = models.TextField(default="", blank=True, help_text="Why.")

    class Meta:
        verbose_name_plural = "erasures"
        constraints = [
            models.UniqueConstraint(
                fields=["child"],
                condition=Q(done_at__isnull=True, refused_at__isnull=True),
                name="erasure_one_open_a_child",
            ),
            models.UniqueConstraint(
                fields=["household"],
                condition=Q(done_at__isnull=True, refused_at__isnull=True),
                name="erasure_one_open_a_household",
            ),
            models.CheckConstraint(
                name="erasure_by_two_people",
                condition=Q(agreed_by__isnull=True) | ~Q(agreed_by=F("asked_by")),
                violation_error_message="Somebody else agrees to it than who asked.",
            ),
            models.CheckConstraint(
                name="erasure_done_when_agreed",
                condition=Q(done_at__isnull=True, agreed_by__isnull=True)
                | Q(done_at__isnull=False, agreed_by__isnull=False),
                violation_error_message="It is done when somebody has agreed to it.",
            ),
        ]

    def __str__(self) -> str:
        return f"erasure {self.pk}"
