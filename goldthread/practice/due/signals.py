"""What the checks and the signals of drift say of children: for one by the plain evaluators, kept for all by the bulk ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import polars as pl
from django.db import transaction

from goldthread.engine.checks_bulk import check_many
from goldthread.engine.checks_one import check_child
from goldthread.engine.completeness_bulk import gaps_of_many
from goldthread.engine.completeness_one import gaps_of_child
from goldthread.engine.drift_bulk import drift_many
from goldthread.engine.drift_one import drift_child
from goldthread.engine.finding import Finding
from goldthread.practice.local_rules import rules_here
from goldthread.practice.moment import today
from goldthread.record.models import Signal
from goldthread.rulebook.completeness import COMPLETENESS, MISSING, NOT_TOLD, FileRule
from goldthread.rulebook.drift import MOVES, READS, SIGNALS
from goldthread.rulebook.gates import ASKED

from .columns import Needed
from .reading import rows_of_child, tables_of
from .turns import take_turns

BATCH = 2_000
A_FEW = 20
EVERY = frozenset({*ASKED, *SIGNALS, *COMPLETENESS})
KEPT_STATES = ("not met", NOT_TOLD, "drifting", MISSING)


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one child: every check's answer, the signals that stand, and the gaps in the file."""

    checks: list[Finding]
    drift: list[Finding]
    gaps: list[Finding]


def _needed(names: frozenset[str]) -> Needed:
    """The columns that these checks and signals read, by table."""
    found: dict[str, set[str]] = {}
    for name in names & ASKED.keys():
        for table, columns in ASKED[name].columns().items():
            found.setdefault(table, set()).update(columns)
    for name in names & SIGNALS.keys():
        reads = READS[SIGNALS[name].shape]
        for table, several in [*reads.items(), *((points.table, (points.column,)) for points, _ in MOVES)]:
            found.setdefault(table, {"id", "child", "source"}).update(several)
    for rule in _rules(names).values():
        for table, read in rule.columns().items():
            found.setdefault(table, set()).update(read)
    return {table: frozenset(columns) for table, columns in found.items()}


def _rules(names: frozenset[str]) -> dict[str, FileRule]:
    return {name: rule for name, rule in COMPLETENESS.items() if name in names}


def _limits() -> dict[str, int]:
    """How long is too long, as the authority has set it."""
    rules = rules_here()
    limited = {name: signal for name, signal in SIGNALS.items() if signal.limit is not None}
    return {
        name: rules.number(signal.limit.name, signal.default)
        for name, signal in limited.items()
        if signal.limit is not None
    }


def told_of_child(child_id: int, names: frozenset[str] = EVERY) -> Told:
    """What the plain evaluators say of one child."""
    rows, day = rows_of_child(child_id, _needed(names)), today()
    checks = [check for name, check in ASKED.items() if name in names]
    signals = [signal for name, signal in SIGNALS.items() if name in names]
    drift = drift_child(signals, rows, day, _limits()) if signals else []
    gaps = gaps_of_child(_rules(names), rows, day)
    return Told(check_child(checks, rows, day), drift, gaps)


def _told_of_many(child_ids: Sequence[int] | None, names: frozenset[str]) -> list[Finding]:
    tables, day = tables_of(child_ids, _needed(names)), today()
    checks = [check for name, check in ASKED.items() if name in names]
    signals = [signal for name, signal in SIGNALS.items() if name in names]
    drift = drift_many(signals, tables, day, _limits())
    every = pl.concat([check_many(checks, tables, day), drift, gaps_of_many(_rules(names), tables, day)])
    kept = every.filter(pl.col("state").is_in(KEPT_STATES))
    return [Finding(*row) for row in kept.iter_rows()]


@transaction.atomic
def rebuild_signals(child_ids: Sequence[int] | None = None, names: frozenset[str] = EVERY) -> int:
    """Work out anew what these checks and signals say of these children, or of all. Gives how many rows there are."""
    take_turns(child_ids)
    held = Signal.objects.filter(name__in=names)
    if child_ids is None or len(child_ids) > A_FEW:
        found = _told_of_many(child_ids, names)
    else:
        told = [told_of_child(child, names) for child in child_ids]
        found = [
            each for one in told for each in (*one.checks, *one.drift, *one.gaps) if each.state in KEPT_STATES
        ]
    if child_ids is not None:
        for start in range(0, len(child_ids), BATCH):
            held.filter(child_id__in=child_ids[start : start + BATCH]).delete()
    else:
        held.delete()
    Signal.objects.bulk_create([_kept(each) for each in found], batch_size=BATCH)
    return len(found)


def refresh_signals(child_ids: Iterable[int], tables: Iterable[str]) -> None:
    """After a write that touched these tables of these children: what it can have changed, in the same transaction."""
    touched = frozenset(tables)
    names = {name for name, check in ASKED.items() if check.tables() & touched}
    names |= {name for name, rule in COMPLETENESS.items() if rule.tables & touched}
    if touched & DRIFT_TABLES:
        names |= SIGNALS.keys()
    if names:
        rebuild_signals(list(child_ids), frozenset(names))


DRIFT_TABLES = frozenset().union(*(signal.tables for signal in SIGNALS.values())) | {
    points.table for points, _ in MOVES
}


def _kind(name: str) -> str:
    return "check" if name in ASKED else "gap" if name in COMPLETENESS else "drift"


def _kept(each: Finding) -> Signal:
    return Signal(
        child_id=each.child, kind=_kind(each.name), name=each.name, table=each.table, row=each.row,
        on=each.on, state=each.state, lacking=each.lacking, unknown=each.unknown, moved_on=each.moved_on, moved=each.moved,
    )  # fmt: skip
