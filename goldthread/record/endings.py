"""How work with a child ends: the decision, what changed, who was told, and what became of everything still open."""

from __future__ import annotations

from django.db import models

from .recorded import CodeField, Recorded


class Closing(Recorded):
    """The end of our work with a child for now, decided by a manager; whatever comes later begins with a new referral."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="closings", help_text="The child with whom the work ends."
    )
    decision = models.ForeignKey(
        "Decision", models.PROTECT, related_name="+", help_text="The decision to end it, with its rationale."
    )
    closed_on = models.DateField(help_text="The day it ended.")
    because = CodeField(
        "cin_reason_for_closure", null=True, blank=True, help_text="Why, as the census classes it."
    )
    changed = models.TextField(
        default="", blank=True, help_text="What has changed for the child since the work began."
    )
    child_words = models.TextField(
        default="",
        blank=True,
        help_text="What the child says of it ending, in their own words; empty where nobody could ask.",
    )
    family_words = models.TextField(default="", blank=True, help_text="What the family says of it.")
    stepped_down_to = models.ForeignKey(
        "FamilyHelpEpisode",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The early help to which it was stepped down.",
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "closings"


class ClosingTold(Recorded):
    """Somebody who was told that the work with a child ends."""

    child = models.ForeignKey("Child", models.PROTECT, related_name="closing_told", help_text="The child.")
    closing = models.ForeignKey(
        "Closing", models.PROTECT, related_name="closing_told", help_text="The end of which they were told."
    )
    who = models.TextField(
        default="",
        blank=True,
        help_text="Who was told: the child, a parent, the school, whoever referred the child.",
    )
    told_on = models.DateField(help_text="The day they were told.")
    how = CodeField("words:in-person telephone letter email", help_text="How they were told.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "closing told"


class ClosingLeft(Recorded):
    """Something that was still open when work with a child ended, and what became of it."""

    child = models.ForeignKey("Child", models.PROTECT, related_name="closing_left", help_text="The child.")
    closing = models.ForeignKey(
        "Closing",
        models.PROTECT,
        related_name="closing_left",
        help_text="The end at which it was still open.",
    )
    of_table = models.TextField(
        default="",
        blank=True,
        help_text="In which table of the record it stands; empty for a duty that was still to be done.",
    )
    of_row = models.IntegerField(null=True, blank=True, help_text="The key of its row there.")
    what = models.TextField(default="", blank=True, help_text="What it is.")
    becomes = CodeField("words:done dropped handed-over", help_text="What became of it.")
    because = models.TextField(default="", blank=True, help_text="Why it was dropped, or what was done.")
    handed_to = models.TextField(
        default="", blank=True, help_text="Who takes it over; empty where nobody does."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "closing left"
