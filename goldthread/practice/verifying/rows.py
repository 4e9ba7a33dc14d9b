"""The rows of a log as the database holds them, each compared with its own hash. Without models, for there may be millions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db import connection, models

from goldthread.record.log_hashes import canonical, payload_columns, readers_of, salted_hash
from goldthread.record.models import Log

AT_A_TIME = 5_000


class Row(NamedTuple):
    """One row: its number, the hash it carries, and whether it says what that hash was made of."""

    number: int
    hash: str
    fits: bool
    erased: bool


def rows_of(log: str, model: type[Log]) -> Iterator[Row]:
    """Every row in order. A tombstone fits where it holds nothing; that its erasure was lawful is looked at elsewhere."""
    columns = payload_columns(model)
    readers = readers_of(model, connection.vendor)
    changes = [(place, reader) for place, reader in enumerate(readers) if reader is not None]
    quote = connection.ops.quote_name
    chosen = ", ".join(
        [*map(quote, ["id", "salt", "hash", "erased_at"]), *(_as_kept(model, name) for name in columns)]
    )
    statement = (
        f"SELECT {chosen} FROM {quote(model._meta.db_table)} WHERE id > %s ORDER BY id LIMIT {AT_A_TIME}"
    )
    empty = {str(model._meta.get_field(name).column): value for name, value in model.ERASABLE.items()}  # type: ignore[union-attr]
    last = -(1 << 62)
    while True:
        with connection.cursor() as cursor:
            cursor.execute(statement, [last])
            found = cursor.fetchall()
        for number, salt, kept, erased, *values in found:
            try:
                for place, reader in changes:
                    values[place] = reader(values[place])
                if erased is None:
                    fits = salted_hash(salt, canonical(log, columns, values)) == kept
                else:
                    fits = salt == "" and all(
                        values[place] == empty[name] for place, name in enumerate(columns) if name in empty
                    )
            except (ValueError, TypeError, AttributeError, json.JSONDecodeError):
                fits = False  # not even a value of the column's kind: SQLite keeps whatever is written to it
            yield Row(
                number, kept if _is_hash(kept) else "0" * 64, fits and _is_hash(kept), erased is not None
            )
        if len(found) < AT_A_TIME:
            return
        last = found[-1][0]


def _as_kept(model: type[Log], column: str) -> str:
    """SQLite's driver would make a moment of the text, and slowly."""
    name = connection.ops.quote_name(column)
    moments = {
        field.column for field in model._meta.concrete_fields if isinstance(field, models.DateTimeField)
    }
    return f"CAST({name} AS text)" if column in moments and connection.vendor == "sqlite" else name


def _is_hash(kept: Any) -> bool:
    return isinstance(kept, str) and len(kept) == 64 and kept.isascii() and kept.isalnum()
