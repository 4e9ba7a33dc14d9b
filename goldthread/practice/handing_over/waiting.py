"""What waits for somebody because a child was handed over, or was not; lines of the home pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet

from goldthread.practice.access import listed
from goldthread.practice.holding import ROLES
from goldthread.practice.homes.wants import Wanting, held_and_answered_for, my_own, wanting
from goldthread.practice.standing import Standing, in_force
from goldthread.record.models import Allocation, Handover, Post, Promise

A_YEAR = timedelta(days=365)


def handovers_to_finish(standing: Standing) -> list[Wanting]:
    """The next worker began without it: for the worker who held the child, and for the nearest manager of the child."""
    rows = Handover.unwithdrawn.filter(
        finished_on=None, taken_over_on__lte=standing.day, taken_over_on__gt=standing.day - A_YEAR,
        allocation__ended_on=None,
    ).select_related("child")  # fmt: skip
    worker = _worker(standing)
    mine = rows.none() if worker is None else rows.filter(listed(standing), from_worker=worker)
    return [
        *wanting("handovers-to-finish", "handover to finish", "handovers to finish", mine, "taken_over_on"),
        *wanting(
            "handovers-missing", "child taken over without a handover", "children taken over without a handover",
            rows.filter(held_and_answered_for(standing)), "taken_over_on",
        ),
    ]  # fmt: skip


def handovers_to_read(standing: Standing) -> list[Wanting]:
    """Finished, and the child taken over: for the worker who took the child over; unread after a week, for the manager too."""
    rows = Handover.unwithdrawn.filter(
        finished_on__isnull=False, read_on=None, taken_over_on__lte=standing.day, allocation__ended_on=None
    ).select_related("child")
    a_week = standing.day - timedelta(days=7)
    return [
        *wanting("handovers-to-read", "handover to read", "handovers to read", _taken_by(rows, standing), "taken_over_on"),
        *wanting(
            "handovers-unread", "handover not read after a week", "handovers not read after a week",
            rows.filter(held_and_answered_for(standing), taken_over_on__lt=a_week).exclude(to_worker=_worker(standing) or 0),
            "taken_over_on",
        ),
    ]  # fmt: skip


def children_to_tell(standing: Standing) -> list[Wanting]:
    """Children of whom nobody recorded that they were told of their new worker: for that worker."""
    rows = Handover.unwithdrawn.filter(
        told_on=None, taken_over_on__lte=standing.day, allocation__ended_on=None
    ).select_related("child")
    return wanting(
        "children-to-tell", "child to tell of their new worker", "children to tell of their new worker",
        _taken_by(rows, standing), "taken_over_on",
    )  # fmt: skip


def promises_to_answer(standing: Standing) -> list[Wanting]:
    """Promised to children of one's own for a day that has passed, and neither kept nor answered."""
    rows = Promise.unwithdrawn.filter(my_own(standing), answer=None, due_on__lt=standing.day)
    return wanting(
        "promises-to-answer", "promise to a child to keep or answer", "promises to children to keep or answer",
        rows.select_related("child"), "due_on",
    )  # fmt: skip


def leaving_workers(standing: Standing) -> list[Wanting]:
    """Children of workers of one's line whose last day is set, and for whom no handover is finished."""
    if not standing.role.arranges or not standing.works:
        return []
    leaving = Post.unwithdrawn.filter(
        in_force(standing.day), ended_on__gt=standing.day, worker_id__isnull=False
    )
    staying = Post.unwithdrawn.filter(in_force(standing.day), ended_on=None, worker_id__isnull=False)
    gone = leaving.exclude(worker_id__in=staying.values("worker_id"))
    rows = Allocation.unwithdrawn.filter(
        held_and_answered_for(standing),
        in_force(standing.day),
        role__in=ROLES,
        worker_id__in=gone.values("worker_id"),
    )
    handed = Handover.unwithdrawn.filter(
        child=OuterRef("child"), from_worker=OuterRef("worker"), finished_on__isnull=False, allocation=None
    )
    rows = rows.filter(~Exists(handed)).select_related("child")
    found = wanting(
        "children-of-leavers", "child of a worker who leaves, not handed over",
        "children of workers who leave, not handed over", rows, "began_on",
    )  # fmt: skip
    return [replace(each, since=None) for each in found]  # since when a worker held a child is no wait


def _worker(standing: Standing) -> int | None:
    return standing.works[0].worker if standing.works else None


def _taken_by(rows: QuerySet[Handover], standing: Standing) -> QuerySet[Handover]:
    """Those of children whom an account's own worker took over."""
    worker = _worker(standing)
    return rows.none() if worker is None else rows.filter(listed(standing), to_worker=worker)
