"""Counting the authority's figures and keeping the counts: all measures by month, team and group, from the whole record.

Restricted records are in none of them: a figure laid beside the list of the children behind it, or beside the same figure for
somebody else, would tell of one. Where one begins or ends, all is counted again. A counting takes the place of the one before
for the months that it counted, all of it at once; counted again from the same record it is the same to the last row.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import polars as pl
from django.db import IntegrityError, transaction
from django.utils import timezone

from goldthread.engine.measuring import Period, count, last_months
from goldthread.engine.measuring.totals import SUMS
from goldthread.practice.access import restrictions_in_force
from goldthread.practice.actions import action, add, checks_itself
from goldthread.practice.figures.defining import keep_definitions
from goldthread.practice.inserting import insert
from goldthread.practice.local_rules import rules_here
from goldthread.practice.measures.tables import Asked, read
from goldthread.practice.measures.telling import CELL
from goldthread.practice.moment import now, today
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account, FigureCount, FigureCounting
from goldthread.rulebook.measures import MEASURES
from goldthread.vocabulary import Fault

MONTHS = 60
"""How many full months are counted: five years. Older ones stay as they were counted last, for limits may rest on them."""
SILENT = timedelta(seconds=90)
"""After so long without a sign of life the process of a counting is gone."""
NOBODYS = 0
"""The team of those whom no team held."""
NOT_OURS = "Something went wrong on our side. Count again; if it happens again, tell whoever runs this."


class CountingRefused(Fault):
    """Figures cannot be counted so; it says what to change."""


def months_to(day: date, months: int = MONTHS) -> list[Period]:
    """The full months before the one in which a day lies, the oldest first."""
    return last_months(months, day.replace(day=1) - timedelta(days=1))


@action
@checks_itself("counts of teams, which show nobody a record")
def ask_counting(*, by: Account | None, months: int = MONTHS) -> FigureCounting:
    """Have the figures counted again, or the newest months alone. One that is running already is the answer.

    Raises CountingRefused for who may not, or for no month of those that are kept.
    """
    if by is not None and not standing_of(by).role.comments_figures:
        raise CountingRefused(
            "The director, service managers and analysts have figures counted. Ask one of them."
        )
    if not 1 <= months <= MONTHS:
        raise CountingRefused(f"From 1 to {MONTHS} months are counted; found {months}.")
    for running in FigureCounting.objects.filter(ended_at__isnull=True, months__gte=months):
        if state_of(running) == "running":
            return running
    return add(
        FigureCounting(
            asked_by=by, day=today(), months=months, beat_at=timezone.now(), left_out=_digest(_restricted())
        )
    )


def begin_due() -> FigureCounting | None:
    """The counting that is due and that no process has taken yet; None where there is none.

    Today's; one that fell silent; and one more where a record was restricted since, or is so no longer.
    """
    day, beat, left_out = today(), timezone.now(), _digest(_restricted())
    with transaction.atomic():
        # One process after the other, so that two at once do not begin the same.
        FigureCounting.objects.select_for_update().order_by("pk").first()
        held = FigureCounting.objects.filter(night=day).first()
        if held is None:
            return _create(day=day, night=day, months=MONTHS, beat_at=beat, left_out=left_out)
        if state_of(held) == "broken off":
            FigureCounting.objects.filter(pk=held.pk).update(beat_at=beat, done=0)
            return held
        latest = FigureCounting.objects.filter(months=MONTHS).order_by("-asked_at", "-pk")[0]
        if latest.left_out == left_out or running_now() is not None:
            return None
        return _create(day=day, months=MONTHS, beat_at=beat, left_out=left_out)


def _create(**values: Any) -> FigureCounting | None:
    """The counting; None where another process made the first one of all in the same moment."""
    try:
        with transaction.atomic():
            return FigureCounting.objects.create(**values)
    except IntegrityError:
        return None


def state_of(counting: FigureCounting) -> str:
    """``done``, ``failed``, ``broken off``, or ``running``."""
    if counting.failed:
        return "failed"
    if counting.ended_at is not None:
        return "done"
    return "broken off" if timezone.now() - counting.beat_at > SILENT else "running"


def running_now() -> FigureCounting | None:
    """The counting that is running, if one is."""
    for counting in FigureCounting.objects.filter(ended_at__isnull=True).order_by("-asked_at"):
        if state_of(counting) == "running":
            return counting
    return None


def why_not_counted() -> str:
    """Why the last counting kept nothing; empty where it did, or is running."""
    last = FigureCounting.objects.order_by("-asked_at", "-pk").first()
    if last is None or state_of(last) in ("done", "running"):
        return ""
    return last.failed or "The last counting broke off. Count again."


def run(key: int) -> None:
    """Do one counting in this process, saying how far it is."""
    counting = FigureCounting.objects.get(pk=key)
    try:
        _count(counting)
    except Exception:  # whatever it is, whoever waits is told, and the log says where
        logging.getLogger("goldthread.figures").exception("figures were not counted")
        FigureCounting.objects.filter(pk=key).update(ended_at=timezone.now(), failed=NOT_OURS)


def _count(counting: FigureCounting) -> None:
    steps = len(MEASURES) + 2

    def tell(done: int) -> None:
        FigureCounting.objects.filter(pk=counting.pk).update(done=done, steps=steps, beat_at=timezone.now())

    tell(0)
    asked, hidden = read(tuple(MEASURES.values()), None), _restricted()
    tell(1)
    periods = months_to(counting.day, counting.months)
    rows = counted(asked, periods, without=hidden, progress=lambda done: tell(1 + done))
    with transaction.atomic():
        # One after the other: of two at once the second would find rows that it could not take away.
        FigureCounting.objects.select_for_update().order_by("pk").first()
        keep_definitions(MEASURES)
        FigureCount.objects.filter(month__gte=periods[0].last).delete()
        insert(FigureCount, rows)
        FigureCounting.objects.filter(pk=counting.pk).update(
            ended_at=now(), rows=rows.height, done=steps, steps=steps, left_out=_digest(hidden)
        )


def counted(
    asked: Asked,
    periods: Sequence[Period],
    *,
    without: Sequence[int] = (),
    progress: Callable[[int], object] | None = None,
) -> pl.DataFrame:
    """The counts of every measure as they are kept, in the columns of `FigureCount`, in order.

    without: the keys of the children who are left out.
    """
    tables = {
        name: frame.filter(~pl.col("id" if name == "children" else "child").is_in(without))
        for name, frame in asked.tables.items()
    }
    measures = tuple(MEASURES.values())
    return (
        count(
            measures, tables, periods, asked.now, asked.known, asked.speaks, rules_here(), progress=progress
        )
        .with_columns(pl.col("team").fill_null(NOBODYS))
        .rename({"period": "month"})
        .group_by(CELL)
        .agg(pl.col(*SUMS).sum())
        .filter(pl.any_horizontal(pl.col(*SUMS) != 0))
        .sort(CELL)
        .select(*CELL, *SUMS)
    )


def _restricted() -> list[int]:
    """The keys of the children whose record is restricted, in order."""
    return list(restrictions_in_force().order_by("child_id").values_list("child_id", flat=True).distinct())


def _digest(children: Sequence[int]) -> str:
    """By what a counting knows again whom it left out, without saying whom."""
    return hashlib.sha256(repr(list(children)).encode()).hexdigest()
