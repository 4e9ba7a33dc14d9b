"""How many children wait for each duty now."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from goldthread.practice.due import KEPT, NOT_KEPT_YET
from goldthread.practice.standing import Standing
from goldthread.practice.waiting.filters import counted, late, open_dues, soon
from goldthread.record.models import Account, Due
from goldthread.rulebook.clock import Clock, NotRecorded


@dataclass(frozen=True, slots=True)
class Waiting:
    """Children for whom a duty is late, due within seven days, or listed apart: by an unconfirmed number, or not known."""

    late: int = 0
    soon: int = 0
    unconfirmed: int = 0
    not_known: int = 0


def waiting_by_duty(by: Account | Standing) -> dict[str, Waiting]:
    """The children of each duty that has any, of those whom somebody may list."""
    return _counts(open_dues(by=by))


def _counts(dues: QuerySet[Due]) -> dict[str, Waiting]:
    found = (
        dues.values("clock")
        .annotate(
            late=Count("pk", filter=counted() & late()),
            soon=Count("pk", filter=counted() & soon()),
            unconfirmed=Count("pk", filter=Q(known=True, confirmed=False)),
            not_known=Count("pk", filter=Q(known=False)),
        )
        .order_by()
    )
    return {
        each["clock"]: Waiting(each["late"], each["soon"], each["unconfirmed"], each["not_known"])
        for each in found
    }


def waiting_of(name: str, by: Account | Standing) -> Waiting:
    """The children of one duty, of those whom somebody may list."""
    return _counts(open_dues(by=by).filter(clock=name)).get(name, Waiting())


def not_kept(clock: Clock) -> str:
    """Why nobody is listed as waiting for a duty; empty where those who wait are."""
    if clock.name in KEPT:
        return ""
    if isinstance(clock.starts, NotRecorded):
        return f"the record does not hold yet: {clock.starts.column}"
    missing = NOT_KEPT_YET.get(clock.name)
    return (
        f"the record does not hold {missing}"
        if missing
        else "it is a duty to carers or adopters, who are listed under Carers to those who answer for them"
    )
