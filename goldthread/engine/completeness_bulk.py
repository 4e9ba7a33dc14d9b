"""The gaps in the files of many children at once, in Polars.

Answers the same as ``completeness_one`` from the same definitions (`goldthread.rulebook.completeness`), and shares no function
with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import polars as pl

from goldthread.rulebook.completeness import MISSING, NOT_TOLD, FileRule, OfChild, OfStatus, Some

from .checks_bulk import SCHEMA, standing_rows
from .selecting import AnyTable, compiled

Frames = Mapping[str, pl.DataFrame]


def gaps_of_many(rules: Mapping[str, FileRule], tables: Mapping[str, AnyTable], today: date) -> pl.DataFrame:
    """Every gap today, in the order of the rules, then child. Columns as in ``SCHEMA``."""
    read = {name: standing_rows(name, table) for name, table in tables.items()}
    parts = [_gaps(name, rule, read, today) for name, rule in rules.items()]
    return pl.concat([pl.DataFrame(schema=SCHEMA), *parts])


def _gaps(name: str, rule: FileRule, tables: Frames, today: date) -> pl.DataFrame:
    asked = _asked(rule, tables, today)
    left = asked.join(_held(rule, tables, asked, today), on="child", how="anti")
    state = pl.when(pl.col("source").is_not_null()).then(pl.lit(NOT_TOLD)).otherwise(pl.lit(MISSING))
    return left.select(
        pl.lit(name).alias("name"), "child", "table", pl.col("id").alias("row"), "on", state.alias("state"),
        pl.lit("").alias("lacking"), pl.lit("").alias("unknown"), pl.lit(None, dtype=pl.Date).alias("moved_on"),
        pl.lit(None, dtype=pl.Int64).alias("moved"),
    ).sort("child")  # fmt: skip


def _asked(rule: FileRule, tables: Frames, today: date) -> pl.DataFrame:
    """One row a child of whom the rule is asked today: the first begun status, whether it says what it must, and from when."""
    parts = []
    for place, spells in enumerate(rule.statuses):
        rows, ends = _of(tables, spells.table), pl.col(spells.ends)
        if spells.where is not None:
            rows = rows.filter(compiled(spells.where, pl.col))
        rows = rows.filter((pl.col(spells.begins) <= today) & (ends.is_null() | (ends > today)))
        met = compiled(rule.need.condition, pl.col) if isinstance(rule.need, OfStatus) else pl.lit(None)
        parts.append(
            rows.select(
                "child", "id", "source", pl.lit(spells.table).alias("table"), pl.col(spells.begins).alias("began"),
                pl.lit(place).alias("place"), met.cast(pl.Boolean).alias("met"),
            )
        )  # fmt: skip
    first = (
        pl.concat(parts).sort("began", "place", "id").group_by("child", maintain_order=True).first()
        .with_columns(pl.col("began").dt.offset_by(f"{rule.after}d").alias("on"))
    )  # fmt: skip
    return first.filter(pl.col("on") <= today)


def _held(rule: FileRule, tables: Frames, asked: pl.DataFrame, today: date) -> pl.DataFrame:
    """The children, among those asked about, whose file holds it."""
    need = rule.need
    if isinstance(need, OfStatus):
        return asked.filter(pl.col("met")).select("child")
    if isinstance(need, OfChild):
        met = _of(tables, "children").filter(compiled(need.condition, pl.col))
        return met.select(pl.col("id").alias("child"))
    return _some(need, tables, asked, today)


def _some(need: Some, tables: Frames, asked: pl.DataFrame, today: date) -> pl.DataFrame:
    rows, day = _of(tables, need.points.table), pl.col(need.points.column)
    if need.points.where is not None:
        rows = rows.filter(compiled(need.points.where, pl.col))
    if need.in_force:
        ends = pl.col(need.in_force)
        return rows.filter((day.is_null() | (day <= today)) & (ends.is_null() | (ends > today))).select(
            "child"
        )
    rows = rows.filter(day <= today)
    if need.months:
        rows = rows.filter(day >= pl.lit(today).dt.offset_by(f"-{need.months}mo"))
    if need.since_status:
        rows = rows.select("child", day.alias("day")).join(asked.select("child", "began"), on="child")
        rows = rows.filter(pl.col("day") >= pl.col("began"))
    return rows.select("child")


def _of(tables: Frames, name: str) -> pl.DataFrame:
    return tables[name] if name in tables else standing_rows(name, None)
