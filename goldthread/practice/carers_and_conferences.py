"""What ties a fostering worker to the children placed with carers they supervise, and a chair to those of their conferences."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from goldthread.practice.standing import Work, begun, in_force
from goldthread.record.models import Conference, Placement, Plan

LATELY = timedelta(days=28)


def children_by_other_work(work: Work, day: date) -> list[QuerySet[Any, Any]]:
    """The children to whom a worker is tied by what their role opens beside allocations; nothing without a worker."""
    if work.worker is None:
        return []
    found: list[QuerySet[Any, Any]] = []
    if "placed" in work.role.opens:
        found.append(placed_with_the_supervised(work.worker, day).values("child_id"))
    if "chaired" in work.role.opens:
        found.append(chaired(work.worker, day).values("child_id"))
    return found


def placed_with_the_supervised(worker: int, day: date) -> QuerySet[Placement]:
    """The placements of a day, or over for no more than 28 days, with households that the worker supervises."""
    lately = Q(ended_on__isnull=True) | Q(ended_on__gte=day - LATELY)
    return Placement.unwithdrawn.filter(
        begun(day), lately, household__supervised_by_id=worker, household__withdrawn_at__isnull=True
    )


def chaired(worker: int, day: date) -> QuerySet[Conference]:
    """The conferences that the worker chaired lately, or of a child who is still on a protection plan; and is to chair."""
    protected = Plan.unwithdrawn.filter(in_force(day), kind="child-protection").values("child_id")
    lately = Q(held_on__gte=day - LATELY) | Q(child_id__in=protected)
    called = Q(held_on__isnull=True, called_for_on__gte=day - LATELY)
    return Conference.unwithdrawn.filter(called | (Q(held_on__lte=day) & lately), chaired_by_id=worker)
