"""The child's file: notes, the chronology, and documents."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from .recorded import CodeField, Recorded


class CaseNote(Recorded):
    """A note of what somebody did, saw or was told. It is never edited: a further note puts it right."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="case_notes", help_text="The child in whose file it stands."
    )
    happened_on = models.DateField(help_text="The day of which it tells.")
    happened_at = models.DateTimeField(
        null=True, blank=True, help_text="When, where the time of day is known."
    )
    kind = CodeField(
        "words:telephone meeting message conversation observation other", help_text="What it is a note of."
    )
    about = models.TextField(default="", blank=True, help_text="What it is about, in a line.")
    words = models.TextField(
        default="", blank=True, help_text="What happened, for every child whom it is about."
    )
    for_this_child = models.TextField(default="", blank=True, help_text="What of it is of this child alone.")
    by_worker = models.ForeignKey(
        "Worker",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="case_notes",
        help_text="Whose note it is, whoever wrote it down.",
    )
    corrects = models.ForeignKey(
        "CaseNote",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="case_notes",
        help_text="The note that it puts right.",
    )
    together = models.TextField(
        default="",
        blank=True,
        help_text="What it was recorded together with: the same on each brother's and sister's; empty where of one child.",
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "case notes"


class ChronologyEntry(Recorded):
    """Something that happened and matters for understanding the child, chosen by somebody who says why."""

    child = models.ForeignKey(
        "Child",
        models.PROTECT,
        related_name="chronology_entries",
        help_text="The child whose chronology it is.",
    )
    happened_on = models.DateField(help_text="The day it happened.")
    words = models.TextField(default="", blank=True, help_text="What happened.")
    why_it_matters = models.TextField(default="", blank=True, help_text="Why it matters for this child.")
    about_table = models.TextField(
        default="",
        blank=True,
        help_text="The table of the entry out of which it was chosen; empty where it stands by itself.",
    )
    about_row = models.IntegerField(null=True, blank=True, help_text="That entry's own number in its table.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "chronology entries"


class Document(Recorded):
    """A file kept in the child's record; what is in it is stored beside the database."""

    UNTOLD: ClassVar[frozenset[str]] = frozenset({"stored_as"})

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="documents", help_text="The child in whose record it is kept."
    )
    title = models.TextField(default="", blank=True, help_text="What it is, in a line.")
    kind = CodeField(
        "words:report letter email minutes photograph drawing order form other",
        help_text="What kind of document it is.",
    )
    dated_on = models.DateField(help_text="The day it was made or received.")
    about_table = models.TextField(
        default="",
        blank=True,
        help_text="The table of the entry that it is filed against; empty where of the whole record.",
    )
    about_row = models.IntegerField(null=True, blank=True, help_text="That entry's own number in its table.")
    file_name = models.TextField(default="", blank=True, help_text="What the file was called.")
    media_type = models.TextField(
        default="", blank=True, help_text="What its content is, found out from the content."
    )
    size = models.IntegerField(help_text="How many bytes it has.")
    sha256 = models.TextField(default="", blank=True, help_text="The SHA-256 of its content.")
    stored_as = models.TextField(default="", blank=True, help_text="Under what name it is stored.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "documents"
