"""Handovers that are not finished, children whom no worker holds by the hour, and workers who leave."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple, Protocol

from django.db.models import Max, Q

from goldthread.practice.access import listed
from goldthread.practice.holding import ROLES
from goldthread.practice.moment import LONDON, now
from goldthread.practice.standing import Standing, in_force, staff_of
from goldthread.record.models import Allocation, Handover, Post, Referral, Worker

A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Unallocated:
    """A child whom no worker holds by name. since: from when; hours: since then. last: who held the child; team: which does."""

    child: int
    since: datetime
    hours: int
    last: str
    team: str


@dataclass(frozen=True, slots=True)
class OfLeaver:
    """A child of a worker who leaves. state: how far the handover is; ready: whether it is finished."""

    child: int
    state: str
    ready: bool


@dataclass(frozen=True, slots=True)
class Leaver:
    """A worker whose last day is set, with the children whom they hold."""

    worker: Worker
    team: str
    leaves_on: date
    children: tuple[OfLeaver, ...]

    @property
    def ready(self) -> int:
        """For how many children the handover is finished."""
        return sum(each.ready for each in self.children)


class Steps(Protocol):
    """The days of a handover by which one says how far it is."""

    @property
    def finished_on(self) -> date | None: ...
    @property
    def taken_over_on(self) -> date | None: ...
    @property
    def read_on(self) -> date | None: ...
    @property
    def understood_on(self) -> date | None: ...


class Open(NamedTuple):
    """A handover that wants something still: its key, and the days of its steps."""

    pk: int
    finished_on: date | None
    taken_over_on: date | None
    read_on: date | None
    understood_on: date | None
    told_on: date | None


def state_of(handover: Steps, day: date) -> str:
    """How far a handover is, in words; what is wanting first."""
    if handover.finished_on is None:
        return "not handed over"
    if handover.taken_over_on is None:
        return "finished, the next worker not decided"
    if handover.taken_over_on > day:
        return "finished, not taken over yet"
    if handover.read_on is None:
        return "not read"
    return "read, not written what is understood" if handover.understood_on is None else "understood"


STATES = (
    "not handed over", "not read", "read, not written what is understood", "understood",
    "finished, not taken over yet", "finished, the next worker not decided",
)  # fmt: skip
"""Every state, what wants most first."""


def open_handovers(standing: Standing) -> list[tuple[str, Open]]:
    """Those of the last year, of children whom an account may list, that want something still, each with how far it is.

    What wants most comes first. The rows themselves are for who shows some of them.
    """
    wanting = Q(finished_on=None) | Q(read_on=None) | Q(understood_on=None) | Q(told_on=None)
    rows = Handover.unwithdrawn.filter(
        listed(standing), wanting, taken_over_on__lte=standing.day, taken_over_on__gt=standing.day - A_YEAR,
        allocation__ended_on=None,
    )  # fmt: skip
    ordered = rows.order_by("taken_over_on", "pk").values_list(*Open._fields)
    found = [(state_of(each, standing.day), each) for each in map(Open._make, ordered)]
    return sorted(found, key=lambda each: STATES.index(each[0]))


def unallocated(standing: Standing) -> list[Unallocated]:
    """The open children whom an account may list and no worker holds by name, the longest first; in a few queries.

    The record knows the day on which the last worker stopped, not the time: its hours are counted from midnight.
    """
    held = Allocation.unwithdrawn.filter(in_force(standing.day), listed(standing), role__in=ROLES)
    named = held.filter(worker__isnull=False).values("child_id")
    team_only = held.exclude(child_id__in=named).select_related("team")
    teams = {each.child_id: each for each in team_only.order_by("pk")}
    referred = dict(
        Referral.unwithdrawn.filter(listed(standing), closed_on=None, received_on__lte=standing.day)
        .exclude(child_id__in=named)
        .values_list("child_id")
        .annotate(latest=Max("received_on"))
    )
    children = {*teams, *referred}
    last = _last_worker(children, standing.day)
    moment = now()
    found = []
    for child in children:
        team = teams.get(child)
        before = last.get(child)
        day = (
            before.ended_on if before and before.ended_on else referred.get(child) or (team and team.began_on)
        )
        if day is None:
            continue
        if child in referred and before and before.ended_on and before.ended_on < referred[child]:
            day, before = (
                referred[child],
                None,
            )  # a new referral: the worker of an earlier one left nobody waiting
        since = datetime.combine(day, time(), LONDON)
        hours = int((moment - since).total_seconds() // 3600)
        who = str(before.worker) if before else ""
        found.append(Unallocated(child, since, hours, who, str(team.team) if team and team.team else ""))
    return sorted(found, key=lambda each: (each.since, each.child))


def _last_worker(children: Iterable[int], day: date) -> dict[int, Allocation]:
    rows = Allocation.unwithdrawn.filter(
        child__in=list(children), role__in=ROLES, worker__isnull=False, ended_on__lte=day
    )
    found: dict[int, Allocation] = {}
    for row in rows.select_related("worker").order_by("ended_on", "pk"):
        found[row.child_id] = row
    return found


def leavers(standing: Standing) -> list[Leaver]:
    """The workers of an account's line whose last post ends on a day to come, the soonest first, with the children they hold."""
    posts = list(staff_of(standing).select_related("worker", "team").order_by("pk"))
    staying = set(
        Post.unwithdrawn.filter(
            in_force(standing.day), worker__in=[each.worker_id for each in posts], ended_on=None
        ).values_list("worker_id", flat=True)
    )
    last: dict[int, Post] = {}
    for post in posts:
        if post.worker_id is None or post.ended_on is None or post.worker_id in staying:
            continue
        known = last.get(post.worker_id)
        if known is None or (known.ended_on or date.min) < post.ended_on:
            last[post.worker_id] = post
    held: dict[int, dict[int, Allocation]] = {worker: {} for worker in last}
    rows = Allocation.unwithdrawn.filter(
        in_force(standing.day), listed(standing), role__in=ROLES, worker__in=list(last)
    )
    for row in rows.order_by("pk"):
        held[row.worker_id or 0][row.child_id] = row
    ready = _finished(last, {child for each in held.values() for child in each})
    found = [
        Leaver(
            post.worker, str(post.team) if post.team else "", post.ended_on,
            tuple(_of_leaver(row, (worker, child) in ready) for child, row in sorted(held[worker].items())),
        )
        for worker, post in last.items()
        if post.worker is not None and post.ended_on is not None
    ]  # fmt: skip
    return sorted(found, key=lambda each: (each.leaves_on, str(each.worker)))


def _finished(workers: Iterable[int], children: Iterable[int]) -> set[tuple[int, int]]:
    """The workers and children for whom a handover is finished."""
    rows = Handover.unwithdrawn.filter(
        from_worker__in=list(workers), child__in=list(children), finished_on__isnull=False
    )
    return {
        (worker, child)
        for worker, child in rows.values_list("from_worker_id", "child_id")
        if worker is not None
    }


def _of_leaver(held: Allocation, ready: bool) -> OfLeaver:
    goes = f", ends {held.ended_on:%-d %b %Y}" if held.ended_on else ", nobody chosen to follow"
    return OfLeaver(held.child_id, ("handover finished" if ready else "not handed over") + goes, ready)
