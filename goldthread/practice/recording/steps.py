"""Steps of which only the day is told: each fills one column that was empty, and none other."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.utils.formats import date_format

from goldthread.practice.actions import action, change
from goldthread.record.models import Account, Recorded, table_of

Row = TypeVar("Row", bound=Recorded)

STEPS: dict[str, tuple[str, ...]] = {
    "assessments": ("reviewed_on",),
    "goals": ("reached_on",),
    "actions": ("done_on",),
    "care_episodes": ("care_plan_on", "permanence_planned_on"),
    "placements": (
        "plan_made_on", "notified_on", "emergency_approved_on", "emergency_completed_on", "assessed_on", "confirmed_on",
        "approval_extended_from", "fully_approved_on", "fewer_visits_agreed_on", "fewer_visits_ended_on",
    ),
    "reviews": ("officer_consulted_on", "adjourned_on", "completed_on", "record_sent_on"),
    "entitlements": ("assessed_on", "plan_made_on"),
    "permanences": ("recommended_on", "celebrated_on", "life_story_given_on"),
    "education_plans": ("assessment_decided_on", "refused_on", "held_on"),
    "safeguarding_orders": ("extended_on", "reviewed_on"),
    "proceedings": ("issued_on", "pre_proceedings_ended_on", "final_order_on", "withdrawn_on"),
    "accommodations": ("ended_on",),
    "private_fosterings": ("ended_on",),
    "carer_households": (
        "information_sent_on", "applied_on", "information_complete_on", "stage_one_decided_on", "determined_on",
        "represented_on", "decided_on", "approved_on", "ended_on",
    ),
    "adopters": (
        "stage_one_began_on", "stage_one_ended_on", "stage_two_began_on", "stage_two_ended_on", "report_sent_on",
        "observations_on", "applied_on", "approved_on", "matched_on", "placed_on", "order_on",
    ),
}  # fmt: skip
"""Table -> the columns that a step fills, in the order in which they come; what each means the vocabulary says."""


@action
def record_step(*, row: Row, by: Account, step: str, on: date) -> Row:
    """Record the day of a step: a plan made, a record sent, an approval given, an action done."""
    table = table_of(row)
    if step not in STEPS.get(table, ()):
        allowed = ", ".join(STEPS.get(table, ())) or "none"
        raise ValidationError(
            f"Found the step {step!r} of {table.replace('_', ' ')}; expected one of these: {allowed}."
        )
    taken = getattr(row, step)
    if taken is not None:
        raise ValidationError(
            {step: f"This was recorded for {date_format(taken, 'D j M Y')}; correct that instead."}
        )
    return change(row, **{step: on})
