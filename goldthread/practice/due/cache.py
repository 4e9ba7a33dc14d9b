"""Keeping the cache of open duties: rebuilt for many by the bulk evaluator, refreshed for a few by the plain one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any

import polars as pl
from django.db import transaction

from goldthread.engine import bulk
from goldthread.practice.access import seals_in_force
from goldthread.practice.moment import LONDON, now
from goldthread.record.models import Due, DueHistory
from goldthread.rulebook.calendar import ENGLAND_AND_WALES, epoch_day

from .columns import clocks_touching, columns_of, in_order
from .history import instances_of
from .kept import KEPT
from .known import covered, horizon, known_of_many, speaks_to
from .merging import merge_many
from .reading import tables_of

OPEN = ("overdue", "running", "not known")
A_FEW = 20
BATCH = 2_000
Identity = tuple[int, str, str, int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """One open duty as the cache holds it."""

    child_id: int
    clock: str
    start_table: str
    start_row: int
    link: int
    row_id: str
    counted_from: str
    started_on: date
    started_at: datetime | None
    due_on: date
    due_at: datetime | None
    due_day: int
    plan_by: date
    authority: str
    confirmed: bool
    known: bool
    state: str
    edition: date
    calendar_version: str
    judged_at: datetime | None
    judged_day: int | None
    time_known: bool
    source_id: int | None
    leads: bool = True
    more: int = 0

    @property
    def identity(self) -> Identity:
        return self.child_id, self.clock, self.start_table, self.start_row, self.link


NAMES = [field.name for field in fields(Line)]


def _line(found: dict[str, Any]) -> Line:
    """A line from an evaluator's answer. What is recorded here is judged when it is looked at, so it keeps no moment."""
    judged_at = found["judged_at"] if found["source"] is not None and found["state"] != "not known" else None
    return Line(
        child_id=found["child"],
        clock=found["clock"],
        start_table=found["start_table"],
        start_row=found["start_row"],
        link=found["link"],
        row_id=found["row_id"],
        counted_from=found["counted_from"],
        started_on=found["started_on"],
        started_at=found["started_at"],
        due_on=found["due_on"],
        due_at=found["due_at"],
        due_day=epoch_day(found["due_on"]),
        plan_by=found["plan_by"],
        authority=found["authority"],
        confirmed=found["confirmed"],
        known=found["state"] != "not known",
        state=found["state"],
        edition=found["edition"],
        calendar_version=ENGLAND_AND_WALES.version,
        judged_at=judged_at,
        judged_day=epoch_day(judged_at.astimezone(LONDON).date()) if judged_at else None,
        time_known=found["time_known"],
        source_id=found["source"],
    )


def _led(lines: list[Line]) -> list[Line]:
    """The lines with the first due of each child's open instances of a duty marked as the one that lists show."""
    kinds: dict[tuple[int, str], list[Line]] = {}
    for line in lines:
        kinds.setdefault((line.child_id, line.clock), []).append(line)
    marked = []
    for several in kinds.values():
        # What a source cannot know must not hide what is known to be late.
        several.sort(
            key=lambda line: (not line.known, line.due_day, str(line.due_at), line.start_row, line.link)
        )
        marked += [
            replace(line, leads=place == 0, more=len(several) - 1) for place, line in enumerate(several)
        ]
    return marked


def _of_one(child_id: int, names: frozenset[str]) -> list[Line]:
    return [_line(each._asdict()) for each in instances_of(child_id, names) if each.state in OPEN]


def _of_many(child_ids: Sequence[int] | None, names: frozenset[str]) -> list[Line]:
    clocks, held = in_order(names), covered()
    tables = merge_many(tables_of(child_ids, columns_of(names)), speaks_to(held))
    known = known_of_many(clocks, tables, held)
    answers = bulk.run(
        clocks, tables, horizon(now(), held), known=known.to_arrow() if known is not None else None
    )
    still_open = pl.DataFrame(answers).filter(pl.col("state").cast(pl.String).is_in(OPEN))
    return [_line(each) for each in still_open.iter_rows(named=True)]


def rebuild(child_ids: Sequence[int] | None = None) -> int:
    """Work out every open duty of these children, or of all, and make the cache say so. Gives how many there are.

    What has not changed is not written; a date that moved leaves a line of history that says so.
    """
    names = frozenset(KEPT)
    few = child_ids is not None and len(child_ids) <= A_FEW
    lines = (
        [line for child in child_ids or () for line in _of_one(child, names)]
        if few
        else _of_many(child_ids, names)
    )
    _store(lines, child_ids, names, why="worked out anew: its start, its rule or its calendar changed")
    return len(lines)


def refresh(child_ids: Iterable[int], tables: Iterable[str]) -> None:
    """After a write that touched these tables of these children: their affected duties, in the same transaction."""
    names = clocks_touching(frozenset(tables))
    if not names:
        return
    children = list(child_ids)
    lines = [line for child in children for line in _of_one(child, names)]
    _store(lines, children, names, why="something was recorded or withdrawn that moved its start")


@transaction.atomic
def _store(lines: list[Line], child_ids: Sequence[int] | None, names: frozenset[str], *, why: str) -> None:
    held = Due.objects.filter(clock__in=names)
    if child_ids is not None and len(child_ids) <= BATCH:
        held = held.filter(child_id__in=child_ids)
    sealed = set(seals_in_force().values_list("child_id", flat=True))  # its duties end with a record
    wanted = {line.identity: line for line in _led(lines) if line.child_id not in sealed}
    among = None if child_ids is None else set(child_ids)
    gone, changed, moved = [], [], []
    for pk, *values in held.values_list("pk", *NAMES).iterator(chunk_size=BATCH):
        old = Line(*values)
        if among is not None and old.child_id not in among:
            continue
        new = wanted.pop(old.identity, None)
        if new is None:
            gone.append(pk)
        elif new != old:
            changed.append(Due(pk=pk, **_values(new)))
            if new.due_on != old.due_on:
                moved.append(_moved(old, new, why))
    for start in range(0, len(gone), BATCH):
        Due.objects.filter(pk__in=gone[start : start + BATCH]).delete()
    Due.objects.bulk_update(
        changed, [name for name in NAMES if name not in ("child_id", "source_id")], batch_size=200
    )
    Due.objects.bulk_create([Due(**_values(line)) for line in wanted.values()], batch_size=BATCH)
    DueHistory.objects.bulk_create(moved, batch_size=BATCH)


def _values(line: Line) -> dict[str, Any]:
    return {name: getattr(line, name) for name in NAMES}


def _moved(old: Line, new: Line, why: str) -> DueHistory:
    return DueHistory(
        child_id=new.child_id, clock=new.clock, start_table=new.start_table, start_row=new.start_row,
        link=new.link, old_due_on=old.due_on, new_due_on=new.due_on, why=why, at=now(),
    )  # fmt: skip
