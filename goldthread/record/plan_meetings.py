"""The meetings that carry out a plan or look at it again, and who came to them."""

from __future__ import annotations

from django.db import models

from .recorded import CodeField, Recorded, not_before


class CoreGroup(Recorded):
    """A meeting of the core group that carries out a child protection plan."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="core_groups", help_text="The child whose plan it is."
    )
    plan = models.ForeignKey(
        "Plan", models.PROTECT, null=True, blank=True, related_name="core_groups", help_text="The plan."
    )
    together = models.TextField(
        default="",
        blank=True,
        help_text="What it was recorded together with: the same on each child of one meeting.",
    )
    held_on = models.DateField(help_text="The day the group met.")
    child_views = models.TextField(
        default="", blank=True, help_text="What the child said or showed, in their own words."
    )
    parent_views = models.TextField(
        default="", blank=True, help_text="What each parent or carer said, in their own words."
    )
    changed = models.TextField(
        default="", blank=True, help_text="What has changed for the child since the group last met."
    )
    next_on = models.DateField(null=True, blank=True, help_text="The day the group is to meet next.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "core groups"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("next_on", "held_on", "The next meeting cannot come before this one."),
        ]


class HelpReview(Recorded):
    """A meeting with the family that reviews a plan of early help or for a child in need."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="help_reviews", help_text="The child whose plan was reviewed."
    )
    plan = models.ForeignKey(
        "Plan",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="help_reviews",
        help_text="The plan of a child in need that was reviewed.",
    )
    family_help_episode = models.ForeignKey(
        "FamilyHelpEpisode",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The early help that was reviewed.",
    )
    together = models.TextField(
        default="",
        blank=True,
        help_text="What it was recorded together with: the same on each child of one meeting.",
    )
    kind = CodeField("words:early-help child-in-need safety", help_text="Which plan was reviewed.")
    held_on = models.DateField(help_text="The day the meeting was held.")
    child_views = models.TextField(
        default="", blank=True, help_text="What the child said or showed, in their own words."
    )
    parent_views = models.TextField(
        default="", blank=True, help_text="What each parent or carer said, in their own words."
    )
    changed = models.TextField(
        default="", blank=True, help_text="What has changed for the child since the plan was last looked at."
    )
    outcome = CodeField(
        "words:goes-on changes ends steps-up",
        null=True,
        blank=True,
        help_text="What was decided about the plan.",
    )
    next_on = models.DateField(
        null=True, blank=True, help_text="The day by which it is to be looked at next."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "help reviews"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("next_on", "held_on", "The next look cannot come before this one."),
        ]


class PlanAttendee(Recorded):
    """Somebody asked to a core group or a review of a plan, and whether they came."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="plan_attendees", help_text="The child whose plan it is."
    )
    core_group = models.ForeignKey(
        "CoreGroup",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="plan_attendees",
        help_text="The core group.",
    )
    help_review = models.ForeignKey(
        "HelpReview",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="plan_attendees",
        help_text="The review.",
    )
    name = models.TextField(
        default="",
        blank=True,
        help_text="Who was asked: a name, or the part they play where no name is recorded.",
    )
    part = CodeField(
        "words:child parent family social-care health education police housing other",
        help_text="For whom or as what they were asked.",
    )
    came = models.BooleanField(null=True, blank=True, help_text="Whether they came.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "plan attendees"
