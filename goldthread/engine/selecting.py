"""From tables of any kind to arrays: only the columns that clocks read, their conditions settled in Polars."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache, cached_property, reduce
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import polars as pl
import pyarrow as pa

from goldthread.rulebook.clock import Clock, Spells
from goldthread.vocabulary import TABLES, Column, Points
from goldthread.vocabulary.expressions import All, AnyOf, Compare, Expression, IsIn, Known, Not

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
AnyTable: TypeAlias = pa.Table | pl.DataFrame | pl.LazyFrame | Path | str

MISSING = -(2**31)
"""What stands in an array where the column holds nothing: the least that half a word holds, no day, minute or row."""
WORTH_TWO = 100_000
"""Rows from which on two threads are quicker than one."""

DTYPES: dict[str, Any] = {
    "key": pl.Int64, "ref": pl.Int64, "text": pl.String, "code": pl.String, "day": pl.Date,
    "instant": pl.Datetime("us", "UTC"), "flag": pl.Boolean, "number": pl.Int64, "decimal": pl.Float64,
    "json": pl.String,
}  # fmt: skip
COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt,
    "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip


@dataclass
class Wanted:
    """What the clocks read of one table. ``rows`` are the conditions that make a row matter; None is every row."""

    days: set[str] = field(default_factory=set)
    instants: set[str] = field(default_factory=set)
    refs: set[str] = field(default_factory=set)
    conditions: set[Expression] = field(default_factory=set)
    rows: set[Expression | None] = field(default_factory=set)

    def in_order(self) -> list[Expression]:
        """The conditions, always in one order."""
        return sorted(self.conditions, key=str)


@dataclass
class Frame:
    """One table's rows, sorted by id, as arrays: days from 1970 (int32), UTC minutes, and keys of rows (MISSING for none).

    holds: for which rows each condition's answer is yes; None for a condition that all of these rows meet.
    """

    ids: Ints
    children: Ints
    columns: dict[str, Ints]
    holds: dict[Expression | None, Flags | None]

    @cached_property
    def imported(self) -> bool:
        """Whether any row of a table that starts duties has a source."""
        return bool((self.columns["source"] != MISSING).any())

    @cached_property
    def _dense(self) -> bool:
        """Whether the ids are all those from the first to the last."""
        span = int(self.ids[-1]) - int(self.ids[0]) + 1
        return span == self.ids.size and bool((self.ids[1:] > self.ids[:-1]).all())

    @cached_property
    def _positions(self) -> Ints | None:
        """Where each id stands, where ids lie close enough together for a table of them; else None."""
        if not self.ids.size or int(self.ids[-1]) - int(self.ids[0]) > 4 * self.ids.size + 1000:
            return None
        table = np.full(int(self.ids[-1] - self.ids[0]) + 1, -1, np.int64)
        table[self.ids - self.ids[0]] = np.arange(self.ids.size)
        return table

    def row_at(self, at: Ints) -> Ints:
        """The ids of the rows that stand there."""
        return at + self.ids[0] if self.ids.size and self._dense else self.ids[at]

    def position_of(self, ids: Ints) -> Ints:
        """Where the rows with these ids stand; -1 where there is no such row."""
        if not self.ids.size:
            return np.full(ids.size, -1, np.int64)
        away = ids - self.ids[0]
        if self._dense:
            return np.where((away >= 0) & (away < self.ids.size), away, -1)
        positions = self._positions
        if positions is None:
            at = np.minimum(np.searchsorted(self.ids, ids), self.ids.size - 1)
            return np.where(self.ids[at] == ids, at, -1)
        outside = (away < 0) | (away >= positions.size)
        away[outside] = 0
        found = positions[away]
        found[outside] = -1
        return found


@cache
def _columns(table: str) -> dict[str, Column]:
    return TABLES[table].columns()


def child_column(table: str) -> str:
    """The column that names the owner: the child, or a foster household; a child's own row is its own."""
    return TABLES[table].owner_column()


def day_column(table: str, column: str) -> str:
    """The column with a point's local date: itself, or the companion of an instant."""
    return _columns(table)[column].day or column


def is_instant(table: str, column: str) -> bool:
    return _columns(table)[column].kind == "instant"


def ref_to(table: str, other: str) -> str:
    """The first column of a table that names a row of another; empty where there is none."""
    named = (name for name, column in _columns(table).items() if column.kind == "ref" and column.to == other)
    return next(named, "")


def wanted_by(clocks: Iterable[Clock]) -> dict[str, Wanted]:
    """Which columns and conditions of which tables the clocks read."""
    found: dict[str, Wanted] = {}

    def want(table: str, *columns: str, where: Expression | None, in_hours: bool) -> None:
        wanted = found.setdefault(table, Wanted())
        wanted.rows.add(where)
        if where is not None:
            wanted.conditions.add(where)
        for column in columns:
            wanted.days.add(day_column(table, column))
            if in_hours and is_instant(table, column):
                wanted.instants.add(column)

    for clock in clocks:
        hours = clock.in_hours
        selected: list[Points] = [clock.starts, clock.done, *clock.ends, *clock.superseded_by]
        selected += [each.points for each in clock.sooner]
        selected += [clock.afterwards.points] if clock.afterwards else []
        for points in selected:
            want(points.table, points.column, where=points.where, in_hours=hours)
        around: list[Spells] = [*clock.unless, *([clock.during] if clock.during else [])]
        for spell in around:
            want(spell.table, spell.begins, spell.ends, where=spell.where, in_hours=hours)
        if clock.ages:
            want("children", "born_on", where=None, in_hours=hours)
        starts = found[clock.starts.table]
        starts.refs.add("source")
        if clock.lasts:
            starts.conditions.add(clock.lasts.where)
        for stop in (*clock.ends, *clock.superseded_by):
            if stop.table != clock.starts.table and (ref := ref_to(clock.starts.table, stop.table)):
                starts.refs.add(ref)
        if clock.key:
            found[clock.done.table].refs.add(clock.key)
    return found


def frames(tables: Mapping[str, AnyTable], wanted: Mapping[str, Wanted]) -> dict[str, Frame]:
    """Read what is wanted of each table. A table that is not given has no rows, a column that is not given no values."""
    names = [name for name in wanted if name in tables]
    read = pl.collect_all([_query(tables[name], name, wanted[name]) for name in names])
    largest_first = sorted(zip(names, read, strict=True), key=lambda each: -each[1].height)
    with ThreadPoolExecutor(2 if sum(rows.height for rows in read) >= WORTH_TWO else 1) as some:
        made = some.map(
            lambda each: (each[0], _frame(each[1], child_column(each[0]), wanted[each[0]])), largest_first
        )
        found = dict(made)
    nothing = pl.LazyFrame(schema={"id": pl.Int64})
    for name in wanted:
        if name not in found:
            found[name] = _frame(
                _query(nothing, name, wanted[name]).collect(), child_column(name), wanted[name]
            )
    return found


def lazy(table: AnyTable) -> pl.LazyFrame:
    if isinstance(table, pl.LazyFrame):
        return table
    if isinstance(table, pl.DataFrame):
        return table.lazy()
    if isinstance(table, pa.Table):
        made = pl.from_arrow(table)
        return made.to_frame().lazy() if isinstance(made, pl.Series) else made.lazy()
    return pl.scan_parquet(table)


def _query(table: AnyTable, name: str, wanted: Wanted) -> pl.LazyFrame:
    rows = lazy(table)
    schema = rows.collect_schema()
    kinds = {column: DTYPES[declared.kind] for column, declared in _columns(name).items()}

    def column(named: str) -> pl.Expr:
        held = schema.get(named)
        if held is None or held == pl.Null:
            return pl.lit(None, dtype=kinds[named])
        return pl.col(named)

    def numbers(named: str) -> pl.Expr:
        return column(named).cast(pl.Int64).fill_null(MISSING)

    def days(named: str) -> pl.Expr:
        return column(named).cast(pl.Date).to_physical().fill_null(MISSING)

    def minutes(named: str) -> pl.Expr:
        return (column(named).dt.timestamp("ms") // 60_000).fill_null(MISSING)

    owner = child_column(name)
    there = [column("withdrawn_at").is_null(), column(owner).is_not_null()]
    mattering = [where for where in wanted.in_order() if where in wanted.rows]
    if None not in wanted.rows:
        there.append(reduce(operator.or_, (compiled(where, column) for where in mattering)))
    return rows.filter(reduce(operator.and_, there)).select(
        column("id").cast(pl.Int64).alias("id"),
        column(owner).cast(pl.Int64).alias("child"),
        *(days(named).alias(f"column {named}") for named in sorted(wanted.days)),
        *(minutes(named).alias(f"column {named}") for named in sorted(wanted.instants)),
        *(numbers(named).alias(f"column {named}") for named in sorted(wanted.refs - {owner})),
        *(
            compiled(where, column).fill_null(False).alias(f"holds {at}")
            for at, where in enumerate(wanted.in_order())
            if wanted.rows != {where}
        ),
    )


def _frame(rows: pl.DataFrame, owner: str, wanted: Wanted) -> Frame:
    if not rows["id"].is_sorted():
        rows = rows.sort("id")
    arrays = {name: rows[name].to_numpy() for name in rows.columns}
    columns = {
        name.removeprefix("column "): array for name, array in arrays.items() if name.startswith("column ")
    }
    columns[owner] = arrays["child"]
    holds: dict[Expression | None, Flags | None] = {
        where: arrays.get(f"holds {at}") for at, where in enumerate(wanted.in_order())
    }
    return Frame(arrays["id"], arrays["child"], columns, {None: None, **holds})


def compiled(expression: Expression, column: Callable[[str], pl.Expr]) -> pl.Expr:
    """An expression in Polars, whose three-valued logic is SQL's. ``column`` gives a column by name."""
    match expression:
        case Compare(named, comparison, value, other):
            right = column(other) if other else pl.lit(value)
            return COMPARISONS[comparison](column(named), right)
        case IsIn(named, values):
            # One comparison a value: it is as fast as is_in for a few codes, and a missing value stays not known.
            return reduce(operator.or_, (column(named) == pl.lit(value) for value in values))
        case Known(named):
            return column(named).is_not_null()
        case Not(inner):
            return ~compiled(inner, column)
        case All(parts):
            return reduce(operator.and_, (compiled(part, column) for part in parts))
        case AnyOf(parts):
            return reduce(operator.or_, (compiled(part, column) for part in parts))
    raise TypeError(f"{type(expression).__name__} is no expression that Polars can be given")
