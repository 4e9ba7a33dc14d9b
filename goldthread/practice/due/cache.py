"""Keeping the cache of open duties: rebuilt for many by the bulk evaluator, refreshed for a few by the plain one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any

import polars as pl
from django.db import transaction

from goldthread.engine import bulk
from goldthread.practice.access import seals_in_force
from goldthread.practice.local_rules import rules_here
from goldthread.practice.moment import LONDON, now
from goldthread.record.models import Due, DueHistory
from goldthread.rulebook.calendar import ENGLAND_AND_WALES, epoch_day

from .becoming import Became, Identity, became_of_child, became_of_many, told_of, why_it_moved
from .columns import clocks_touching, columns_of, in_order
from .history import instances_of
from .kept import KEPT
from .known import covered, horizon, known_of_many, speaks_to
from .merging import merge_many
from .reading import tables_of
from .signals import rebuild_signals
from .turns import take_turns

OPEN = ("overdue", "running", "not known")
A_FEW = 20
BATCH = 2_000
FindBecame = Callable[[set[Identity]], dict[Identity, Became]]


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
    local_due_on: date | None
    local_due_at: datetime | None
    local_due_day: int | None
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
        local_due_on=found["local_due_on"],
        local_due_at=found["local_due_at"],
        local_due_day=epoch_day(found["local_due_on"]) if found["local_due_on"] else None,
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


def _of_few(child_ids: Sequence[int], names: frozenset[str]) -> tuple[list[Line], FindBecame]:
    """What is open to each, and a way to find out what became of what is not."""
    told = [each for child in child_ids for each in instances_of(child, names)]
    lines = [_line(each._asdict()) for each in told if each.state in OPEN]
    return lines, lambda wanted: became_of_child(told, wanted)


def _of_many(child_ids: Sequence[int] | None, names: frozenset[str]) -> tuple[list[Line], FindBecame]:
    held, rules = covered(), rules_here()
    clocks = [rules.clock(clock) for clock in in_order(names)]
    tables = merge_many(tables_of(child_ids, columns_of(names)), speaks_to(held))
    known = known_of_many(clocks, tables, held)
    answers = bulk.run(
        clocks,
        tables,
        horizon(now(), held),
        known=known.to_arrow() if known is not None else None,
        calendar=rules.calendar(),
    )
    told = pl.DataFrame(answers)
    still_open = told.filter(pl.col("state").cast(pl.String).is_in(OPEN))
    lines = [_line(each) for each in still_open.iter_rows(named=True)]
    return lines, lambda wanted: became_of_many(told, wanted)


@transaction.atomic
def rebuild(child_ids: Sequence[int] | None = None, names: frozenset[str] | None = None) -> int:
    """Work out every open duty of these children, or of all, and make the cache say so. Gives how many there are.

    names: only these clocks, by name. What has not changed is not written; a date that moved leaves a line of history that
    says so.
    """
    take_turns(child_ids)
    if names is None:
        rebuild_signals(child_ids)
    names = frozenset(KEPT) if names is None else names & frozenset(KEPT)
    if not names:
        return 0
    few = child_ids is not None and len(child_ids) <= A_FEW
    lines, find = _of_few(child_ids or (), names) if few else _of_many(child_ids, names)
    _store(lines, find, child_ids, names)
    return len(lines)


@transaction.atomic
def refresh(child_ids: Iterable[int], tables: Iterable[str]) -> None:
    """After a write that touched these tables of these children: their affected duties, in the same transaction."""
    names = clocks_touching(frozenset(tables))
    if not names:
        return
    children = list(child_ids)
    take_turns(children)
    lines, find = _of_few(children, names)
    _store(lines, find, children, names)


def _store(
    lines: list[Line], find: FindBecame, child_ids: Sequence[int] | None, names: frozenset[str]
) -> None:
    held = Due.objects.filter(clock__in=names)
    if child_ids is not None and len(child_ids) <= BATCH:
        held = held.filter(child_id__in=child_ids)
    sealed = set(seals_in_force().values_list("child_id", flat=True))  # its duties end with a record
    wanted = {line.identity: line for line in _led(lines) if line.child_id not in sealed}
    among = None if child_ids is None else set(child_ids)
    gone: dict[int, Line] = {}
    changed, moved = [], []
    for pk, *values in held.values_list("pk", *NAMES).iterator(chunk_size=BATCH):
        old = Line(*values)
        if among is not None and old.child_id not in among:
            continue
        new = wanted.pop(old.identity, None)
        if new is None:
            gone[pk] = old
        elif new != old:
            changed.append(Due(pk=pk, **_values(new)))
            if new.due_on != old.due_on:
                moved.append(_moved(old, new))
    keys = list(gone)
    for start in range(0, len(keys), BATCH):
        Due.objects.filter(pk__in=keys[start : start + BATCH]).delete()
    if gone:
        became = find({old.identity for old in gone.values()})
        moved += [
            _sealed(old) if old.child_id in sealed else _went(old, became.get(old.identity))
            for old in gone.values()
        ]
    Due.objects.bulk_update(
        changed, [name for name in NAMES if name not in ("child_id", "source_id")], batch_size=200
    )
    Due.objects.bulk_create([Due(**_values(line)) for line in wanted.values()], batch_size=BATCH)
    DueHistory.objects.bulk_create(moved, batch_size=BATCH)


def _values(line: Line) -> dict[str, Any]:
    return {name: getattr(line, name) for name in NAMES}


def _history(old: Line, **values: Any) -> DueHistory:
    return DueHistory(
        child_id=old.child_id, clock=old.clock, start_table=old.start_table, start_row=old.start_row,
        link=old.link, row_id=old.row_id, old_due_on=old.due_on, old_edition=old.edition,
        old_calendar_version=old.calendar_version, at=now(), **values,
    )  # fmt: skip


def _moved(old: Line, new: Line) -> DueHistory:
    return _history(
        old, became="moved", new_due_on=new.due_on, new_edition=new.edition,
        new_calendar_version=new.calendar_version, why=why_it_moved(old, new),
    )  # fmt: skip


def _sealed(old: Line) -> DueHistory:
    return _history(old, became="not asked", why="The record was sealed, and its duties ended with it.")


def _went(old: Line, became: Became | None) -> DueHistory:
    return _history(old, **told_of(became))
