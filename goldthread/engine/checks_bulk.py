"""The checks of many children at once, in Polars: a team, an authority, a partition of a nation.

Answers the same as ``checks_one`` from the same definitions (`goldthread.rulebook.check`), and shares no function with it.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping
from datetime import date
from functools import reduce

import polars as pl

from goldthread.rulebook.check import Check, Everyone, Exists, Need, Reached, Says
from goldthread.rulebook.clock import Spells
from goldthread.vocabulary import TABLES
from goldthread.vocabulary.expressions import Expression

from .selecting import DTYPES, AnyTable, compiled, lazy

SCHEMA = {
    "name": pl.String, "child": pl.Int64, "table": pl.String, "row": pl.Int64, "on": pl.Date, "state": pl.String,
    "lacking": pl.String, "unknown": pl.String, "moved_on": pl.Date, "moved": pl.Int64,
}  # fmt: skip
NO = pl.lit(False)


def check_many(checks: Iterable[Check], tables: Mapping[str, AnyTable], today: date) -> pl.DataFrame:
    """Every answer of the checks, in the order of the checks, then child, day and row. Columns as in ``SCHEMA``."""
    read = {name: standing_rows(name, table) for name, table in tables.items()}
    parts = [_answers(check, read, today) for check in checks if check.recorded]
    return pl.concat([pl.DataFrame(schema=SCHEMA), *parts])


def standing_rows(name: str, table: AnyTable | None) -> pl.DataFrame:
    """A table's rows that were not withdrawn, in all the vocabulary's columns; what is not there holds nothing."""
    kinds = {column: DTYPES[said.kind] for column, said in TABLES[name].columns().items()}
    if table is None:
        return pl.DataFrame(schema=kinds)
    rows = lazy(table)
    held = rows.collect_schema()
    made = rows.select(
        pl.col(column).cast(kind)
        if column in held and held[column] != pl.Null
        else pl.lit(None, dtype=kind).alias(column)
        for column, kind in kinds.items()
    )
    return made.filter(pl.col("withdrawn_at").is_null()).collect()


def _answers(check: Check, tables: Mapping[str, pl.DataFrame], today: date) -> pl.DataFrame:
    assert check.about is not None
    own, column = check.about.table, check.about.column
    rows = _where(_of(tables, own), check.about.where).filter(pl.col(column).is_not_null())
    rows = rows.with_columns(pl.col("id" if own == "children" else "child").alias("of"))
    rows = _asked(check, tables, rows).filter(pl.col("on").is_between(check.since, today))
    for spells in check.unless:
        rows = rows.join(_inside(spells, tables, rows, column), on="id", how="anti")
    for place, need in enumerate(check.needs):
        rows = _told(need, tables, rows).rename({"told": f"told {place}"})
    lacking = [
        pl.when(~pl.col(f"told {place}")).then(pl.lit(str(place))) for place in range(len(check.needs))
    ]
    unknown = [
        pl.when(pl.col(f"told {place}").is_null()).then(pl.lit(str(place)))
        for place in range(len(check.needs))
    ]
    told = rows.select(
        pl.lit(check.name).alias("name"),
        pl.col("of").alias("child"),
        pl.lit(own).alias("table"),
        pl.col("id").alias("row"),
        "on",
        pl.concat_str(lacking, separator=" ", ignore_nulls=True).alias("lacking"),
        pl.concat_str(unknown, separator=" ", ignore_nulls=True).alias("unknown"),
        pl.lit(None, dtype=pl.Date).alias("moved_on"),
        pl.lit(None, dtype=pl.Int64).alias("moved"),
    )
    state = (
        pl.when(pl.col("lacking") != "").then(pl.lit("not met"))
        .when(pl.col("unknown") != "").then(pl.lit("cannot be told"))
        .otherwise(pl.lit("met"))
    )  # fmt: skip
    return told.with_columns(state.alias("state")).select(*SCHEMA).sort("child", "on", "row")


def _asked(check: Check, tables: Mapping[str, pl.DataFrame], rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with the day on which the check is asked of each."""
    assert check.about is not None
    began = pl.col(check.about.column)
    if check.asked is None:
        rows = rows.with_columns(began.dt.offset_by(f"{check.later}d").alias("on"))
        if check.open_until:
            ended = pl.col(check.open_until)
            rows = rows.filter(ended.is_null() | (ended > pl.col("on")))
        return rows
    points, ends = check.asked.points, pl.col(check.asked.ends)
    others = _where(_of(tables, points.table), points.where).select(
        pl.col("child").alias("of"), pl.col(points.column).alias("on")
    )
    pairs = rows.select("id", "of", check.about.column, check.asked.ends).join(
        others.drop_nulls(), on="of", maintain_order="left"
    )
    pairs = pairs.filter((pl.col("on") >= began) & (ends.is_null() | (pl.col("on") <= ends))).sort("id", "on")
    nth = pairs.group_by("id", maintain_order=True).agg(pl.col("on").slice(check.asked.number - 1, 1).first())
    return rows.join(nth.drop_nulls(), on="id")


def _told(need: Need, tables: Mapping[str, pl.DataFrame], rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with a column ``told``: yes, no, or nothing where it cannot be told."""
    imported = pl.col("source").is_not_null()
    nothing = pl.lit(None, dtype=pl.Boolean)
    gap = pl.when(imported).then(nothing).otherwise(NO)
    if isinstance(need, Says) and need.of_child:
        children = _of(tables, "children")
        met = compiled(need.condition, pl.col)
        left_out = pl.when(imported).then(nothing).otherwise(NO)
        told = pl.when(met).then(pl.lit(True)).otherwise(left_out)
        if need.unknown is not None:
            told = pl.when(compiled(need.unknown, pl.col)).then(nothing).otherwise(told)
        said = children.select(pl.col("id").alias("of"), told.alias("told"), pl.lit(True).alias("there"))
        rows = rows.join(said, on="of", how="left", maintain_order="left")
        return rows.with_columns(pl.when("there").then("told").otherwise(NO).alias("told")).drop("there")
    if isinstance(need, Says):
        told = compiled(need.condition, pl.col)
        if need.unknown is not None:
            told = pl.when(compiled(need.unknown, pl.col)).then(nothing).otherwise(told)
        return rows.with_columns(told.alias("told"))
    if isinstance(need, Reached):
        day = pl.col(need.column)
        return rows.with_columns(
            pl.when(day.is_null()).then(gap).otherwise(day <= pl.col("on")).alias("told")
        )
    if isinstance(need, Exists):
        pairs = _pairs(need, tables, rows).select("id", compiled(need.where, pl.col).alias("met"))
        each = pairs.group_by("id").agg(
            pl.col("met").any(ignore_nulls=True).alias("some"), pl.col("met").is_null().any().alias("unsure")
        )
        rows = rows.join(each, on="id", how="left", maintain_order="left")
        told = (
            pl.when(pl.col("some")).then(pl.lit(True))
            .when(pl.col("unsure")).then(nothing)
            .when(pl.col("some").is_null()).then(gap)
            .otherwise(NO)
        )  # fmt: skip
        return rows.with_columns(told.alias("told")).drop("some", "unsure")
    if isinstance(need, Everyone):
        return _everyone(need, tables, rows, gap)
    raise TypeError(f"{type(need).__name__} is no need that Polars can be given")


def _pairs(need: Exists, tables: Mapping[str, pl.DataFrame], rows: pl.DataFrame) -> pl.DataFrame:
    """The other table's rows with the row to which each belongs, as ``id``."""
    others = _of(tables, need.table).drop("id")
    if need.via:
        named = others.with_columns(pl.col(need.via).alias("id"), pl.col("child").alias("of"))
        return named.join(rows.select("id", "of"), on=["id", "of"], how="semi")
    own = rows.select("id", "of", "on", pl.col(need.from_column).alias("from here"))
    pairs = own.join(others.with_columns(pl.col("child").alias("of")), on="of")
    return pairs.filter((pl.col(need.day) >= pl.col("from here")) & (pl.col(need.day) <= pl.col("on")))


def _everyone(
    need: Everyone, tables: Mapping[str, pl.DataFrame], rows: pl.DataFrame, gap: pl.Expr
) -> pl.DataFrame:
    begins, ends = pl.col(need.people.begins), pl.col(need.people.ends)
    ties = _where(_of(tables, need.people.table), need.people.where).filter(pl.col("person").is_not_null())
    ties = ties.select(pl.col("child").alias("of"), "person", begins, ends)
    people = rows.select("id", "of", "on").join(ties, on="of")
    people = people.filter(
        (begins.is_null() | (begins <= pl.col("on"))) & (ends.is_null() | (ends > pl.col("on")))
    )
    people = people.select("id", "person", "of").unique()
    told = _where(_of(tables, need.has), need.where).select(
        pl.col(need.via).alias("id"), "person", pl.col("child").alias("of")
    )
    left = people.join(told, on=["id", "person", "of"], how="anti").select("id").unique()
    known = people.select("id").unique().with_columns(pl.lit(True).alias("known"))
    rows = rows.join(known, on="id", how="left", maintain_order="left")
    rows = rows.join(
        left.with_columns(pl.lit(True).alias("left")), on="id", how="left", maintain_order="left"
    )
    nothing = pl.lit(None, dtype=pl.Boolean)
    answer = (
        pl.when(pl.col("known").is_null())
        .then(nothing)
        .when(pl.col("left").is_null())
        .then(pl.lit(True))
        .otherwise(gap)
    )
    return rows.with_columns(answer.alias("told")).drop("known", "left")


def _inside(
    spells: Spells, tables: Mapping[str, pl.DataFrame], rows: pl.DataFrame, column: str
) -> pl.DataFrame:
    """The ids of the rows whose day lies within a spell."""
    others = _where(_of(tables, spells.table), spells.where).select(
        pl.col("child").alias("of"), pl.col(spells.begins).alias("begins"), pl.col(spells.ends).alias("ends")
    )
    pairs = rows.select("id", "of", pl.col(column).alias("day")).join(others, on="of")
    within = (pl.col("begins") <= pl.col("day")) & (
        pl.col("ends").is_null() | (pl.col("day") < pl.col("ends"))
    )
    return pairs.filter(within).select("id").unique()


def _of(tables: Mapping[str, pl.DataFrame], name: str) -> pl.DataFrame:
    return tables[name] if name in tables else standing_rows(name, None)


def _where(rows: pl.DataFrame, where: Expression | None) -> pl.DataFrame:
    return rows if where is None else rows.filter(reduce(operator.and_, [compiled(where, pl.col)]))
