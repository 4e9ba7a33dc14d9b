"""The workforce: teams, workers, the posts they hold, and which child is held by whom."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from .recorded import CodeField, Recorded, not_before


class Team(Recorded):
    """A team of the authority."""

    name = models.TextField(default="", help_text="What the team is called.")
    kind = CodeField(
        (
            "words:duty-and-assessment long-term disabled-children children-in-care care-leavers "
            "fostering other"
        ),
        help_text="What kind of work it does.",
    )
    within = models.ForeignKey(
        "Team",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        help_text="The service of which it is a part; missing at the top.",
    )
    began_on = models.DateField(
        null=True, blank=True, help_text="The day the team was formed, where that is known."
    )
    ended_on = models.DateField(null=True, blank=True, help_text="The day it was closed.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "teams"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "began_on", "A team cannot be closed before it was formed."),
        ]

    def __str__(self) -> str:
        return self.name


class Worker(Recorded):
    """Somebody who works for the authority with children, employed or through an agency."""

    given_name = models.TextField(
        default="", blank=True, help_text="The worker's given name; empty where the source holds no names."
    )
    family_name = models.TextField(
        default="", blank=True, help_text="The worker's family name, or the name as the source writes it."
    )
    registration = models.TextField(
        default="",
        blank=True,
        help_text=("The number of their registration with Social Work England; empty where there is none."),
    )
    born_on = models.DateField(null=True, blank=True, help_text="The day the worker was born.")
    sex = CodeField("sex", null=True, blank=True, help_text="The worker's sex.")
    ethnicity = CodeField("ethnicity", null=True, blank=True, help_text="The worker's ethnic background.")
    qualification = CodeField(
        "csww_qual_level", null=True, blank=True, help_text="The level of their social work qualification."
    )
    step_up = models.BooleanField(
        null=True, blank=True, help_text="Whether they qualified through Step Up to Social Work."
    )
    frontline = models.BooleanField(
        null=True, blank=True, help_text="Whether they qualified through Frontline."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "workers"

    def __str__(self) -> str:
        return f"{self.given_name} {self.family_name}".strip() or super().__str__()


class Post(Recorded):
    """A role that a worker holds or held, between two days, as the workforce census asks of it."""

    worker = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="posts", help_text="Who holds it."
    )
    team = models.ForeignKey(
        "Team", models.PROTECT, null=True, blank=True, related_name="posts", help_text="In which team."
    )
    role = CodeField("csww_org_role", null=True, blank=True, help_text="The role in the organisation.")
    agency = models.BooleanField(default=False, help_text="Whether it is held through an agency.")
    manages = models.BooleanField(
        default=False, help_text="Whether whoever holds it manages the team and all that is within it."
    )
    full_time = models.DecimalField(
        max_digits=14, decimal_places=4, null=True, blank=True, help_text="Full-time equivalent, 0 to 1."
    )
    full_time_last_year = models.DecimalField(
        max_digits=14,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="Full-time equivalent a year before.",
    )
    began_on = models.DateField(null=True, blank=True, help_text="The day the worker joined the role.")
    began_from = CodeField("csww_start_origin", null=True, blank=True, help_text="Where they came from.")
    ended_on = models.DateField(null=True, blank=True, help_text="The day they left it.")
    ended_to = CodeField("csww_leaver_destination", null=True, blank=True, help_text="Where they went.")
    ended_because = CodeField("csww_reason_leave", null=True, blank=True, help_text="Why they left.")
    counted_on = models.DateField(
        null=True, blank=True, help_text="The date to which the census figures below belong."
    )
    cases = models.IntegerField(null=True, blank=True, help_text="Cases held on that date.")
    days_lost = models.DecimalField(
        max_digits=14,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="Working days lost to sickness in the year before it.",
    )
    contract_weeks = models.DecimalField(
        max_digits=14,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="Length of an agency contract, in weeks.",
    )
    absent = models.BooleanField(null=True, blank=True, help_text="Whether absent on that date.")
    absent_because = CodeField("csww_reason_absence", null=True, blank=True, help_text="Why.")
    base_salary = models.DecimalField(
        max_digits=14, decimal_places=4, null=True, blank=True, help_text="Base salary, in pounds a year."
    )
    retention_payments = models.DecimalField(
        max_digits=14,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="Recruitment and retention payments, in pounds a year.",
    )
    other_payments = models.DecimalField(
        max_digits=14, decimal_places=4, null=True, blank=True, help_text="Other payments, in pounds a year."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "posts"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "began_on", "A worker cannot leave a post before joining it."),
            models.CheckConstraint(
                name="post_full_time_0_to_1",
                condition=Q(full_time__isnull=True) | Q(full_time__gte=0, full_time__lte=1),
                violation_error_message="Full-time equivalent is between 0 and 1.",
            ),
        ]


class VacancyCount(Recorded):
    """What an authority says of its vacancies, agency cover and payments on a census date."""

    counted_on = models.DateField(help_text="The census date.")
    vacancies = models.DecimalField(
        max_digits=14,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="Vacant posts, full-time equivalent, agency cover included.",
    )
    agency_full_time = models.DecimalField(
        max_digits=14,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="Agency workers who cover vacancies, full-time equivalent.",
    )
    agency_heads = models.IntegerField(
        null=True, blank=True, help_text="Agency workers who cover vacancies, heads."
    )
    recruitment_bonus = CodeField(
        "csww_la_payment_eligibility", null=True, blank=True, help_text="Whether a recruitment bonus is paid."
    )
    retention_bonus = CodeField(
        "csww_la_payment_eligibility", null=True, blank=True, help_text="Whether a retention bonus is paid."
    )
    performance_award = CodeField(
        "csww_la_payment_eligibility", null=True, blank=True, help_text="Whether a performance award is paid."
    )
    car_allowance = CodeField(
        "csww_la_payment_eligibility", null=True, blank=True, help_text="Whether a car allowance is paid."
    )
    relocation_package = CodeField(
        "csww_la_payment_eligibility",
        null=True,
        blank=True,
        help_text="Whether a relocation package is paid.",
    )
    regional_weighting = CodeField(
        "csww_la_payment_eligibility",
        null=True,
        blank=True,
        help_text="Whether a regional weighting is paid.",
    )
    registration_paid = CodeField(
        "csww_la_payment_eligibility", null=True, blank=True, help_text="Whether registration is paid for."
    )
    checks_paid = CodeField(
        "csww_la_payment_eligibility",
        null=True,
        blank=True,
        help_text="Whether disclosure checks are paid for.",
    )
    other_allowances = models.TextField(
        default="", blank=True, help_text="Other allowances, in the authority's words."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "vacancy counts"


class Allocation(Recorded):
    """A child held by a worker or a team, between two days."""

    child = models.ForeignKey("Child", models.PROTECT, related_name="allocations", help_text="The child.")
    worker = models.ForeignKey(
        "Worker",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="allocations",
        help_text="Who holds the child; missing while only a team does.",
    )
    team = models.ForeignKey(
        "Team",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="allocations",
        help_text="The team that holds the child.",
    )
    role = CodeField(
        "words:social-worker lead-practitioner personal-adviser reviewing-officer",
        help_text="In what role the worker holds the child.",
    )
    began_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day it began; missing where the source says only who holds the child now.",
    )
    ended_on = models.DateField(null=True, blank=True, help_text="The day it ended.")
    changed_because = CodeField(
        "s903_sw_change_reason", null=True, blank=True, help_text="Why the worker changed."
    )
    over_limit_because = models.TextField(
        default="",
        blank=True,
        help_text="Why it was given above the worker's limit; empty where it was within it, or nobody looked.",
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "allocations"
        indexes = [
            # All that says who holds whom today, so that lists find it without reading years of allocations.
            models.Index(
                fields=["ended_on", "withdrawn_at", "role", "worker", "team", "child", "began_on"],
                name="allocation_in_force",
            )
        ]
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "began_on", "An allocation cannot end before it began."),
            models.CheckConstraint(
                name="allocation_has_a_holder",
                condition=Q(worker__isnull=False) | Q(team__isnull=False),
                violation_error_message="Say which worker or which team holds the child.",
            ),
        ]
