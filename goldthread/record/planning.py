"""What a plan of help asks, who does it, and the meetings that look at it again."""

from __future__ import annotations

from django.db import models

from .recorded import CodeField, Recorded, not_before


class Goal(Recorded):
    """What should be different for the child because of a plan, in words that the family would use."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="goals", help_text="The child for whom it should be different."
    )
    plan = models.ForeignKey(
        "Plan",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="goals",
        help_text="The plan that it belongs to.",
    )
    words = models.TextField(default="", blank=True, help_text="What should be different.")
    set_on = models.DateField(help_text="The day it was agreed.")
    review_by = models.DateField(
        null=True, blank=True, help_text="The day by which it should be looked at again."
    )
    reached_on = models.DateField(null=True, blank=True, help_text="The day it was judged to be reached.")
    dropped_on = models.DateField(null=True, blank=True, help_text="The day it was dropped.")
    dropped_because = models.TextField(
        default="", blank=True, help_text="Why it was dropped; empty unless it was."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "goals"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("reached_on", "set_on", "A goal cannot be reached before it was set."),
        ]


class Action(Recorded):
    """Something that somebody is to do for a child, by a day."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="actions", help_text="The child for whom it is done."
    )
    plan = models.ForeignKey(
        "Plan",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        help_text="The plan that asks it.",
    )
    goal = models.ForeignKey(
        "Goal",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        help_text="What it should help to reach.",
    )
    carried_from = models.ForeignKey(
        "Action",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The same action of an earlier plan or review, carried over.",
    )
    words = models.TextField(default="", blank=True, help_text="What is to be done.")
    owner = models.TextField(default="", blank=True, help_text="Who does it.")
    agreed_on = models.DateField(help_text="The day it was agreed.")
    due_on = models.DateField(null=True, blank=True, help_text="The day by which it should be done.")
    done_on = models.DateField(null=True, blank=True, help_text="The day it was done.")
    dropped_on = models.DateField(null=True, blank=True, help_text="The day it was dropped.")
    dropped_because = models.TextField(
        default="", blank=True, help_text="Why it was dropped; empty unless it was."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "actions"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("done_on", "agreed_on", "An action cannot be done before it was agreed."),
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
    kind = CodeField("words:early-help child-in-need", help_text="Which plan was reviewed.")
    held_on = models.DateField(help_text="The day the meeting was held.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "help reviews"
