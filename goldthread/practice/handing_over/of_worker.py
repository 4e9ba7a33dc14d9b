"""One worker's continuity: the children held, those who came and from whom, those who went on and to whom, in 12 months.

It is for the worker, and for who manages them: it says what happened to the children, and is never set beside another worker's.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.db.models import Q

from goldthread.practice.access import listed
from goldthread.practice.handing_over.continuity import MONTHS, Again, begun_again
from goldthread.practice.holding import ROLES
from goldthread.practice.standing import Standing
from goldthread.record.models import Allocation, Assessment, Plan, Worker
from goldthread.rulebook.calendar import add_months


@dataclass(frozen=True, slots=True)
class HeldNow:
    """A child whom the worker holds today. since: None where the day is not recorded."""

    child: int
    since: date | None
    days: int | None


@dataclass(frozen=True, slots=True)
class Passed:
    """A child who came to the worker, or went on. other: from whom, or to whom. why: the reason recorded; empty where none is.

    again: what was begun again soon after a child came.
    """

    child: int
    on: date
    other: str
    why: str
    again: tuple[Again, ...] = ()


@dataclass(frozen=True, slots=True)
class OfWorker:
    """All of it, of the children whom the reader may list: held the longest first; came and went the latest first."""

    held: tuple[HeldNow, ...]
    came: tuple[Passed, ...]
    went: tuple[Passed, ...]

    @property
    def children(self) -> list[int]:
        """Every child of it, each once."""
        return sorted({each.child for each in self.held} | {each.child for each in (*self.came, *self.went)})


def continuity_of_worker(worker: Worker, *, by: Standing) -> OfWorker:
    """What can be said of a worker's children on the reader's day, in four queries however many they are."""
    day = by.day
    since = add_months(day, -MONTHS)
    theirs = Allocation.unwithdrawn.filter(listed(by), worker=worker, role__in=ROLES)
    lately = theirs.filter(Q(ended_on=None) | Q(ended_on__gt=since)).values("child_id")
    rows = Allocation.unwithdrawn.filter(
        child__in=lately, role__in=ROLES, worker__isnull=False, began_on__lte=day
    )
    spells: defaultdict[tuple[int, str], list[Allocation]] = defaultdict(list)
    for row in rows.select_related("worker").order_by("began_on", "pk"):
        spells[row.child_id, row.role].append(row)
    held, came, went = [], [], []
    said = Allocation._meta.get_field("changed_because")
    for (child, _role), several in spells.items():
        now = next((each for each in several if each.worker_id == worker.pk and not _over(each, day)), None)
        if now is not None:
            held.append(HeldNow(child, now.began_on, (day - now.began_on).days if now.began_on else None))
        for before, after in pairwise(several):
            if after.began_on is None or after.began_on <= since or before.worker_id == after.worker_id:
                continue
            why = said.label(before.changed_because)
            if after.worker_id == worker.pk:
                came.append((child, after.began_on, str(before.worker), why))
            elif before.worker_id == worker.pk:
                went.append(Passed(child, after.began_on, str(after.worker), why))
    again = _again(came, day)
    return OfWorker(
        tuple(sorted(held, key=lambda each: (each.since or date.min, each.child))),
        tuple(
            sorted((Passed(*each, again[each[:2]]) for each in came), key=lambda each: each.on, reverse=True)
        ),
        tuple(sorted(went, key=lambda each: each.on, reverse=True)),
    )


def _over(row: Allocation, day: date) -> bool:
    return row.ended_on is not None and row.ended_on <= day


def _again(came: list[tuple[int, date, str, str]], day: date) -> dict[tuple[int, date], tuple[Again, ...]]:
    """What began again after each child came, by child and day."""
    children = {child for child, *_ in came}
    asked: defaultdict[int, list[date | None]] = defaultdict(list)
    plans: defaultdict[int, list[tuple[date | None, str]]] = defaultdict(list)
    for child, on in Assessment.unwithdrawn.filter(child__in=children, requested_on__lte=day).values_list(
        "child_id", "requested_on"
    ):
        asked[child].append(on)
    for child, on, kind in Plan.unwithdrawn.filter(child__in=children, began_on__lte=day).values_list(
        "child_id", "began_on", "kind"
    ):
        plans[child].append((on, kind))
    return {(child, on): tuple(begun_again(asked[child], plans[child], [on])) for child, on, *_ in came}
