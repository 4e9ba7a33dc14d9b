"""Which open duties a list shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from goldthread.practice.access import listed, may_list
from goldthread.practice.holding import ROLES
from goldthread.practice.moment import now, today
from goldthread.practice.standing import Standing
from goldthread.record.models import (
    Account,
    Allocation,
    CareEpisode,
    Child,
    Due,
    Entitlement,
    Plan,
    Relationship,
)
from goldthread.rulebook.calendar import epoch_day

SOON_DAYS = 7

KINDS: dict[str, str] = {
    "regulations": "late: regulations",
    "guidance": "late: statutory guidance",
    "census": "late: census definition",
    "own": "late: our own standard",
    "late": "late: all",
    "past-ours": "past our standard, not yet late",
    "soon": "due in 7 days",
    "unallocated": "not allocated",
    "unconfirmed": "not confirmed in the source",
    "not-known": "not known from the source",
}

STATUSES: dict[str, str] = {
    "child-protection": "On a child protection plan",
    "in-care": "In care",
    "care-leaver": "Care leaver",
    "child-in-need": "Child in need plan",
}


@dataclass(frozen=True, slots=True)
class WaitingFilters:
    """What a person chose to see; empty means all.

    kind: one of ``KINDS``. team, worker: their keys. duty: a clock's name. status: one of ``STATUSES``.
    family: the public number of a child whose family is shown. disabled: disabled children only.
    """

    kind: str = ""
    team: int | None = None
    worker: int | None = None
    duty: str = ""
    status: str = ""
    family: UUID | None = None
    disabled: bool = False


def open_dues(*, by: Account | Standing) -> QuerySet[Due]:
    """One line for each child whom somebody may list and duty, with how many days it is over: below nought, to come."""
    this_day = Value(epoch_day(today()))
    return Due.objects.filter(listed(by), leads=True).annotate(
        over_days=Coalesce(F("judged_day"), this_day) - F("due_day")
    )


def late() -> Q:
    """Past its due day; for a duty counted in hours, past its moment."""
    return Q(due_at__isnull=True, over_days__gt=0) | Q(due_at__lt=Coalesce(F("judged_at"), Value(now())))


def past_ours() -> Q:
    """Past the authority's own, stricter standard, and not yet late by the rule."""
    day = Coalesce(F("judged_day"), Value(epoch_day(today())))
    over = Q(local_due_at__isnull=True, local_due_day__lt=day)
    return ~late() & (over | Q(local_due_at__lt=Coalesce(F("judged_at"), Value(now()))))


def soon() -> Q:
    return ~late() & Q(over_days__gte=-SOON_DAYS)


def counted() -> Q:
    """What headlines count: confirmed in its source, and known."""
    return Q(known=True, confirmed=True)


def held_now(day: date) -> QuerySet[Allocation]:
    return Allocation.unwithdrawn.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=day))


def has_a_worker(day: date) -> Q:
    """Held by somebody by name: a team alone, or a reviewing officer, is nobody who holds the child.

    What never ended and what ends on a day to come are asked for apart, each answered from an index alone.
    """
    named = Allocation.unwithdrawn.filter(worker__isnull=False, role__in=ROLES)
    still, yet = named.filter(ended_on__isnull=True), named.filter(ended_on__gt=day)
    return Q(child_id__in=still.values("child_id")) | Q(child_id__in=yet.values("child_id"))


def _with_status(status: str, day: date) -> QuerySet[Any, dict[str, Any]]:
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=day)
    found = {
        "child-protection": lambda: Plan.unwithdrawn.filter(still, kind="child-protection"),
        "child-in-need": lambda: Plan.unwithdrawn.filter(still, kind="child-in-need"),
        "in-care": lambda: CareEpisode.unwithdrawn.filter(still),
        "care-leaver": lambda: Entitlement.unwithdrawn.filter(
            still, category__in=("relevant", "former-relevant", "qualifying")
        ),
    }[status]()
    return found.values("child_id")


def family_ids(child: UUID, *, by: Account | Standing) -> list[int]:
    """The children of one family whom somebody may list: those related to the child, or to an adult of the child's."""
    own = list(Child.objects.filter(public_id=child).values_list("pk", flat=True))
    ties = Relationship.unwithdrawn.filter(child__public_id=child)
    adults = ties.filter(person__isnull=False).values("person_id")
    others = ties.filter(other_child__isnull=False).values_list("other_child_id", flat=True)
    through_adults = Relationship.unwithdrawn.filter(person_id__in=adults).values_list("child_id", flat=True)
    family = may_list(by).filter(pk__in={*own, *others, *through_adults, 0})
    return sorted(family.values_list("pk", flat=True))


def matching(filters: WaitingFilters, *, by: Account | Standing, but_kind: bool = False) -> QuerySet[Due]:
    """The open duties that the filters leave, of the children whom somebody may list.

    but_kind: without the choice of a tile, for counting the tiles.
    """
    found = open_dues(by=by)
    day = today()
    held = held_now(day)
    if filters.team:
        found = found.filter(child_id__in=held.filter(team_id=filters.team).values("child_id"))
    if filters.worker:
        found = found.filter(child_id__in=held.filter(worker_id=filters.worker).values("child_id"))
    if filters.duty:
        found = found.filter(clock=filters.duty)
    if filters.status in STATUSES:
        found = found.filter(child_id__in=_with_status(filters.status, day))
    if filters.family:
        found = found.filter(child_id__in=family_ids(filters.family, by=by))
    if filters.disabled:
        found = found.filter(child__disabled="yes")
    return found if but_kind else found.filter(is_of_kind(filters.kind, day))


def is_of_kind(kind: str, day: date) -> Q:
    """The duties behind one tile; where none is chosen, all that are counted."""
    match kind:
        case "regulations" | "guidance" | "census" | "own":
            return counted() & late() & Q(authority=kind)
        case "late":
            return counted() & late()
        case "past-ours":
            return counted() & past_ours()
        case "soon":
            return counted() & soon()
        case "unallocated":
            return counted() & ~has_a_worker(day)
        case "unconfirmed":
            return Q(known=True, confirmed=False)
        case "not-known":
            return Q(known=False)
    return counted()
