"""One line of what waits for somebody, and of whose children it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from goldthread.practice.access import as_rows, listed
from goldthread.practice.holding import ROLES as HOLDING
from goldthread.practice.relations import holding_now, of_teams
from goldthread.practice.standing import Standing, in_force
from goldthread.record.models import Allocation, Child, Post, Team


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanting:
    """Something that waits for one account: how many, and since when the oldest does.

    kind: what it is, the same for every account; the web finds the page by it. one, many: what is counted, as in "1 assessment
    to authorise". rows: what waits, the oldest first, for a page that lists it; each has a ``child``. day: the column by which
    they wait, a day or a moment. None where a page of its own lists them. children: the child of each thing that waits, once
    for each.
    """

    kind: str
    one: str
    many: str
    count: int
    since: date | None = None
    rows: QuerySet[Any] | None = None
    day: str = ""
    children: tuple[int, ...] = ()

    @property
    def words(self) -> str:
        """As a line says it."""
        return f"{self.count:,} {self.one if self.count == 1 else self.many}"


def wanting(kind: str, one: str, many: str, rows: QuerySet[Any], day: str) -> list[Wanting]:
    """The line for these rows, in one query; none where there are none."""
    of_child = any(field.name == "child" for field in rows.model._meta.fields)
    asked = rows.order_by().values_list("pk", day, *(["child_id"] if of_child else []))
    found = {pk: (at, *of) for pk, at, *of in asked}
    if not found:
        return []
    since = min((at for at, *_of in found.values() if at is not None), default=None)
    since = since.date() if isinstance(since, datetime) else since
    children = tuple(child for _at, *of in found.values() for child in of if child is not None)
    rows = rows.order_by(day, "pk")
    return [
        Wanting(
            kind=kind,
            one=one,
            many=many,
            count=len(found),
            since=since,
            rows=rows,
            day=day,
            children=children,
        )
    ]


def in_own_right(standing: Standing) -> Standing:
    """The same account without what it covers for others: nobody decides by cover."""
    if len(standing.works) < 2:
        return standing
    if "own" not in standing.kept:
        standing.kept["own"] = replace(standing, works=standing.works[:1], kept={}, tied={})
    own: Standing = standing.kept["own"]
    return own


def my_own(standing: Standing, child: str = "child_id") -> Q:
    """The children whom an account holds by name, in its own right."""
    worker = standing.works[0].worker if standing.works else None
    if worker is None:
        return Q(pk__in=())
    return _held_by(Q(worker_id=worker), standing, child) & listed(standing, child)


def answered_for(standing: Standing, child: str = "child_id") -> Q:
    """The children for whom an account is the nearest manager: those of its teams, and of teams within that have none.

    For who answers for every child also those whom no team with a manager holds. Nobody, for who manages nothing.
    """
    if not standing.role.arranges or not standing.works:
        return Q(pk__in=())
    own = in_own_right(standing)
    teams = nearest_teams(own)
    if own.whole:
        return ~Exists(_held_by_others(own, child)) & listed(own, child)
    if "answered for" not in own.kept:
        held = Child.objects.filter(_held_by(of_teams(teams, own.day), own, "pk") & listed(own, "pk"))
        own.kept["answered for"] = list(held.values_list("pk", flat=True))
    return Q(**{f"{child}__in": as_rows(own.kept["answered for"])})


def held_and_answered_for(standing: Standing, child: str = "child_id") -> Q:
    """Those of them whom somebody holds today: few, where nearly all have a nearer manager."""
    own = in_own_right(standing)
    found = answered_for(own, child)
    if not own.whole or not own.role.arranges:
        return found
    if "held and answered for" not in own.kept:
        others = _by_others(own)
        nobody_else = ~Exists(_held_by_others(own, "child_id"))
        held = [
            rows.exclude(others).filter(nobody_else).values_list("child_id", flat=True)
            for rows in holding_now(own.day)
        ]
        own.kept["held and answered for"] = sorted({child for each in held for child in each})
    return Q(**{f"{child}__in": as_rows(own.kept["held and answered for"])}) & listed(own, child)


def _by_others(own: Standing) -> Q:
    """What is held in a team that has a nearer manager."""
    if "by others" not in own.tied:
        teams = nearest_teams(own)
        own.tied["by others"] = of_teams(as_rows(frozenset(own.kept["managed teams"]) - teams), own.day)
    return own.tied["by others"]


def _held_by_others(own: Standing, child: str) -> QuerySet[Allocation]:
    """What holds a child in such a team. Asked of each child: those who are asked about are few."""
    # Not by `holding_now`, whose index holds everybody: a child's own allocations are few.
    held = Allocation.unwithdrawn.filter(in_force(own.day), role__in=HOLDING)
    return held.filter(_by_others(own), child=OuterRef(child))


def _held_by(whom: Q, standing: Standing, child: str) -> Q:
    still, yet = (rows.filter(whom).values("child_id") for rows in holding_now(standing.day))
    return Q(**{f"{child}__in": still}) | Q(**{f"{child}__in": yet})


def nearest_teams(standing: Standing) -> frozenset[int]:
    """The teams whose nearest manager an account is: its own, and those within that have no manager of their own."""
    if "nearest teams" not in standing.kept:
        within: dict[int | None, list[int]] = {}
        for pk, above in Team.unwithdrawn.values_list("pk", "within_id"):
            within.setdefault(above, []).append(pk)
        managing = Post.unwithdrawn.filter(in_force(standing.day), manages=True, worker_id__isnull=False)
        managed = {team for team in managing.values_list("team_id", flat=True) if team is not None}
        mine = standing.works[0].managed if standing.works else frozenset[int]()
        standing.kept["nearest teams"] = sorted(_down(mine, within, managed - mine))
        standing.kept["managed teams"] = sorted(_down(managed, within, set()))
    return frozenset(standing.kept["nearest teams"])


def _down(start: Any, within: dict[int | None, list[int]], stop: set[int]) -> frozenset[int]:
    found: set[int] = set()
    waiting = list(start)
    while waiting:
        team = waiting.pop()
        if team not in found:
            found.add(team)
            waiting += [each for each in within.get(team, ()) if each not in stop]
    return frozenset(found)
