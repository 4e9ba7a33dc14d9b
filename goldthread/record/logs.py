"""Who read what, and who did what."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from .append_only import AppendOnlyModel


class ReadLog(AppendOnlyModel):
    """Somebody opened a child's record, or was shown a list."""

    at = models.DateTimeField(default=timezone.now, db_index=True, help_text="When.")
    account = models.ForeignKey("Account", models.PROTECT, related_name="reads", help_text="Who.")
    child = models.ForeignKey(
        "Child",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reads",
        help_text="Whose record was opened; missing for a list.",
    )
    what = models.CharField(max_length=40, help_text="Whether a record was opened or a list shown.")
    why = models.TextField(default="", blank=True, help_text="The reason given.")
    page = models.TextField(default="", blank=True, help_text="On which page.")
    shown = models.JSONField(default=list, help_text="The keys of the children that a list showed.")
    rows = models.IntegerField(default=1, help_text="How many rows were shown.")

    class Meta:
        verbose_name_plural = "read log"


class AuditLine(AppendOnlyModel):
    """One deed: what was done, by whom, and what it changed."""

    at = models.DateTimeField(default=timezone.now, db_index=True, help_text="When.")
    action = models.CharField(max_length=80, db_index=True, help_text="The deed's name.")
    by = models.ForeignKey(
        "Account",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deeds",
        help_text="Who did it; missing where a command did.",
    )
    child = models.ForeignKey(
        "Child",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="audit_lines",
        help_text="The child whom it was about, where it was about one.",
    )
    subject_table = models.CharField(
        max_length=60, default="", blank=True, help_text="The table of the row that it made or changed."
    )
    subject_row = models.BigIntegerField(null=True, blank=True, help_text="That row.")
    summary = models.TextField(default="", blank=True, help_text="What was done, in a sentence.")
    before = models.JSONField(
        null=True,
        blank=True,
        encoder=DjangoJSONEncoder,
        help_text="What it changed, by table and row, as it was; missing where all is new.",
    )
    after = models.JSONField(
        null=True, blank=True, encoder=DjangoJSONEncoder, help_text="The same as it is now, and what is new."
    )
    request_id = models.CharField(
        max_length=64, default="", blank=True, help_text="The request or command in which it was done."
    )

    class Meta:
        verbose_name_plural = "audit lines"
