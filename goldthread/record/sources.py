"""Where rows come from: sources, their imports, what was not accepted, and what a source can know."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone


class Source(models.Model):
    """A kind of file that one authority produces again and again, such as its children in need census."""

    KINDS = {
        "cin-census": "Children in need census",
        "ssda903": "Children looked after return (SSDA903)",
        "annex-a": "Annex A lists",
        "workforce-census": "Social work workforce census",
        "synthetic": "Synthetic authority",
    }

    kind = models.CharField(max_length=40, choices=KINDS, help_text="Which kind of file.")
    authority = models.TextField(default="", blank=True, help_text="Whose, as the files name it.")
    name = models.TextField(help_text="What pages call it.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "authority"], name="source_one_per_kind_and_authority")
        ]

    def __str__(self) -> str:
        return self.name


class Import(models.Model):
    """One reading of a source's files, from start to end."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="imports", help_text="Which source.")
    by = models.ForeignKey(
        "Account",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who asked for it; missing where a command did.",
    )
    started_at = models.DateTimeField(default=timezone.now, help_text="When it began.")
    finished_at = models.DateTimeField(null=True, blank=True, help_text="When it ended complete.")
    as_at = models.DateField(help_text="The day at which the files are true.")
    as_at_how = models.TextField(default="", blank=True, help_text="How that day is known.")
    period_from = models.DateField(null=True, blank=True, help_text="The first day that the files cover.")
    period_to = models.DateField(null=True, blank=True, help_text="The last day that the files cover.")
    collection_year = models.IntegerField(
        null=True, blank=True, help_text="The collection year, named by the calendar year in which it ends."
    )
    files = models.JSONField(default=list, help_text="The files: name, size and digest of each.")
    report = models.JSONField(default=dict, help_text="What was read, new, changed, unchanged, rejected.")
    fingerprint = models.CharField(
        max_length=64, default="", blank=True, db_index=True, help_text="The digest of all that was read."
    )

    def __str__(self) -> str:
        return f"{self.source} as at {self.as_at:%d %b %Y}"


class SourceRecord(models.Model):
    """One record of a source as last seen there, and the row that it became."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="records", help_text="Which source.")
    subject = models.TextField(help_text="The key by which the source names the child or other subject.")
    table = models.CharField(max_length=60, help_text="The table of the vocabulary that it speaks of.")
    row = models.BigIntegerField(null=True, blank=True, help_text="The row of that table that it became.")
    content_hash = models.CharField(
        max_length=64, db_index=True, help_text="The digest of what it says, whatever the order of its file."
    )
    place = models.TextField(default="", blank=True, help_text="Where in the file it stood.")
    last_seen = models.ForeignKey(
        Import, models.PROTECT, related_name="records", help_text="The latest import that held it."
    )
    content = models.JSONField(default=dict, encoder=DjangoJSONEncoder, help_text="What it says.")
    outcome = models.CharField(max_length=20, default="", blank=True, help_text="What became of it.")

    class Meta:
        indexes = [models.Index(fields=["source", "table", "subject"], name="sourcerecord_subject")]

    def __str__(self) -> str:
        return f"{self.table} of {self.subject}"


class Rejected(models.Model):
    """A record, or a value of one, that was not accepted: kept word for word and tried again next time."""

    import_of = models.ForeignKey(
        Import, models.PROTECT, db_column="import_id", related_name="rejected", help_text="The import."
    )
    source = models.ForeignKey(Source, models.PROTECT, related_name="rejected", help_text="Which source.")
    subject = models.TextField(default="", blank=True, help_text="The source's key of the subject.")
    table = models.CharField(max_length=60, default="", blank=True, help_text="The table it speaks of.")
    place = models.TextField(default="", blank=True, help_text="File and row, or path in the document.")
    column = models.TextField(default="", blank=True, help_text="Which column or element.")
    found = models.TextField(default="", blank=True, help_text="What was found.")
    expected = models.TextField(default="", blank=True, help_text="What was expected.")
    what_to_do = models.TextField(default="", blank=True, help_text="What a person can do about it.")
    whole_record = models.BooleanField(
        default=True, help_text="Whether the whole record was held back, or only this value."
    )
    verbatim = models.JSONField(
        default=dict, encoder=DjangoJSONEncoder, help_text="The record as the file has it."
    )
    child = models.ForeignKey(
        "Child",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="rejected",
        help_text="The child whose record misses it, where that is known.",
    )
    resolved_at = models.DateTimeField(null=True, blank=True, help_text="When a later import accepted it.")

    def __str__(self) -> str:
        return f"{self.place}: found {self.found}, expected {self.expected}"


class SuggestedMatch(models.Model):
    """A child who may be the one that a source speaks of: suggested by an import, decided by a person."""

    STATES = {"suggested": "Suggested", "confirmed": "Confirmed", "refused": "Refused"}

    source = models.ForeignKey(Source, models.PROTECT, related_name="matches", help_text="Which source.")
    subject = models.TextField(help_text="The source's key of the child.")
    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="suggested_matches", help_text="Who it may be."
    )
    why = models.TextField(help_text="What is alike and what is not.")
    state = models.CharField(
        max_length=20, choices=STATES, default="suggested", help_text="What was decided."
    )
    decided_by = models.ForeignKey(
        "Account", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who decided."
    )
    decided_at = models.DateTimeField(null=True, blank=True, help_text="When.")

    def __str__(self) -> str:
        return f"{self.subject} may be child {self.child_id}"


class Coverage(models.Model):
    """A fact that a source can hold, and since when; what no source covers is not known, never late."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="coverage", help_text="Which source.")
    fact = models.CharField(max_length=120, help_text="The fact: table.column.")
    since = models.DateField(
        null=True, blank=True, help_text="The first day from which all are held; missing for always."
    )
    latest_only = models.BooleanField(default=False, help_text="Whether only each child's latest is held.")
    where = models.TextField(default="", blank=True, help_text="For which rows only; empty for all.")
    as_at = models.DateTimeField(help_text="The moment up to which it is held.")

    class Meta:
        verbose_name_plural = "coverage"
        constraints = [
            models.UniqueConstraint(fields=["source", "fact", "where"], name="coverage_one_per_fact")
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.fact}"
