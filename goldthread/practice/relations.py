"""What ties somebody's work to a child, each as the condition by which a database finds the children."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from goldthread.practice.carers_and_conferences import children_by_other_work
from goldthread.practice.holding import ROLES as HOLDING
from goldthread.practice.standing import Standing, Work, begun, in_force
from goldthread.record.models import AccessRequest, Allocation, Contact, Post, Referral

RECENT = timedelta(days=28)
REVIEWING = "reviewing-officer"


def _recent(day: date) -> Q:
    """In force on a day, or in the 28 days before it."""
    return begun(day) & (Q(ended_on__isnull=True) | Q(ended_on__gte=day - RECENT))


def _in_teams(teams: frozenset[int], day: date) -> QuerySet[Post]:
    return Post.unwithdrawn.filter(in_force(day), team_id__in=teams, worker_id__isnull=False)


def _held(work: Work, day: date) -> Q:
    return _recent(day) & Q(worker_id=work.worker) & Q(role__in=HOLDING)


def _reviewed(work: Work, day: date) -> Q:
    return _recent(day) & Q(worker_id=work.worker) & Q(role=REVIEWING)


def _team(work: Work, day: date) -> Q:
    return _of_teams(work.teams, day)


def _service(work: Work, day: date) -> Q:
    return _of_teams(work.service, day)


def _of_teams(teams: frozenset[int], day: date) -> Q:
    """Held by the team, or by somebody in it where no team is said."""
    by_people = Q(team_id__isnull=True, worker_id__in=_in_teams(teams, day).values("worker_id"))
    return in_force(day) & (Q(team_id__in=teams) | by_people) & Q(role__in=HOLDING)


def _supervised(work: Work, day: date) -> Q:
    people = _in_teams(work.managed, day).values("worker_id")
    return in_force(day) & Q(worker_id__in=people) & Q(role__in=HOLDING)


ALLOCATED: dict[str, Callable[[Work, date], Q]] = {
    "held": _held,
    "reviewed": _reviewed,
    "team": _team,
    "supervised": _supervised,
    "service": _service,
}


def _needed(work: Work) -> dict[str, bool]:
    """Whether a relation can tie this work to anybody, so that no query asks for what cannot be."""
    person, team = work.worker is not None, bool(work.teams)
    return {
        "held": person,
        "reviewed": person,
        "team": team,
        "supervised": bool(work.managed),
        "service": bool(work.service),
    }


def related(standing: Standing, child: str = "pk") -> Q:
    """The children to whom somebody's work, or that which they cover, ties them; ``child`` names the key compared."""
    if standing.whole:
        return Q(**{f"{child}__isnull": False})
    tied: list[Q] = []
    others: list[QuerySet[Any, Any]] = []
    duty = asked = False
    for work in standing.works:
        needed = _needed(work)
        tied += [
            ALLOCATED[name](work, standing.day)
            for name in work.role.opens
            if needed.get(name) and name in ALLOCATED
        ]
        others += children_by_other_work(work, standing.day)
        duty = duty or "duty" in work.role.opens
        asked = asked or "asked" in work.role.opens
    found = Q(**{f"{child}__in": ()})
    if tied:
        found |= Q(**{f"{child}__in": Allocation.unwithdrawn.filter(reduce(or_, tied)).values("child_id")})
    if duty:
        others += _front_door(standing.day)
    if asked:
        others.append(_asked_for(standing.day))
    for rows in others:
        found |= Q(**{f"{child}__in": rows})
    return found


def _asked_for(day: date) -> QuerySet[Any, Any]:
    """The children of whose record somebody asked a copy, until 28 days after the answer."""
    waiting = Q(given_on__isnull=True, closed_on__isnull=True)
    lately = Q(given_on__gte=day - RECENT, given_on__lte=day)
    return AccessRequest.objects.filter(waiting | lately).values("child_id")


def _front_door(day: date) -> list[QuerySet[Any, dict[str, Any]]]:
    """The children who came to the front door lately, and those whom a team holds and no worker."""
    since = Q(received_on__gte=day - RECENT, received_on__lte=day)
    without = Allocation.unwithdrawn.filter(in_force(day), worker_id__isnull=True, role__in=HOLDING)
    return [
        Contact.unwithdrawn.filter(since).values("child_id"),
        Referral.unwithdrawn.filter(since).values("child_id"),
        without.values("child_id"),
    ]
