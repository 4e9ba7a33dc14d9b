"""Plans for a child's learning."""

from __future__ import annotations

from datetime import date

from goldthread.practice.actions import action, add
from goldthread.record.models import Account, Child, EducationPlan


@action
def record_education_plan(
    *, child: Child, by: Account, kind: str, held_on: date | None = None, requested_on: date | None = None
) -> EducationPlan:
    """Record that a plan for a child's learning was made or reviewed, or that one was asked for."""
    return add(EducationPlan(child=child, kind=kind, requested_on=requested_on, held_on=held_on))
