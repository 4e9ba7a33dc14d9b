"""Visits to children."""

from __future__ import annotations

from datetime import date, datetime

from goldthread.practice.actions import action, add
from goldthread.practice.checking import day_of
from goldthread.record.models import Account, Child, Placement, Visit, Worker


@action
def visit_child(
    *,
    child: Child,
    by: Account,
    purpose: str,
    seen: str,
    held_on: date | None = None,
    held_at: datetime | None = None,
    seen_alone: str = "unknown",
    by_worker: Worker | None = None,
    placement: Placement | None = None,
) -> Visit:
    """Record a visit. The visitor is the account's own worker where no other is given."""
    return add(
        Visit(
            child=child,
            placement=placement,
            held_on=day_of(held_on, held_at, "held_on"),
            held_at=held_at,
            purpose=purpose,
            seen=seen,
            seen_alone=seen_alone,
            by_worker=by_worker or by.worker,
        )
    )
