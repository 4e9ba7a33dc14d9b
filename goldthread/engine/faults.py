"""Finding the rows of many children's tables that break a rule on data: in Polars, a query a rule and table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import polars as pl

from goldthread.rulebook.codes import code_set
from goldthread.vocabulary import TABLES, Column

SCHEMA: dict[str, pl.DataType] = {
    "rule": pl.String(), "table": pl.String(), "row": pl.Int64(), "column": pl.String(), "found": pl.String(),
    "expected": pl.String(),
}  # fmt: skip
SPANS = (("began_on", "ended_on"), ("began_at", "ended_at"), ("requested_on", "authorised_on"))
OUTSIDE = frozenset({"accounts", "sources"})  # of an installation, not of the tables


def faults_in(tables: Mapping[str, pl.LazyFrame]) -> pl.DataFrame:
    """Every row that breaks a rule, in the order of the tables, rules and rows. tables: in the vocabulary's types.

    A withdrawn row breaks nothing. Returns ``SCHEMA``; row is the row's number.
    """
    found = pl.collect_all([query for name in tables for query in _queries(name, tables)])
    return pl.concat(found) if found else pl.DataFrame(schema=SCHEMA)


def _queries(name: str, tables: Mapping[str, pl.LazyFrame]) -> Iterator[pl.LazyFrame]:
    rows = tables[name]
    there = rows.collect_schema().names()
    if "withdrawn_at" in there:
        rows = rows.filter(pl.col("withdrawn_at").is_null())
    columns = {named: each for named, each in TABLES[name].columns().items() if named in there}
    yield _faults(
        rows.filter(pl.col("id").is_duplicated() & pl.col("id").is_not_null()),
        "GT-05", name, "id", pl.col("id").cast(pl.String), "a number of its own",
    )  # fmt: skip
    for named, column in columns.items():
        yield from _of_column(name, named, column, rows, tables)
    for began, ended in SPANS:
        if began in columns and ended in columns:
            yield _faults(
                rows.filter(pl.col(ended) < pl.col(began)), "GT-06", name, ended,
                pl.lit("ends ") + pl.col(ended).cast(pl.String), pl.lit("not before ") + pl.col(began).cast(pl.String),
            )  # fmt: skip
    if name == "care_episodes" and {"child", "ended_on"} <= set(there):
        still = rows.filter(pl.col("ended_on").is_null() & pl.col("child").is_not_null())
        yield _faults(
            still.filter(pl.len().over("child") > 1),
            "GT-07",
            name,
            "ended_on",
            pl.lit("another is open"),
            "one open",
        )


def _of_column(
    name: str, named: str, column: Column, rows: pl.LazyFrame, tables: Mapping[str, pl.LazyFrame]
) -> Iterator[pl.LazyFrame]:
    held = pl.col(named)
    if not column.null and named not in ("recorded_at", "withdrawn_because"):
        yield _faults(rows.filter(held.is_null()), "GT-02", name, named, pl.lit("nothing"), "something")
    if column.kind == "code" and column.codes:
        codes = codes_of(column.codes)
        yield _faults(
            rows.filter(held.is_not_null() & (held != "") & ~held.is_in(codes)),
            "GT-03", name, named, held, f"a code of {column.codes.removeprefix('words:')}",
        )  # fmt: skip
    if column.kind == "ref" and column.to in tables and column.to not in OUTSIDE:
        keys = tables[column.to].select(pl.col("id").alias(named))
        missing = rows.filter(held.is_not_null()).join(keys, on=named, how="anti")
        yield _faults(
            missing, "GT-04", name, named, held.cast(pl.String), f"the number of one of the {column.to}"
        )


def codes_of(named: str) -> list[str]:
    """The codes of a set that ever held, or our own words."""
    if named.startswith("words:"):
        return named.removeprefix("words:").split()
    return list(code_set(named).codes())


def _faults(
    rows: pl.LazyFrame, rule: str, table: str, column: str, found: pl.Expr, expected: pl.Expr | str
) -> pl.LazyFrame:
    return rows.select(
        pl.lit(rule).alias("rule"),
        pl.lit(table).alias("table"),
        pl.col("id").cast(pl.Int64).alias("row"),
        pl.lit(column).alias("column"),
        found.cast(pl.String).alias("found"),
        (pl.lit(expected) if isinstance(expected, str) else expected).cast(pl.String).alias("expected"),
    )
