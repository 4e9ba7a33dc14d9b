"""Reading the record for measures: the tables that they ask for, and what imported sources hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import polars as pl
import pyarrow as pa

from goldthread.engine.measuring.knowing import facts_of
from goldthread.engine.measuring.reading import wanted_of
from goldthread.practice.due.columns import Needed, columns_of, whose
from goldthread.practice.due.known import Covered, covered, known_of_many, speaks_to
from goldthread.practice.due.merging import merge_many
from goldthread.practice.due.reading import tables_of
from goldthread.practice.local_rules import rules_here
from goldthread.practice.moment import LONDON, now
from goldthread.rulebook.clocks import CLOCKS
from goldthread.rulebook.measure import Measure


@dataclass(frozen=True, slots=True)
class Asked:
    """What the engine counts from: tables, the moment, what sources hold and up to when they speak."""

    tables: dict[str, pl.DataFrame]
    now: datetime
    known: pa.Table | None
    speaks: dict[int, date]


def read(measures: Sequence[Measure], children: Sequence[int] | None) -> Asked:
    """The standing rows of these children, or of all, that the measures ask for. An event of two sources is there once."""
    held = covered()
    speaks = speaks_to(held)
    tables = merge_many(tables_of(children, needed_of(measures)), speaks)
    known = _known(measures, tables, held)
    return Asked(
        tables, now(), None if known is None else known.to_arrow(),
        {source: at.astimezone(LONDON).date() for source, at in speaks.items()},
    )  # fmt: skip


def needed_of(measures: Iterable[Measure]) -> Needed:
    """The columns of each table that the measures and their duties read."""
    measures = list(measures)
    found: dict[str, set[str]] = {}
    for table, wanted in wanted_of(measures).items():
        columns = found.setdefault(table, set())
        columns |= wanted.days | wanted.instants | wanted.refs
        for condition in wanted.conditions:
            columns |= condition.columns()
    clocks = frozenset().union(*(measure.clocks() for measure in measures))
    for table, names in columns_of(clocks).items():
        found.setdefault(table, set()).update(names)
    return whose(found)


def _known(
    measures: Sequence[Measure], tables: dict[str, pl.DataFrame], held: Covered
) -> pl.DataFrame | None:
    """What each child's sources hold: of the duties' facts as the duties ask, of other facts as measures do."""
    if not held:
        return None
    rules = rules_here()
    clocks = [
        rules.clock(CLOCKS[name]) for name in sorted(frozenset().union(*(each.clocks() for each in measures)))
    ]
    of_clocks = known_of_many(clocks, tables, held) if clocks else None
    asked = {fact for measure in measures for fact in facts_of(measure)[0]}
    asked -= {clock.done.fact for clock in clocks}
    whose_rows = [
        frame.select(pl.col("id" if name == "children" else "child").alias("child"), "source").drop_nulls()
        for name, frame in tables.items()
    ]
    pairs = pl.concat(whose_rows).unique()
    rows = [
        # Of a source that holds only the latest, earlier days are not known.
        (source, fact, as_at.astimezone(LONDON).date() if latest_only else since, as_at)
        for source, fact, since, latest_only, as_at in held
        if fact in asked
    ]
    told = pl.DataFrame(
        rows,
        schema={
            "source": pl.Int64,
            "fact": pl.String,
            "known_from": pl.Date,
            "judged_at": pl.Datetime("us", "UTC"),
        },
        orient="row",
    )
    always = pl.lit(date(1900, 1, 1))
    found = (
        pairs.join(told, on="source")
        .group_by("child", "fact")
        .agg(pl.col("known_from").fill_null(always).min(), pl.col("judged_at").max())
        .with_columns(pl.col("judged_at").cast(pl.Datetime("ms", "UTC")))
    )
    return found if of_clocks is None else pl.concat([of_clocks, found.select(of_clocks.columns)])
