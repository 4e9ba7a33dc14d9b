"""Homes that are no placement: a care leaver's accommodation, and a child privately fostered."""

from __future__ import annotations

from django.db import models

from .recorded import CodeField, Recorded, not_before


class Accommodation(Recorded):
    """Where a care leaver lives, between two days."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="accommodations", help_text="The young person."
    )
    kind = CodeField(
        "words:staying-put supported independent with-family student custody other", help_text="What it is."
    )
    provided_by_authority = models.BooleanField(
        null=True,
        blank=True,
        help_text="Whether the authority provides it as a care leaver's accommodation (Children Act 1989 s23B, s24B).",
    )
    began_on = models.DateField(help_text="The day the young person began to live there.")
    ended_on = models.DateField(null=True, blank=True, help_text="The day they stopped living there.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "accommodations"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "began_on", "A young person cannot leave before they came."),
        ]


class PrivateFostering(Recorded):
    """A child under 16 cared for by somebody who is no close relative for 28 days or more, by private arrangement."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="private_fosterings", help_text="The child."
    )
    carer = models.TextField(default="", blank=True, help_text="Who cares for the child.")
    notified_on = models.DateField(
        null=True, blank=True, help_text="The day the authority was notified; missing where nobody did."
    )
    aware_on = models.DateField(
        null=True, blank=True, help_text="The day the authority became aware that the child lives there."
    )
    began_on = models.DateField(null=True, blank=True, help_text="The day the arrangement began.")
    ended_on = models.DateField(null=True, blank=True, help_text="The day it ended.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "private fosterings"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "began_on", "An arrangement cannot end before it began."),
        ]
