"""Plans of help and protection, and the core groups that carry them out."""

from __future__ import annotations

from datetime import date

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open
from goldthread.record.models import Account, Child, CoreGroup, Plan, Referral


@action
def begin_plan(
    *,
    child: Child,
    by: Account,
    kind: str,
    began_on: date,
    category: str | None = None,
    previous_plans: int | None = None,
    referral: Referral | None = None,
) -> Plan:
    """Begin a child in need plan or a child protection plan."""
    return add(
        Plan(
            child=child,
            kind=kind,
            referral=referral,
            began_on=began_on,
            initial_category=category,
            latest_category=category,
            previous_plans=previous_plans,
        )
    )


@action
def end_plan(*, plan: Plan, by: Account, ended_on: date, category: str | None = None) -> Plan:
    """End a plan, with the category of abuse at the end where it has changed."""
    check_still_open(plan, "ended_on", "This plan")
    return change(plan, ended_on=ended_on, latest_category=category or plan.latest_category)


@action
def hold_core_group(*, child: Child, by: Account, held_on: date, plan: Plan | None = None) -> CoreGroup:
    """Record that the core group met."""
    return add(CoreGroup(child=child, plan=plan, held_on=held_on))
