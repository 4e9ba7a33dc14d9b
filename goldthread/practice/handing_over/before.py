"""Who held a child before, and whether they have handed over."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from goldthread.practice.holding import ROLES
from goldthread.record.models import Account, Allocation, Child, Closing, Handover, Worker


def last_held(child: Child, role: str = "social-worker") -> Allocation | None:
    """How a worker holds the child in a role, or the last who did since our work with the child was last closed."""
    if role not in ROLES:
        return None
    rows = Allocation.unwithdrawn.filter(child=child, role=role, worker__isnull=False)
    closed = Closing.unwithdrawn.filter(child=child).order_by("-closed_on").first()
    if closed is not None:
        rows = rows.exclude(ended_on__lte=closed.closed_on)
    held: Allocation | None = rows.select_related("worker").order_by("-began_on", "-pk").first()
    return held


def last_held_any(child: Child) -> Allocation | None:
    """The same in whichever role; the one who holds the child now before one who did."""
    found = [held for role in ROLES if (held := last_held(child, role)) is not None]
    return next((each for each in found if each.ended_on is None), found[0] if found else None)


def must_be_handed_over(child: Child, to: Worker, role: str) -> Allocation | None:
    """How the worker held the child from whom it has to be handed over to another; None where nobody did, or it is the same."""
    held = last_held(child, role)
    return None if held is None or held.worker_id == to.pk else held


def finished_for(held: Allocation) -> Handover | None:
    """The finished handover that nobody has taken over yet, of the worker who held the child so."""
    found: Handover | None = (
        _of(held)
        .filter(finished_on__isnull=False, allocation__isnull=True)
        .order_by("-finished_on", "-pk")
        .first()
    )
    return found


def without_handover(child: Child) -> Handover | None:
    """The latest handover without which the next worker began, still to be finished."""
    found: Handover | None = (
        Handover.unwithdrawn.filter(child=child, finished_on=None, allocation__isnull=False)
        .select_related("from_worker")
        .order_by("-taken_over_on", "-pk")
        .first()
    )
    return found


def outgoing_of(child: Child) -> Worker | None:
    """Who hands a child over: without whose handover the next began, else whoever holds or last held the child."""
    waiting = without_handover(child)
    if waiting is not None:
        return waiting.from_worker
    held = last_held_any(child)
    return held.worker if held else None


def _of(held: Allocation) -> QuerySet[Handover]:
    begun: dict[str, Any] = {"begun_on__gte": held.began_on} if held.began_on is not None else {}
    return Handover.unwithdrawn.filter(child=held.child_id, from_worker=held.worker_id, **begun)


def is_own(by: Account, worker: Worker | int | None) -> bool:
    """Whether an account is that of this worker."""
    key = worker.pk if isinstance(worker, Worker) else worker
    return by.worker_id is not None and by.worker_id == key
