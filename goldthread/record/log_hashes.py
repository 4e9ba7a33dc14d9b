"""What a row of a log says, written in one way only, and its salted hash.

The canonical form leaves out what is empty, so that a column added later (missing or blank by default) leaves the hashes of
older rows as they are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from secrets import token_hex
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

SALT_BYTES = 16
BESIDE = {"id", "salt", "hash", "erased_at", "erased_by_id", "erased_because"}
"""Columns of a log that are not part of what its row says."""

_write = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode


def new_salt() -> str:
    """16 random bytes in hexadecimal: without them nobody can try out what an erased row said."""
    return token_hex(SALT_BYTES)


def payload_columns(model: type[models.Model]) -> list[str]:
    """The columns that the hash speaks for, by their name in the database."""
    return sorted(str(field.column) for field in model._meta.concrete_fields if field.column not in BESIDE)


def canonical(log: str, columns: Sequence[str], values: Sequence[Any]) -> bytes:
    """A row's payload as bytes. values: as `readers_of` or `said_by` give them, in the order of the columns."""
    said = {
        name: value
        for name, value in zip(columns, values, strict=True)
        if value or value.__class__ is int  # 0 is said; None, "", [], {} and False are not
    }
    said["log"] = log
    return _write(said).encode("ascii")


def salted_hash(salt: str, payload: bytes) -> str:
    """SHA-256 of the salt's bytes and the payload, in hexadecimal. Raises ValueError where the salt is no salt."""
    return sha256(bytes.fromhex(salt) + payload).hexdigest()


def said_by(row: models.Model) -> bytes:
    """The canonical payload of a row that is in memory, before or after it was kept."""
    fields = {str(field.column): field for field in row._meta.concrete_fields}
    columns = payload_columns(type(row))
    values = [_plain(getattr(row, fields[name].attname)) for name in columns]
    return canonical(log_name(type(row)), columns, values)


def readers_of(model: type[models.Model], vendor: str) -> list[Callable[[Any], Any] | None]:
    """How to read each payload column as the database gives it; None where it is right as it stands."""
    fields = {str(field.column): field for field in model._meta.concrete_fields}
    return [_reader(fields[name], vendor) for name in payload_columns(model)]


def log_name(model: type[models.Model]) -> str:
    """A log's name in hashes and seals: readlog, auditline."""
    return str(model._meta.model_name)


def moment_text(at: datetime) -> str:
    """A moment in UTC with its microseconds: 2026-03-02T09:14:00.000000."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, (dict, list, tuple)):
        return read_json(json.dumps(value, cls=DjangoJSONEncoder))
    return value


def _reader(field: models.Field[Any, Any], vendor: str) -> Callable[[Any], Any] | None:
    if isinstance(field, models.JSONField):
        return read_json
    if isinstance(field, models.DateTimeField):
        return _sqlite_moment if vendor == "sqlite" else moment_text
    return bool if isinstance(field, models.BooleanField) else None


def _sqlite_moment(text: str) -> str:
    """SQLite keeps "2026-03-02 09:14:00", with microseconds where they are not nought."""
    said = text.replace(" ", "T", 1)
    return said if len(said) == 26 else f"{said}.000000" if len(said) == 19 else said


def read_json(text: str | None) -> Any:
    """JSON as kept; whole numbers are whole however they were written, for PostgreSQL writes them its own way."""
    return None if text is None else json.loads(text, parse_float=_number)


def _number(text: str) -> float | int:
    number = float(text)
    return int(number) if number.is_integer() else number
