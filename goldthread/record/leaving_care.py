"""Leaving care: what a young person is entitled to, their pathway plan, and whether we keep in touch."""

from __future__ import annotations

from django.db import models

from .recorded import CodeField, Recorded, not_before


class Entitlement(Recorded):
    """A young person's standing as a care leaver, between two days."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="entitlements", help_text="The young person."
    )
    category = CodeField(
        "words:eligible relevant former-relevant qualifying", help_text="Their standing in law."
    )
    began_on = models.DateField(help_text="The day it began.")
    ended_on = models.DateField(null=True, blank=True, help_text="The day it ended.")
    assessed_on = models.DateField(
        null=True, blank=True, help_text="The day the assessment of needs was completed."
    )
    plan_made_on = models.DateField(
        null=True, blank=True, help_text="The day the first pathway plan was prepared."
    )
    adviser = models.ForeignKey(
        "Worker",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="entitlements",
        help_text="Their personal adviser.",
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "entitlements"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "began_on", "An entitlement cannot end before it began."),
        ]


class PathwayPlan(Recorded):
    """A pathway plan made or reviewed with a young person."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="pathway_plans", help_text="The young person."
    )
    kind = CodeField("words:plan review", help_text="Whether the plan was first made or was reviewed.")
    held_on = models.DateField(help_text="The day it was made or reviewed.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "pathway plans"


class KeepingInTouch(Recorded):
    """A contact, or an attempt at one, with a care leaver, and how they were living."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="keeping_in_touch", help_text="The young person."
    )
    held_on = models.DateField(
        help_text="The day of the contact or attempt, or for an annual return the day it speaks of."
    )
    held_at = models.DateTimeField(null=True, blank=True, help_text="When, where the time of day is known.")
    in_touch = models.BooleanField(
        null=True, blank=True, help_text="Whether they were in touch. An attempt that failed stops no clock."
    )
    standing = CodeField(
        "s903_in_touch",
        null=True,
        blank=True,
        help_text="The return's answer to whether the authority is in touch.",
    )
    activity = CodeField(
        "s903_activity", null=True, blank=True, help_text="What the young person mainly does."
    )
    accommodation = CodeField(
        "s903_accommodation", null=True, blank=True, help_text="Where the young person lives."
    )
    suitable = models.BooleanField(null=True, blank=True, help_text="Whether it is suitable.")
    annual = models.BooleanField(
        default=False, help_text="Whether the row is an annual return's answer and not a contact."
    )
    words = models.TextField(default="", blank=True, help_text="What was said, in a sentence.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "keeping in touch"
