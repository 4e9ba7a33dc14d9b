"""A row's values as the record would keep them, so that what comes and what is here can be compared."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from django.db import models

from goldthread.record.models import Recorded, model_of

from .shapes import fact_columns


@cache
def attribute_names(table: str) -> tuple[str, ...]:
    """The model's attributes for the fact columns of a table: a foreign key by its key."""
    model = model_of(table)
    return tuple(model._meta.get_field(column).attname for column in fact_columns(table))  # type: ignore[union-attr]


def complete(table: str, said: dict[str, Any], refs: dict[str, int | None]) -> dict[str, Any]:
    """Attribute to value for every fact column of a table: as a row says it, or its empty value where it says nothing.

    refs: column to the key of the row it refers to.
    """
    values = {}
    for column, (attribute, empty, kept) in _columns(table).items():
        value = refs[column] if column in refs else said.get(column)
        values[attribute] = empty if value is None else kept(value)
    return values


def compared(table: str, row: Recorded | dict[str, Any]) -> tuple[Hashable, ...]:
    """The fact columns' values in one order, to be compared: of a row that is here, or of one that is complete."""
    values = row if isinstance(row, dict) else vars(row)
    *said, original = (values[name] for name in attribute_names(table))
    return (*said, json.dumps(original, sort_keys=True) if original else "")


@cache
def _columns(table: str) -> dict[str, tuple[str, Any, Callable[[Any], Any]]]:
    """For each fact column: the attribute, the value where nothing is said, and how a value is kept."""
    model = model_of(table)
    found = {}
    for column in fact_columns(table):
        field = model._meta.get_field(column)
        assert isinstance(field, models.Field)
        empty = field.get_default() if field.has_default() and not callable(field.default) else None
        if isinstance(field, models.BooleanField) and not field.null and empty is None:
            empty = False
        found[column] = (field.attname, empty, _kept_as(field))
    return found


def _kept_as(field: models.Field[Any, Any]) -> Callable[[Any], Any]:
    if isinstance(field, models.DecimalField):
        step = Decimal(1).scaleb(-field.decimal_places)
        return lambda value: Decimal(str(value)).quantize(step)
    if isinstance(field, models.DateTimeField):
        return _in_utc
    if isinstance(field, models.JSONField):
        return lambda value: json.loads(json.dumps(value, default=str)) or None
    if isinstance(field, (models.CharField, models.TextField)):
        return lambda value: str(value).replace("\0", "")
    return lambda value: value


def _in_utc(value: datetime) -> datetime:
    return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
