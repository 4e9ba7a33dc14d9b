"""Rows about children, by statements put together once: a page asks fifty tables, and working each out anew took half of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TypeVar

from django.db import connection
from django.db.models import Model
from django.db.models.query import RawQuerySet

Row = TypeVar("Row", bound=Model)


def rows_about(model: type[Row], children: Sequence[int], where: str = "") -> RawQuerySet[Row]:
    """Every row of a table about these children, in no order; lazy, and one query.

    where: a further condition in SQL, of columns and constants of ours only.
    """
    return model._base_manager.raw(_statement(model, len(children), where), list(children))


def tables_with_rows(models: tuple[type[Model], ...], child: int) -> set[type[Model]]:
    """Which of these tables hold anything about a child, in one query: most of fifty hold nothing."""
    with connection.cursor() as cursor:
        cursor.execute(_whether(models), [child] * len(models))
        return {models[place] for (place,) in cursor.fetchall()}


@cache
def _whether(models: tuple[type[Model], ...]) -> str:
    tables = [connection.ops.quote_name(model._meta.db_table) for model in models]
    return " UNION ALL ".join(
        f"SELECT {place} WHERE EXISTS (SELECT 1 FROM {table} WHERE child_id = %s)"
        for place, table in enumerate(tables)
    )


@cache
def _statement(model: type[Model], count: int, where: str) -> str:
    table = connection.ops.quote_name(model._meta.db_table)
    held = ", ".join(["%s"] * count) or "NULL"
    return f"SELECT * FROM {table} WHERE child_id IN ({held}){f' AND {where}' if where else ''}"
