"""The same event told by two sources: counted once, as done, until a person says otherwise.

Rows of different sources (what is recorded here being one of them) that tell of one child, one kind and one day are one
event for the clocks. The row recorded here stands for it, else that of the source that speaks to the latest day; rows
beneath the others hang on it. Nothing in the record is changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import polars as pl

from goldthread.vocabulary import TABLES

Rows = dict[str, list[dict[str, Any]]]

# By which columns two sources' rows are known to be one event. A table that is not here is never merged: its rows of one
# day complete a duty once anyway.
TOLD_BY: dict[str, tuple[str, ...]] = {
    "referrals": ("received_on",),
    "assessments": ("began_on",),
    "enquiries": ("began_on",),
    "plans": ("kind", "began_on"),
    "missing_episodes": ("kind", "ended_on"),
    "care_episodes": ("began_on",),
    "placements": ("began_on",),
    "entitlements": ("category", "began_on"),
}
HERE = datetime.max.replace(tzinfo=UTC)


def merge_child(rows: Rows, speaks_to: Mapping[int, datetime]) -> Rows:
    """One child's rows with each event once. speaks_to: source to the moment up to which it speaks."""
    if len({row["source"] for table in rows.values() for row in table}) < 2:
        return rows
    merged = dict(rows)
    for table, columns in TOLD_BY.items():
        if table in rows:
            stands_for = _doubles(rows[table], columns, speaks_to)
            if stands_for:
                merged[table] = [row for row in merged[table] if row["id"] not in stands_for]
                _hang(merged, table, stands_for)
    return merged


def _doubles(
    rows: list[dict[str, Any]], columns: tuple[str, ...], speaks_to: Mapping[int, datetime]
) -> dict[int, int]:
    """The rows that another one stands for. A source that tells the same twice means two events, which are left alone."""
    together: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for row in rows:
        told = tuple(row.get(column) for column in columns)
        if None not in told:
            together.setdefault(told, []).append(row)
    found: dict[int, int] = {}
    for same in together.values():
        if len(same) > 1 and max(Counter(row["source"] for row in same).values()) == 1:
            stands = max(same, key=lambda row: (_speaks(row, speaks_to), row["id"]))
            found.update({row["id"]: stands["id"] for row in same if row is not stands})
    return found


def _speaks(row: dict[str, Any], speaks_to: Mapping[int, datetime]) -> datetime:
    if row["source"] is None:
        return HERE
    return speaks_to.get(row["source"], datetime.min.replace(tzinfo=UTC))


def _hang(rows: Rows, table: str, stands_for: dict[int, int]) -> None:
    """Make the rows that named a double name the one that stands for it."""
    for plural, several in rows.items():
        names = [name for name, column in TABLES[plural].columns().items() if column.to == table]
        if names:
            rows[plural] = [
                {**row, **{name: stands_for.get(row[name], row[name]) for name in names if name in row}}
                for row in several
            ]


def merge_many(
    tables: Mapping[str, pl.DataFrame], speaks_to: Mapping[int, datetime]
) -> dict[str, pl.DataFrame]:
    """The same for many: only children of whom several sources speak are looked at one by one."""
    of_child = {plural: "id" if plural == "children" else "child" for plural in tables}
    pairs = pl.concat(
        [frame.select(pl.col(of_child[plural]).alias("child"), "source") for plural, frame in tables.items()]
    )
    several = pairs.unique().group_by("child").len().filter(pl.col("len") > 1)["child"].to_list()
    if not several:
        return dict(tables)
    looked_at: dict[int, Rows] = {child: {plural: [] for plural in tables} for child in several}
    for plural, frame in tables.items():
        for row in frame.filter(pl.col(of_child[plural]).is_in(several)).iter_rows(named=True):
            looked_at[row[of_child[plural]]][plural].append(row)
    merged = [merge_child(rows, speaks_to) for rows in looked_at.values()]
    return {
        plural: pl.concat(
            [
                frame.filter(~pl.col(of_child[plural]).is_in(several)),
                pl.DataFrame(
                    [row for rows in merged for row in rows[plural]], schema=frame.schema, orient="row"
                ),
            ]
        )
        for plural, frame in tables.items()
    }
