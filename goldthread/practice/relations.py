"""What ties somebody's work to a child, each as the condition by which a database finds the children."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from goldthread.practice.carers_and_conferences import children_by_other_work
from goldthread.practice.holding import ROLES as HOLDING
from goldthread.practice.standing import Standing, Work, begun, in_force
from goldthread.record.models import AccessRequest, Allocation, Closing, Contact, Due, Post, Referral

RECENT = timedelta(days=28)
REVIEWING = "reviewing-officer"


def _recent(day: date) -> Q:
    """In force on a day, or in the 28 days before it."""
    return begun(day) & (Q(ended_on__isnull=True) | Q(ended_on__gte=day - RECENT))


def _in_teams(teams: frozenset[int] | RawSQL, day: date) -> QuerySet[Post]:
    return Post.unwithdrawn.filter(in_force(day), team_id__in=teams, worker_id__isnull=False)


def _held(work: Work, day: date) -> Q:
    return _recent(day) & Q(worker_id=work.worker) & Q(role__in=HOLDING)


def _reviewed(work: Work, day: date) -> Q:
    return _recent(day) & Q(worker_id=work.worker) & Q(role=REVIEWING)


def _team(work: Work, day: date) -> Q:
    return of_teams(work.teams, day)


def _service(work: Work, day: date) -> Q:
    return of_teams(work.service, day)


def of_teams(teams: frozenset[int] | RawSQL, day: date) -> Q:
    """Held by the team, or by somebody in it where no team is said. teams: their keys, or where they are many, as rows."""
    return Q(team_id__in=teams) | Q(team_id__isnull=True, worker_id__in=_people_of(teams, day))


def _supervised(work: Work, day: date) -> Q:
    return Q(worker_id__in=_people_of(work.managed, day))


def _people_of(teams: frozenset[int] | RawSQL, day: date) -> QuerySet[Post, Any]:
    return _in_teams(teams, day).values("worker_id")


LATELY: dict[str, Callable[[Work, date], Q]] = {"held": _held, "reviewed": _reviewed}
"""By an allocation in force or not long over."""

NOW: dict[str, Callable[[Work, date], Q]] = {"team": _team, "supervised": _supervised, "service": _service}
"""By an allocation in force, of somebody who holds."""


def holding_now(day: date) -> list[QuerySet[Allocation]]:
    """The allocations in force of those who hold children: what never ended, and what ends on a day to come."""
    return [rows.filter(role__in=HOLDING) for rows in in_force_now(day)]


def in_force_now(day: date) -> list[QuerySet[Allocation]]:
    """The allocations in force: what never ended, and what ends on a day to come.

    Two questions, and the second by its keys, because each is then answered from an index alone; as one, years of
    allocations are read.
    """
    begun_by_now = Allocation.unwithdrawn.filter(begun(day))
    ends_yet = Allocation.objects.filter(ended_on__gt=day).values("pk")
    return [begun_by_now.filter(ended_on__isnull=True), begun_by_now.filter(pk__in=ends_yet)]


def nobodys_yet(day: date) -> QuerySet[Due]:
    """What is due to children whom nobody holds: they came in files, at the front door, or somebody left.

    A child to whom nothing is due and whom nobody holds belongs to nobody's work: what was closed stays closed. The cache of
    what is due is written together with the record, so it is never behind it.
    """
    held = reduce(or_, (_among("child_id", rows) for rows in holding_now(day)))
    return Due.objects.filter(~held)


def _among(child: str, rows: QuerySet[Any]) -> Q:
    return Q(**{f"{child}__in": rows.values("child_id")})


def _needed(work: Work) -> dict[str, bool]:
    """Whether a relation can tie this work to anybody, so that no query asks for what cannot be."""
    person, team = work.worker is not None, bool(work.teams)
    return {
        "held": person,
        "reviewed": person,
        "closed": person,
        "team": team,
        "supervised": bool(work.managed),
        "service": bool(work.service),
    }


def related(standing: Standing, child: str = "pk") -> Q:
    """The children to whom somebody's work, or that which they cover, ties them; ``child`` names the key compared."""
    if child not in standing.tied:
        standing.tied[child] = related_by(standing.works, standing.day, child)
    return standing.tied[child]


def related_by(works: tuple[Work, ...], day: date, child: str = "pk") -> Q:
    """The same for the work of a day, whoever's it is."""
    if any("whole" in work.role.opens for work in works):
        return Q(**{f"{child}__isnull": False})
    lately: list[Q] = []
    at_present: list[Q] = []
    other: set[str] = set()
    found = Q(**{f"{child}__in": ()})
    for work in works:
        needed = _needed(work)
        opens = [name for name in work.role.opens if needed.get(name, True)]
        lately += [LATELY[name](work, day) for name in opens if name in LATELY]
        at_present += [NOW[name](work, day) for name in opens if name in NOW]
        other.update(opens)
        if "closed" in opens:
            found |= Q(**{f"{child}__in": _closed_by(work, day)})
        for came in children_by_other_work(work, day):
            found |= Q(**{f"{child}__in": came})
    if lately:
        found |= _among(child, Allocation.unwithdrawn.filter(reduce(or_, lately)))
    if at_present:
        for rows in holding_now(day):
            found |= _among(child, rows.filter(reduce(or_, at_present)))
    if "duty" in other:
        for came in _front_door(day):
            found |= Q(**{f"{child}__in": came})
    if "nobody" in other:
        found |= _among(child, nobodys_yet(day))
    if "asked" in other:
        found |= _among(child, _asked_for(day))
    return found


def _closed_by(work: Work, day: date) -> QuerySet[Any, Any]:
    """The children with whom our work ended by this manager's decision, until 28 days after."""
    lately = Closing.unwithdrawn.filter(closed_on__gte=day - RECENT, closed_on__lte=day)
    return lately.filter(decision__decided_by_id=work.worker).values("child_id")


def _asked_for(day: date) -> QuerySet[Any, Any]:
    """The children of whose record somebody asked a copy, until 28 days after the answer."""
    waiting = Q(given_on__isnull=True, closed_on__isnull=True)
    lately = Q(given_on__gte=day - RECENT, given_on__lte=day)
    return AccessRequest.objects.filter(waiting | lately)


def _front_door(day: date) -> list[QuerySet[Any, Any]]:
    """The children who came to the front door lately, and those whom a team holds and no worker."""
    since = Q(received_on__gte=day - RECENT, received_on__lte=day)
    return [
        Contact.unwithdrawn.filter(since).values("child_id"),
        Referral.unwithdrawn.filter(since).values("child_id"),
        *(rows.filter(worker_id__isnull=True).values("child_id") for rows in holding_now(day)),
    ]
