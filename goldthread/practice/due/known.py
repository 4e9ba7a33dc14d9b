"""What the sources of a child can know: from when, and up to when they speak."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any

import polars as pl

from goldthread.engine.holding import reading
from goldthread.engine.instance import Known
from goldthread.engine.selecting import compiled
from goldthread.record.models import Coverage
from goldthread.rulebook.clock import Clock
from goldthread.vocabulary import TABLES
from goldthread.vocabulary.expressions import Expression


@dataclass(frozen=True, slots=True)
class Fact:
    """A completing fact of some clocks: its table, the local day of its column, and which of its rows complete."""

    name: str
    table: str
    day: str
    where: Expression | None


def facts_of(clocks: list[Clock]) -> dict[str, Fact]:
    """The completing facts of these clocks by name. Where several clocks share one, a row that completes any counts."""
    wheres: dict[str, list[Expression | None]] = {}
    for clock in clocks:
        wheres.setdefault(clock.done.fact, []).append(clock.done.where)
    found = {}
    for name, several in wheres.items():
        table, column = name.split(".")
        where = None if None in several else reduce(or_, [each for each in several if each is not None])
        found[name] = Fact(name, table, TABLES[table].columns()[column].day or column, where)
    return found


Covered = list[tuple[int, str, date | None, bool, datetime]]


def covered() -> Covered:
    """Every fact that a source can hold: source, fact, since when, whether only the latest, and up to when."""
    return list(Coverage.objects.values_list("source_id", "fact", "since", "latest_only", "as_at"))


def horizon(now: datetime, held: Covered) -> datetime:
    """The moment after which nothing has happened yet: now, or a source's own moment where that is later."""
    return max([now, *(as_at for *_rest, as_at in held)])


def speaks_to(held: Covered) -> dict[int, datetime]:
    """Each source and the moment up to which it speaks."""
    found: dict[int, datetime] = {}
    for source, _fact, _since, _latest_only, as_at in held:
        found[source] = max(as_at, found.get(source, as_at))
    return found


def _latest(first: date | None, second: date | None) -> date | None:
    return max((each for each in (first, second) if each is not None), default=None)


def known_of_child(
    clocks: list[Clock], rows: Mapping[str, list[dict[str, Any]]], held: Covered
) -> dict[str, Known]:
    """For one child: fact to from when it is known and when it is judged; empty where nothing of the child was imported."""
    sources = {row["source"] for table in rows.values() for row in table} - {None}
    if not sources:
        return {}
    facts = facts_of(clocks)
    found: dict[str, tuple[date | None, datetime]] = {}
    for source, name, since, latest_only, as_at in held:
        if source not in sources or name not in facts:
            continue
        fact = facts[name]
        if latest_only:
            days = [
                row[fact.day]
                for row in rows.get(fact.table, ())
                if row["source"] == source
                and row[fact.day]
                and (fact.where is None or reading(fact.where)(row))
            ]
            since = _latest(since, max(days, default=None))
        found[name] = _joined(found.get(name), (since, as_at))
    return {name: Known(known_from=since, judged_at=as_at) for name, (since, as_at) in found.items()}


def _joined(
    one: tuple[date | None, datetime] | None, other: tuple[date | None, datetime]
) -> tuple[date | None, datetime]:
    """Two sources that hold the same fact of a child: known from the earlier, judged at the later."""
    if one is None:
        return other
    since = None if one[0] is None or other[0] is None else min(one[0], other[0])
    return since, max(one[1], other[1])


def known_of_many(
    clocks: list[Clock], tables: Mapping[str, pl.DataFrame], held: Covered
) -> pl.DataFrame | None:
    """The same for many children as the table that the engine takes; None where nothing was imported."""
    if not held:
        return None
    pairs = pl.concat(
        [
            frame.select(pl.col("id" if plural == "children" else "child").alias("child"), "source")
            for plural, frame in tables.items()
        ]
    )
    pairs = pairs.drop_nulls().unique()
    facts = facts_of(clocks)
    parts = []
    for source, name, since, latest_only, as_at in held:
        if name not in facts:
            continue
        fact = facts[name]
        of_source = pairs.filter(pl.col("source") == source).select("child")
        known_from = pl.lit(since, dtype=pl.Date)
        if latest_only:
            rows = tables[fact.table].filter(pl.col("source") == source)
            if fact.where is not None:
                rows = rows.filter(compiled(fact.where, pl.col))
            latest = rows.group_by("child").agg(pl.col(fact.day).max().alias("latest"))
            of_source = of_source.join(latest, on="child", how="left")
            known_from = pl.max_horizontal(pl.lit(since, dtype=pl.Date), "latest")
        parts.append(
            of_source.select(
                "child",
                pl.lit(name).alias("fact"),
                known_from.alias("known_from"),
                pl.lit(as_at).dt.cast_time_unit("ms").alias("judged_at"),
            )
        )
    if not parts:
        return None
    return (
        pl.concat(parts)
        .group_by("child", "fact")
        .agg(
            pl.when(pl.col("known_from").null_count() > 0)
            .then(None)
            .otherwise(pl.col("known_from").min())
            .alias("known_from"),
            pl.col("judged_at").max(),
        )
        .with_columns(pl.col("judged_at").cast(pl.Datetime("ms", "UTC")))
    )
