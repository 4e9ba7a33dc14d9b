"""Leaving care: entitlements, pathway plans, keeping in touch."""

from __future__ import annotations

from datetime import date, datetime

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import day_of
from goldthread.record.models import Account, Child, Entitlement, KeepingInTouch, PathwayPlan, Worker


@action
def set_entitlement(
    *, child: Child, by: Account, category: str, began_on: date, adviser: Worker | None = None
) -> Entitlement:
    """Record a young person's standing as a care leaver; their standing before ends on the same day."""
    for row in Entitlement.unwithdrawn.filter(child=child, ended_on=None):
        change(row, ended_on=began_on)
    return add(Entitlement(child=child, category=category, began_on=began_on, adviser=adviser))


@action
def agree_pathway_plan(*, child: Child, by: Account, held_on: date, kind: str = "plan") -> PathwayPlan:
    """Record that a pathway plan was made or reviewed with a young person."""
    return add(PathwayPlan(child=child, kind=kind, held_on=held_on))


@action
def keep_in_touch(
    *,
    child: Child,
    by: Account,
    held_on: date | None = None,
    held_at: datetime | None = None,
    in_touch: bool,
    activity: str | None = None,
    accommodation: str | None = None,
    suitable: bool | None = None,
    words: str = "",
) -> KeepingInTouch:
    """Record a contact with a care leaver, or an attempt at one that failed."""
    return add(
        KeepingInTouch(
            child=child,
            held_on=day_of(held_on, held_at, "held_on"),
            held_at=held_at,
            in_touch=in_touch,
            activity=activity,
            accommodation=accommodation,
            suitable=suitable,
            annual=False,
            words=words,
        )
    )
