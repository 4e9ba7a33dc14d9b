"""Precautions: what must not be told to whom, and what a worker must know before they go there."""

from __future__ import annotations

from django.db import models

from .recorded import Recorded, not_before


class UndisclosedAddress(Recorded):
    """That where a child lives is not to be disclosed to anybody outside: one address, or wherever the child lives."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="undisclosed_addresses", help_text="The child who lives there."
    )
    address = models.ForeignKey(
        "Address",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The address; missing where it holds for wherever the child lives.",
    )
    why = models.TextField(default="", help_text="Why it is not to be disclosed.")
    said_by = models.TextField(default="", help_text="Who says so, such as a court or the police.")
    began_on = models.DateField(help_text="The day from which it is not to be disclosed.")
    review_on = models.DateField(
        null=True, blank=True, help_text="The day by which it is to be looked at again."
    )
    ended_on = models.DateField(
        null=True, blank=True, help_text="The day from which it may be disclosed again."
    )
    ended_because = models.TextField(default="", blank=True, help_text="Why it may be; empty until it ended.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "undisclosed addresses"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "began_on", "It cannot end before it began."),
        ]


class HiddenPlacement(Recorded):
    """That where a child is placed, with whom, and the school there are hidden from a named person, such as a parent."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="hidden_placements", help_text="The child who is placed."
    )
    person = models.ForeignKey(
        "Person", models.PROTECT, related_name="hidden_placements", help_text="From whom it is hidden."
    )
    placement = models.ForeignKey(
        "Placement",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The placement; missing where it holds for every placement, those to come too.",
    )
    why = models.TextField(default="", help_text="Why it is hidden.")
    said_by = models.TextField(default="", help_text="Who says so, such as a court.")
    began_on = models.DateField(help_text="The day from which it is hidden.")
    review_on = models.DateField(
        null=True, blank=True, help_text="The day by which it is to be looked at again."
    )
    ended_on = models.DateField(null=True, blank=True, help_text="The day from which it is hidden no longer.")
    ended_because = models.TextField(
        default="", blank=True, help_text="Why it is hidden no longer; empty until it ended."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "hidden placements"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "began_on", "It cannot end before it began."),
        ]


class SafetyWarning(Recorded):
    """What a worker must know, to be safe, before they go to a child's home or meet somebody there."""

    child = models.ForeignKey(
        "Child",
        models.PROTECT,
        related_name="safety_warnings",
        help_text="The child in whose record it stands.",
    )
    person = models.ForeignKey(
        "Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="safety_warnings",
        help_text="Of whom it warns; missing where it warns of the place or of an animal.",
    )
    what = models.TextField(default="", help_text="What the danger is, as plain fact.")
    what_to_do = models.TextField(default="", help_text="What to do about it, such as going in pairs.")
    said_by = models.TextField(default="", help_text="Who says so, and how they know.")
    began_on = models.DateField(help_text="The day since which it is known.")
    review_on = models.DateField(
        null=True, blank=True, help_text="The day by which it is to be looked at again."
    )
    ended_on = models.DateField(null=True, blank=True, help_text="The day on which it was taken down.")
    ended_because = models.TextField(
        default="", blank=True, help_text="Why it was taken down; empty until it was."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "safety warnings"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "began_on", "It cannot end before it began."),
        ]
