"""Reading the record for the engine: one child's rows, or everybody's as tables."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

import polars as pl
from django.apps import apps
from django.db import connection

from goldthread.vocabulary import TABLES, Column

from .columns import Needed

FEW = 10_000
"""Of so many children the rows are asked for by their keys; of more, all are read and theirs kept."""

SCHEMA: dict[str, Any] = {
    "key": pl.Int64,
    "ref": pl.Int64,
    "text": pl.String,
    "code": pl.String,
    "day": pl.Int32,
    "instant": pl.Int64,
    "flag": pl.Int8,
    "number": pl.Int64,
    "decimal": pl.Float64,
}


@cache
def _table(plural: str) -> str:
    return connection.ops.quote_name(apps.get_model("record", TABLES[plural].__name__)._meta.db_table)


def _column(column: Column) -> str:
    return connection.ops.quote_name(column.name + "_id" if column.kind == "ref" else column.name)


def _rows_of_one_value() -> str:
    """SQL that gives keys handed over as one value: as thousands of values they take longer than the answer."""
    return (
        "SELECT unnest(%s::bigint[])"
        if connection.vendor == "postgresql"
        else "SELECT value FROM json_each(%s)"
    )


def _as_one_value(keys: Sequence[int]) -> list[int] | str:
    return list(keys) if connection.vendor == "postgresql" else json.dumps(list(keys))


def _as_number(column: Column) -> str:
    """A column as SQL that gives plain numbers: days since 1970, UTC seconds, 0 or 1."""
    name = _column(column)
    postgres = connection.vendor == "postgresql"
    if column.kind == "day":
        return (
            f"({name} - DATE '1970-01-01')" if postgres else f"CAST(julianday({name}) - 2440587.5 AS INTEGER)"
        )
    if column.kind == "instant":
        return (
            f"FLOOR(EXTRACT(EPOCH FROM {name}))::bigint"
            if postgres
            else f"CAST(strftime('%%s', {name}) AS INTEGER)"
        )
    if column.kind == "flag" and postgres:
        return f"{name}::int"
    if column.kind == "text" and postgres:
        return f"{name}::text"  # a random number is an object of its own there
    return name


@cache
def _of_child(plural: str, names: frozenset[str]) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The statement that reads one child's rows, its columns, and which of them are instants."""
    ordered, columns = tuple(sorted(names)), TABLES[plural].columns()
    chosen = ", ".join(_column(columns[name]) for name in ordered)
    owner = "id" if plural == "children" else "child_id"
    sql = f"SELECT {chosen} FROM {_table(plural)} WHERE {owner} = %s AND withdrawn_at IS NULL"
    return sql, ordered, tuple(name for name in ordered if columns[name].kind == "instant")


def rows_of_child(child_id: int, needed: Needed) -> dict[str, list[dict[str, Any]]]:
    """The standing rows of one child, table by table, as the plain evaluator takes them."""
    found: dict[str, list[dict[str, Any]]] = {}
    with connection.cursor() as cursor:
        for plural, names in needed.items():
            sql, ordered, instants = _of_child(plural, names)
            cursor.execute(sql, [child_id])
            rows = [dict(zip(ordered, row, strict=True)) for row in cursor.fetchall()]
            for name in instants:
                for row in rows:
                    row[name] = _aware(row[name])
            found[plural] = rows
    return found


def _aware(value: Any) -> Any:
    """SQLite gives instants without their zone; they are UTC."""
    if isinstance(value, datetime) and value.tzinfo is None:
        return value.replace(tzinfo=UTC)
    return value


def tables_of(child_ids: Sequence[int] | None, needed: Needed) -> dict[str, pl.DataFrame]:
    """The standing rows of these children, or of all, as tables in the vocabulary's types."""
    return {plural: _whole(plural, sorted(names), child_ids) for plural, names in needed.items()}


def _whole(plural: str, names: list[str], child_ids: Sequence[int] | None) -> pl.DataFrame:
    columns = TABLES[plural].columns()
    chosen = ", ".join(_as_number(columns[name]) for name in names)
    owner = "id" if plural == "children" else "child_id"
    sql = f"SELECT {chosen} FROM {_table(plural)} WHERE withdrawn_at IS NULL"
    few = child_ids if child_ids is not None and len(child_ids) <= FEW else None
    if few is not None:
        sql += f" AND {owner} IN ({_rows_of_one_value()})"
    with connection.cursor() as cursor:
        # Always with parameters, even none: only then is "%%" in the statement read as "%".
        cursor.execute(sql, [] if few is None else [_as_one_value(few)])
        rows = cursor.fetchall()
    frame = pl.DataFrame(rows, schema={name: SCHEMA[columns[name].kind] for name in names}, orient="row")
    if child_ids is not None and few is None:
        frame = frame.filter(pl.col("id" if plural == "children" else "child").is_in(child_ids))
    casts = {
        "day": lambda name: pl.col(name).cast(pl.Date),
        "instant": lambda name: pl.from_epoch(name, time_unit="s").dt.replace_time_zone("UTC"),
        "flag": lambda name: pl.col(name).cast(pl.Boolean),
    }
    return frame.with_columns(
        casts[columns[name].kind](name) for name in names if columns[name].kind in casts
    )
