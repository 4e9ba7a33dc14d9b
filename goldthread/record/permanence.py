"""Permanent homes: the way to adoption, homes before, and those who adopt."""

from __future__ import annotations

from django.db import models

from .recorded import CodeField, Recorded, not_before


class Permanence(Recorded):
    """A decision that a child should be placed for adoption, and each day on the way to it or
    away from it.
    """

    child = models.ForeignKey("Child", models.PROTECT, related_name="permanences", help_text="The child.")
    decided_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day it was decided that the child should be placed for adoption.",
    )
    recommended_on = models.DateField(
        null=True, blank=True, help_text="The day the panel's recommendation and final minutes were received."
    )
    placement_order_on = models.DateField(null=True, blank=True, help_text="The day of the placement order.")
    matched_on = models.DateField(
        null=True, blank=True, help_text="The day the child was matched with adopters."
    )
    placed_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day the child actually moved to live with them; never the day of a decision.",
    )
    fostered_for_adoption_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day the child was placed to foster for adoption or for concurrent planning.",
    )
    order_on = models.DateField(null=True, blank=True, help_text="The day of the adoption order.")
    celebrated_on = models.DateField(null=True, blank=True, help_text="The day of the celebration hearing.")
    life_story_given_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day the later-life letter and the life story book were given to the adopters.",
    )
    reversed_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day it was decided that the child should no longer be placed for adoption.",
    )
    reversed_because = CodeField("s903_placed_ceased_reason", null=True, blank=True, help_text="Why.")
    adopted_by_carer = CodeField(
        "s903_foster_care",
        null=True,
        blank=True,
        help_text="Whether the adopters had been the child's foster carers.",
    )
    adopters = CodeField("s903_number_adopters", null=True, blank=True, help_text="How many adopters.")
    adopters_sex = CodeField("s903_sex_adopter", null=True, blank=True, help_text="The sex of the adopters.")
    adopters_status = CodeField(
        "s903_legal_status_adopter", null=True, blank=True, help_text="The legal status of the adopters."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "permanences"
        constraints = [
            *Recorded.Meta.constraints,
            not_before(
                "reversed_on", "decided_on", "A decision for adoption cannot be reversed before it was made."
            ),
        ]


class PreviousPermanence(Recorded):
    """A permanent home that a child had before coming into care again."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="previous_permanences", help_text="The child."
    )
    kind = CodeField("s903_previous_permanence", help_text="What it was.")
    authority = models.TextField(
        default="", blank=True, help_text="The authority that arranged it, as the source writes it."
    )
    ordered_on = models.TextField(
        default="",
        blank=True,
        help_text="The date of the order as the source writes it, which may be a month or a year alone.",
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "previous permanences"


class Adopter(Recorded):
    """Somebody who asks to adopt, or adopts, and each day of the process."""

    adopter_number = models.TextField(
        default="", blank=True, help_text="The adoption service's number for the person."
    )
    family = models.TextField(
        default="", blank=True, help_text="The adoption service's number for the household."
    )
    gender = models.TextField(default="", blank=True, help_text="The person's gender as the source says it.")
    ethnicity = CodeField("ethnicity", null=True, blank=True, help_text="The person's ethnic background.")
    disabled = CodeField(
        "words:yes no unknown", default="unknown", help_text="Whether the person is disabled."
    )
    fostering_for_adoption = models.BooleanField(
        null=True, blank=True, help_text="Whether they foster for adoption."
    )
    enquired_on = models.DateField(null=True, blank=True, help_text="The day of the first enquiry.")
    stage_one_began_on = models.DateField(null=True, blank=True, help_text="The day stage one began.")
    stage_one_ended_on = models.DateField(null=True, blank=True, help_text="The day stage one ended.")
    stage_two_began_on = models.DateField(null=True, blank=True, help_text="The day stage two began.")
    stage_two_ended_on = models.DateField(null=True, blank=True, help_text="The day stage two ended.")
    report_sent_on = models.DateField(
        null=True, blank=True, help_text="The day the prospective adopter's report was sent to them."
    )
    observations_on = models.DateField(
        null=True, blank=True, help_text="The day they made observations on it."
    )
    applied_on = models.DateField(null=True, blank=True, help_text="The day the application was submitted.")
    approved_on = models.DateField(null=True, blank=True, help_text="The day it was approved.")
    matched_on = models.DateField(
        null=True, blank=True, help_text="The day of a match with a child or children."
    )
    placed_on = models.DateField(
        null=True, blank=True, help_text="The day the child or children were placed."
    )
    children_placed = models.IntegerField(null=True, blank=True, help_text="How many children were placed.")
    order_on = models.DateField(null=True, blank=True, help_text="The day of the adoption order.")
    left_on = models.DateField(null=True, blank=True, help_text="The day they left the process.")
    left_because = models.TextField(default="", blank=True, help_text="Why, as the source says it.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "adopters"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("stage_one_ended_on", "stage_one_began_on", "Stage one cannot end before it began."),
            not_before("stage_two_ended_on", "stage_two_began_on", "Stage two cannot end before it began."),
        ]
