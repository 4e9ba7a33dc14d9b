"""Children in care: the period of care, legal status, placements, reviews and health."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from .recorded import CodeField, Recorded, not_before


class CareEpisode(Recorded):
    """A continuous period in which the authority looks after a child, whatever changes within it."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="care_episodes", help_text="The child looked after."
    )
    began_on = models.DateField(help_text="The day the child became looked after.")
    began_because = CodeField(
        "s903_category_of_need",
        null=True,
        blank=True,
        help_text="The child's category of need when the period of care began.",
    )
    home_postcode = models.TextField(
        default="", blank=True, help_text="The postcode of the child's home when care began."
    )
    ended_on = models.DateField(
        null=True, blank=True, help_text="The day the child stopped being looked after."
    )
    ended_because = CodeField(
        "s903_reason_episode_ceased", null=True, blank=True, help_text="Why care ended."
    )
    permanence_plan = CodeField(
        "permanence_plan", null=True, blank=True, help_text="What is planned as the child's permanent home."
    )
    care_plan_on = models.DateField(null=True, blank=True, help_text="The day the care plan was prepared.")
    permanence_planned_on = models.DateField(
        null=True, blank=True, help_text="The day a plan for the child's permanent home was agreed."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "care episodes"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "began_on", "A period of care cannot end before it began."),
            models.UniqueConstraint(
                name="one_open_careepisode_per_child",
                fields=["child"],
                condition=Q(ended_on__isnull=True, withdrawn_at__isnull=True),
                violation_error_message="The child is already looked after: end that period of care first.",
            ),
        ]


class LegalStatus(Recorded):
    """The legal basis on which a child is looked after, in force between two days."""

    child = models.ForeignKey("Child", models.PROTECT, related_name="legal_statuses", help_text="The child.")
    status = CodeField("s903_legal_status", help_text="The legal status.")
    began_on = models.DateField(help_text="The day it came into force.")
    ended_on = models.DateField(null=True, blank=True, help_text="The day it stopped being in force.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "legal statuses"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "began_on", "A legal status cannot end before it came into force."),
        ]


class LibertyOrder(Recorded):
    """An order of the court that authorises depriving a child of their liberty."""

    child = models.ForeignKey("Child", models.PROTECT, related_name="liberty_orders", help_text="The child.")
    began_on = models.DateField(help_text="The day the order began.")
    ended_on = models.DateField(null=True, blank=True, help_text="The day it ended.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "liberty orders"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "began_on", "An order cannot end before it began."),
        ]


class Placement(Recorded):
    """Where a looked-after child lives, between two days."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="placements", help_text="The child placed."
    )
    kind = CodeField("s903_placement_type", null=True, blank=True, help_text="What kind of placement it is.")
    provider = CodeField("s903_placement_provider", null=True, blank=True, help_text="Who provides it.")
    began_on = models.DateField(help_text="The day the placement began.")
    began_because = CodeField(
        "s903_rne", null=True, blank=True, help_text="Why a new episode was recorded when it began."
    )
    ended_on = models.DateField(null=True, blank=True, help_text="The day it ended.")
    changed_because = CodeField(
        "s903_reason_place_change", null=True, blank=True, help_text="Why the child moved on."
    )
    postcode = models.TextField(default="", blank=True, help_text="The postcode of the placement.")
    urn = models.TextField(
        default="",
        blank=True,
        help_text="Ofsted's number for the provider; empty where none is needed or recorded.",
    )
    outside_authority = models.BooleanField(
        null=True, blank=True, help_text="Whether it lies outside the authority's area."
    )
    authority_of_placement = models.TextField(
        default="", blank=True, help_text="The authority in whose area it lies, as the source names it."
    )
    permanent = models.BooleanField(
        null=True, blank=True, help_text="Whether the placement is meant to last until the child is eighteen."
    )
    household = models.ForeignKey(
        "CarerHousehold",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="placements",
        help_text="The foster household, where the record knows it.",
    )
    basis = CodeField(
        "words:approved temporary-approval before-assessment assessed",
        null=True,
        blank=True,
        help_text="How it was allowed: approved carers, a connected person for a time, or parents before or after assessment.",
    )
    plan_made_on = models.DateField(
        null=True, blank=True, help_text="The day the placement plan was prepared."
    )
    notified_on = models.DateField(
        null=True, blank=True, help_text="The day those who must know of the placement were told in writing."
    )
    emergency_approved_on = models.DateField(
        null=True, blank=True, help_text="The day an emergency placement outside the area was approved."
    )
    emergency_completed_on = models.DateField(
        null=True, blank=True, help_text="The day the steps that follow such an approval were completed."
    )
    assessed_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day the assessment of parents or connected persons was completed.",
    )
    confirmed_on = models.DateField(
        null=True, blank=True, help_text="The day a nominated officer confirmed the placement with parents."
    )
    approval_extended_from = models.DateField(
        null=True, blank=True, help_text="The day from which a temporary approval was extended, once."
    )
    fully_approved_on = models.DateField(
        null=True, blank=True, help_text="The day the carers were approved as foster carers."
    )
    fewer_visits_agreed_on = models.DateField(
        null=True, blank=True, help_text="The day the child agreed to fewer visits in a long-term placement."
    )
    fewer_visits_ended_on = models.DateField(
        null=True, blank=True, help_text="The day the child no longer agreed."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "placements"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "began_on", "A placement cannot end before it began."),
        ]


class Review(Recorded):
    """A review of a looked-after child's case by the independent reviewing officer."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="reviews", help_text="The child whose case was reviewed."
    )
    held_on = models.DateField(help_text="The day the review was held.")
    officer_consulted_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day the social worker consulted the reviewing officer before the review.",
    )
    participation = CodeField(
        "s903_review_participation", null=True, blank=True, help_text="How the child took part."
    )
    adjourned_on = models.DateField(
        null=True, blank=True, help_text="The day the reviewing officer adjourned it."
    )
    completed_on = models.DateField(
        null=True, blank=True, help_text="The day an adjourned review was completed."
    )
    record_sent_on = models.DateField(null=True, blank=True, help_text="The day its record was distributed.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "reviews"


class HealthCheck(Recorded):
    """A health assessment or check of a looked-after child."""

    child = models.ForeignKey("Child", models.PROTECT, related_name="health_checks", help_text="The child.")
    kind = CodeField(
        "words:initial review assessment dental strengths-and-difficulties",
        help_text="Which check; 'assessment' where the source does not say which.",
    )
    held_on = models.DateField(help_text="The day it was made, or refused.")
    outcome = CodeField(
        "words:done refused", default="done", help_text="Whether it was made, or the young person refused it."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "health checks"


class YearInCare(Recorded):
    """What a looked-after child's annual return says of one year: health, emotions, offending, substances."""

    child = models.ForeignKey("Child", models.PROTECT, related_name="years_in_care", help_text="The child.")
    year = models.IntegerField(help_text="The collection year, named by the calendar year in which it ends.")
    sdq_score = models.IntegerField(
        null=True, blank=True, help_text="Strengths and difficulties score, 0 to 40."
    )
    sdq_reason = CodeField("s903_sdq_reason", null=True, blank=True, help_text="Why there is no score.")
    convicted = models.BooleanField(null=True, blank=True, help_text="Convicted, or cautioned, in the year.")
    development_checked = models.BooleanField(
        null=True, blank=True, help_text="Development checks up to date, for a child under five."
    )
    immunised = models.BooleanField(null=True, blank=True, help_text="Immunisations up to date.")
    teeth_checked = models.BooleanField(
        null=True, blank=True, help_text="Teeth checked by a dentist in the year."
    )
    health_assessed = models.BooleanField(null=True, blank=True, help_text="Annual health assessment made.")
    substance_misuse = models.BooleanField(
        null=True, blank=True, help_text="Found to have a problem with substances."
    )
    intervention_received = models.BooleanField(null=True, blank=True, help_text="Received help with it.")
    intervention_offered = models.BooleanField(
        null=True, blank=True, help_text="Was offered help with it and refused."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "years in care"
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(
                name="yearincare_sdq_score_0_to_40",
                condition=Q(sdq_score__isnull=True) | Q(sdq_score__gte=0, sdq_score__lte=40),
                violation_error_message="A strengths and difficulties score is between 0 and 40.",
            ),
        ]
