"""Very many rows at once, into plain tables without history."""

from __future__ import annotations

import io
from collections.abc import Iterator

import polars as pl
from django.db import connection, models

NULL = "\\N"


def insert(model: type[models.Model], rows: pl.DataFrame) -> None:
    """Insert rows whose columns are named as those of the table are: PostgreSQL copies them, SQLite runs one statement."""
    quote = connection.ops.quote_name
    into = f"{quote(model._meta.db_table)} ({', '.join(quote(name) for name in rows.columns)})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {into} FROM STDIN WITH (FORMAT csv, NULL '{NULL}')") as copy:
                for part in _parts(rows):
                    copy.write(part)
        else:
            marks = ", ".join(["%s"] * rows.width)
            cursor.executemany(f"INSERT INTO {into} VALUES ({marks})", rows.rows())


def _parts(rows: pl.DataFrame) -> Iterator[bytes]:
    for part in rows.iter_slices(100_000):
        text = io.BytesIO()
        part.write_csv(text, include_header=False, null_value=NULL)
        yield text.getvalue()
