"""Which columns of which tables the clocks read."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from goldthread.rulebook.clock import Clock, Spells
from goldthread.rulebook.clocks import CLOCKS
from goldthread.vocabulary import TABLES, Points

from .kept import KEPT
from .merging import TOLD_BY

Needed = dict[str, frozenset[str]]


def _points(found: dict[str, set[str]], of: Points | Spells) -> None:
    names = {of.column} if isinstance(of, Points) else {of.begins, of.ends}
    if of.where is not None:
        names |= of.where.columns()
    columns = TABLES[of.table].columns()
    names |= {columns[name].day for name in names if columns[name].day}
    found.setdefault(of.table, set()).update(names)


def _references(found: dict[str, set[str]], clock: Clock) -> None:
    """The starting row's columns that name the row on which an end stands."""
    start = TABLES[clock.starts.table].columns()
    for end in (*clock.ends, *clock.superseded_by):
        if end.table != clock.starts.table:
            found[clock.starts.table].update(name for name, column in start.items() if column.to == end.table)


@cache
def columns_of(names: frozenset[str]) -> Needed:
    """Table to columns for the clocks so named, each with its key, child and source."""
    found: dict[str, set[str]] = {}
    for name in names:
        clock = CLOCKS[name]
        parts: list[Points | Spells] = [
            clock.starts,
            clock.done,
            *clock.ends,
            *clock.superseded_by,
            *clock.unless,
        ]
        for part in parts:
            _points(found, part)
        if clock.during:
            _points(found, clock.during)
        for sooner in clock.sooner:
            _points(found, sooner.points)
        if clock.afterwards:
            _points(found, clock.afterwards.points)
        for option in [option for setting in clock.settings for option in setting.options]:
            for chosen in (option.starts, option.done):
                if chosen is not None and chosen.table:
                    _points(found, chosen)
        if clock.lasts:
            found[clock.starts.table].update(clock.lasts.where.columns())
        if clock.key:
            found[clock.done.table].add(clock.key)
        if clock.ages:
            found.setdefault("children", set()).add("born_on")
        _references(found, clock)
    return whose(found)


def whose(found: dict[str, set[str]]) -> Needed:
    """The same columns with those by which rows are told apart: key, child, source, and the rows that they name."""
    for table, columns in found.items():
        columns.update({"id", "source"} if table == "children" else {"id", "child", "source"})
        columns.update(TOLD_BY.get(table, ()))
        columns.update(name for name, column in TABLES[table].columns().items() if column.to in found)
    return {table: frozenset(columns) for table, columns in found.items()}


@cache
def clocks_touching(tables: frozenset[str]) -> frozenset[str]:
    """The clocks whose answers can change when rows of these tables do."""
    return frozenset(name for name, clock in KEPT.items() if clock.tables() & tables)


def in_order(names: Iterable[str]) -> list[Clock]:
    """The named clocks in the rulebook's order."""
    wanted = set(names)
    return [clock for name, clock in KEPT.items() if name in wanted]
