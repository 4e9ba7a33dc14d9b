"""Seeded tables for every clock: the histories of the fourteen, with fewer visits, and beside them all that the others read.

What is filled in goes by the vocabulary: a table's first day is where its row lies, the other days follow within weeks,
some are missing; codes are those that the clocks ask for, and another; a reference names a row of the same owner.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from goldthread.engine.selecting import Wanted, wanted_by
from goldthread.rulebook.clocks import CLOCKS, CLOCKS_OF_OTHERS
from goldthread.vocabulary import TABLES, Column
from goldthread.vocabulary.expressions import All, AnyOf, Compare, Expression, IsIn, Not

from .histories import TABLES as TABLES_OF_THE_FIRST
from .histories import TODAY, YEARS, Ints, Writer, some_of, write

ALL = (*CLOCKS.values(), *CLOCKS_OF_OTHERS.values())
VISITS = 45
"""A child's visits in all, fewer than in the histories of the fourteen, so that all events come to a hundred a child."""

# Rows for each child, or for each foster household; of the households and adopters, how many there are to a child.
MEAN = {
    "contacts": 5, "family_help_episodes": 0.5, "help_reviews": 1, "strategy_discussions": 1.5, "safeguarding_orders": 0.1,
    "education_plans": 0.6, "proceedings": 0.1, "permanences": 0.05, "accommodations": 0.1, "private_fosterings": 0.02,
    "allocations": 3, "supervisions": 8, "decisions": 2, "carer_households": 0.04, "adopters": 0.02, "carer_reviews": 5,
    "carer_checks": 12, "carer_training": 4, "escalations": 0.2, "handovers": 0.5, "case_audits": 0.3,
}  # fmt: skip
OF_ANY_OTHER = 0.2
"""Rows for each child of a table that a clock has come to read since."""
LATER, MISSING_OF_TEN = 60, 2

# Codes that some clocks ask for and the histories of the fourteen do not have: every third row with the one gets the other.
INSTEAD = {
    ("legal_statuses", "status"): ("E1", "C2"), ("entitlements", "category"): ("relevant", "eligible"),
    ("visits", "purpose"): ("other", "private-fostering"),
}  # fmt: skip


def write_all(folder: Path, children: int, seed: int = 1) -> int:
    """Write every table that any clock reads; returns how many events there are."""
    events = write(folder, children, seed, VISITS)
    made = Writer(folder, seed + 1_000_000)
    read = wanted_by(ALL)
    for name, wanted in sorted(read.items(), key=lambda each: _after_what_it_names(each[0])):
        _fill(made, name, wanted, children)
    return events + sum(_rows(folder, name) for name in {*MEAN, *read} - {*TABLES_OF_THE_FIRST})


def _rows(folder: Path, name: str) -> int:
    return int(pl.scan_parquet(folder / f"{name}.parquet").select(pl.len()).collect().item())


def _after_what_it_names(name: str) -> tuple[int, str]:
    """Tables in an order in which those that a table names come before it."""
    named = {
        column.to for column in TABLES[name].columns().values() if column.kind == "ref" and column.to != name
    }
    return max(
        (1 + _after_what_it_names(each)[0] for each in named if each in MEAN or each in _BASE), default=0
    ), name


_BASE = ("referrals", "plans", "enquiries", "placements", "missing_episodes")


def _fill(made: Writer, name: str, wanted: Wanted, children: int) -> None:
    """Write a table, or give one that is there the columns that it lacks."""
    path, declared, owner = (
        made.folder / f"{name}.parquet",
        TABLES[name].columns(),
        TABLES[name].owner_column(),
    )
    frame = pl.read_parquet(path) if path.exists() else _begun(made, name, owner, declared, children)
    for (_, column), (usual, instead) in ((key, codes) for key, codes in INSTEAD.items() if key[0] == name):
        third = (pl.col(column) == usual) & (pl.col("id") % 3 == 0)
        frame = frame.with_columns(pl.when(third).then(pl.lit(instead)).otherwise(column).alias(column))
    conditions = [(column, value) for where in wanted.conditions for column, value in _asked(where)]
    read = {*wanted.days, *wanted.refs, *(column for column, _ in conditions)}
    read |= {column for where in wanted.conditions for column in where.columns()}
    first = next(column for column in declared if column in frame.columns and declared[column].kind == "day")
    anchor = frame[first].to_physical().cast(pl.Int64).fill_null(TODAY).to_numpy()
    for column in sorted(read - set(frame.columns)):
        frame = frame.with_columns(
            _column(made, declared[column], anchor, frame[owner].to_numpy(), conditions).alias(column)
        )
    for column in sorted(wanted.instants - set(frame.columns)):
        day = pl.col(declared[column].day).cast(pl.Datetime("us", "UTC"))
        frame = frame.with_columns((day + pl.duration(hours=9)).alias(column))
    frame.write_parquet(path)


def _begun(made: Writer, name: str, owner: str, declared: dict[str, Column], children: int) -> pl.DataFrame:
    """A new table: its owners, and the first day of each row, in the order in which the rows were recorded."""
    if owner == "id":
        owners = np.arange(1, int(children * MEAN[name]) + 2)
    elif owner == "household":
        owners = some_of(made.random, np.arange(1, int(children * MEAN["carer_households"]) + 2), MEAN[name])
    else:
        owners = some_of(made.random, np.arange(1, children + 1), MEAN.get(name, OF_ANY_OTHER))
    days = TODAY - made.random.integers(0, YEARS, owners.size)
    order = np.argsort(days, kind="stable")
    first = next(column for column, each in declared.items() if each.kind == "day")
    frame = pl.DataFrame({owner: owners if owner == "id" else owners[order], first: made.days(days[order])})
    if owner != "id":
        frame = frame.with_columns(pl.int_range(1, owners.size + 1).alias("id"))
    return frame.with_columns(
        pl.lit(None, pl.Int64).alias("source"), pl.lit(None, pl.Datetime("us", "UTC")).alias("withdrawn_at")
    )


def _column(
    made: Writer, column: Column, anchor: Ints, owners: Ints, asked: list[tuple[str, Any]]
) -> pl.Series:
    random, size = made.random, anchor.size
    missing = random.integers(0, 10, size) < MISSING_OF_TEN
    if column.kind == "day":
        reach = 20 * LATER if column.name.endswith("ended_on") else LATER
        return made.days(anchor + random.integers(0, reach, size), missing)
    if column.kind == "ref":
        return _named(made, column.to, owners, missing)
    if column.kind == "flag":
        return pl.select(pl.when(pl.Series(~missing)).then(pl.Series(made.chance(size, 0.5)))).to_series()
    return made.codes(size, *sorted({value for name, value in asked if name == column.name}), "other", None)


def _named(made: Writer, table: str, owners: Ints, missing: Any) -> pl.Series:
    """A row of the same owner in another table, where the owner has one."""
    rows = pl.read_parquet(made.folder / f"{table}.parquet", columns=["id", TABLES[table].owner_column()])
    theirs, ids = rows[TABLES[table].owner_column()].to_numpy(), rows["id"].to_numpy()
    order = np.argsort(theirs, kind="stable")
    begin = np.searchsorted(theirs[order], owners, "left")
    many = np.searchsorted(theirs[order], owners, "right") - begin
    chosen = begin + (made.random.random(owners.size) * many).astype(np.int64)
    named = ids[order][np.minimum(chosen, ids.size - 1)]
    return pl.select(pl.when(pl.Series((many > 0) & ~missing)).then(pl.Series(named))).to_series()


def _asked(expression: Expression) -> Iterable[tuple[str, Any]]:
    """The columns and values that an expression asks for."""
    match expression:
        case Compare(column, _, value, None) if isinstance(value, str):
            yield column, value
        case IsIn(column, values):
            yield from ((column, value) for value in values)
        case Not(inner):
            yield from _asked(inner)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _asked(part)
