"""Plans of help and protection, and the visits made under them."""

from __future__ import annotations

from django.db import models

from .recorded import CodeField, Recorded, not_before


class Plan(Recorded):
    """A plan of help or protection for a child, in force between two days."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="plans", help_text="The child whose plan it is."
    )
    kind = CodeField("words:child-in-need child-protection safety", help_text="Which plan it is.")
    stepped_from = models.ForeignKey(
        "Plan",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The plan from which this one was stepped up or down.",
    )
    referral = models.ForeignKey(
        "Referral",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="plans",
        help_text="The referral to whose episode it belongs.",
    )
    began_on = models.DateField(
        help_text=("The day the plan was made; for child protection, the day of the conference that made it.")
    )
    ended_on = models.DateField(null=True, blank=True, help_text="The day the plan ended.")
    ended_because = models.TextField(
        default="", blank=True, help_text="Why it ended; empty unless somebody ended it here."
    )
    initial_category = CodeField(
        "category_of_abuse", null=True, blank=True, help_text="The category of abuse or neglect at the start."
    )
    latest_category = CodeField(
        "category_of_abuse", null=True, blank=True, help_text="The category at the end, or now."
    )
    previous_plans = models.IntegerField(
        null=True,
        blank=True,
        help_text="How many child protection plans the child had before, as the source counts them.",
    )
    emergency_protection = models.BooleanField(
        null=True,
        blank=True,
        help_text=(
            "Whether the child was under an emergency order or police protection in the six "
            "months before the source's date."
        ),
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "plans"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "began_on", "A plan cannot end before it began."),
        ]


class Visit(Recorded):
    """A visit to a child by their worker or another representative of the authority."""

    child = models.ForeignKey("Child", models.PROTECT, related_name="visits", help_text="The child visited.")
    placement = models.ForeignKey(
        "Placement",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="visits",
        help_text="The placement in which the child was visited, where there was one.",
    )
    held_on = models.DateField(help_text="The day of the visit.")
    held_at = models.DateTimeField(
        null=True, blank=True, help_text="When the visit was, where the time of day is known."
    )
    purpose = CodeField(
        "words:child-in-need child-protection in-care reviewing-officer leaving-care private-fostering other",
        help_text="Under which duty it was made.",
    )
    seen = CodeField(
        "words:yes no unknown",
        default="unknown",
        help_text="Whether the child was seen. A visit at which the child was not seen stops no clock.",
    )
    seen_alone = CodeField(
        "words:yes no unknown", default="unknown", help_text="Whether the child was seen alone."
    )
    by_worker = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="visits", help_text="Who visited."
    )
    place = CodeField(
        "words:home placement school community office video other",
        null=True,
        blank=True,
        help_text="Where it was.",
    )
    bedroom_seen = CodeField(
        "words:yes no unknown", null=True, blank=True, help_text="Whether where the child sleeps was seen."
    )
    not_seen_because = models.TextField(
        default="", blank=True, help_text="Why the child was not seen; empty where the child was."
    )
    not_alone_because = models.TextField(
        default="",
        blank=True,
        help_text="Why the child was seen only with others; empty where the child was seen alone.",
    )
    others_there = models.TextField(default="", blank=True, help_text="Who else was there.")
    child_said = models.TextField(
        default="", blank=True, help_text="What the child said or showed, in the child's own words or way."
    )
    account = models.TextField(default="", blank=True, help_text="What was seen, heard and talked of.")
    plan_changed = models.TextField(
        default="", blank=True, help_text="What it changes for the plan; empty where nothing."
    )
    together = models.TextField(
        default="",
        blank=True,
        help_text="What it was recorded together with: the same on each brother's and sister's; empty where of one child.",
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "visits"
