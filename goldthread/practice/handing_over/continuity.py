"""One child's continuity: how many workers, for how long each, why they changed, and what began again after a change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from goldthread.practice.holding import ROLES
from goldthread.practice.local_rules import rules_here
from goldthread.record.models import Allocation, Assessment, Child, Plan
from goldthread.rulebook.calendar import add_months
from goldthread.rulebook.continuity import AGAIN_WITHIN, MANY_CHANGES, TOO_MANY_CHANGES

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which another worker took the child over. why: the reason recorded; empty where none is."""

    on: date
    before: str
    after: str
    why: str


@dataclass(frozen=True, slots=True)
class Again:
    """An assessment or a plan begun again soon after a change. days: after it."""

    what: str
    on: date
    days: int


@dataclass(frozen=True, slots=True)
class Continuity:
    """What can be said of a child's workers. workers: who held the child in 12 months; changes: those of 12 months, the latest
    first. longest, current: days with one worker, None where nobody is known to have held the child or does. limit: at which
    change somebody looks.
    """

    workers: int
    changes: tuple[Change, ...]
    longest: int | None
    current: int | None
    again: tuple[Again, ...]
    limit: int

    @property
    def alarm(self) -> bool:
        """Whether the worker changed so often that somebody looks."""
        return len(self.changes) >= self.limit


def continuity_of(child: Child, day: date) -> Continuity:
    """A child's continuity on a day, in a few queries. A change is counted within one role, as the measure counts it."""
    rows = [
        row
        for row in Allocation.unwithdrawn.filter(
            child=child, role__in=ROLES, worker__isnull=False, began_on__lte=day
        )
        .select_related("worker")
        .order_by("began_on", "pk")
        if row.ended_on is None or row.began_on is None or row.ended_on >= row.began_on
    ]
    since = add_months(day, -MONTHS)
    changes = [each for role in ROLES for each in _changes([row for row in rows if row.role == role])]
    changes = sorted((each for each in changes if since < each.on), key=lambda each: each.on, reverse=True)
    lately = {row.worker_id for row in rows if row.ended_on is None or row.ended_on > since}
    spells = [((min(row.ended_on or day, day)) - row.began_on).days for row in rows if row.began_on]
    held = [row for row in rows if row.ended_on is None or row.ended_on > day]
    current = min((row.began_on for row in held if row.began_on), default=None)
    return Continuity(
        len(lately),
        tuple(changes),
        max(spells, default=None),
        (day - current).days if current else None,
        tuple(_again(child, changes, day)),
        rules_here().number(TOO_MANY_CHANGES.name, MANY_CHANGES),
    )


def _changes(rows: Sequence[Allocation]) -> list[Change]:
    said = Allocation._meta.get_field("changed_because")
    return [
        Change(row.began_on, str(before.worker), str(row.worker), said.label(before.changed_because))
        for before, row in pairwise(rows)
        if row.began_on is not None and row.worker_id != before.worker_id
    ]


def _again(child: Child, changes: Sequence[Change], day: date) -> list[Again]:
    """What began again within 60 days after one of these changes: an assessment, or a plan of the same kind as one before."""
    asked = Assessment.unwithdrawn.filter(child=child, requested_on__lte=day).values_list(
        "requested_on", flat=True
    )
    plans = Plan.unwithdrawn.filter(child=child, began_on__lte=day).values_list("began_on", "kind")
    return begun_again(asked, plans, [each.on for each in changes])


def begun_again(
    asked: Iterable[date | None], plans: Iterable[tuple[date | None, str]], changes: Sequence[date]
) -> list[Again]:
    """What of one child began again within 60 days after one of these days, the latest first.

    asked: when each assessment was; plans: when each began, and its kind. The first of each is no repeat.
    """
    found = []
    known = sorted((began, kind) for began, kind in plans if began)
    begun = [("assessment", each) for place, each in enumerate(sorted(filter(None, asked))) if place]
    begun += [
        (f"{kind.replace('-', ' ')} plan", began)
        for place, (began, kind) in enumerate(known)
        if any(other == kind for _, other in known[:place])
    ]
    for what, on in begun:
        after = [
            (on - each).days for each in changes if timedelta() <= on - each <= timedelta(AGAIN_WITHIN.number)
        ]
        if after:
            found.append(Again(what, on, min(after)))
    return sorted(found, key=lambda each: each.on, reverse=True)
