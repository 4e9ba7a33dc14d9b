"""A question about one child that the ORM makes once and asks again of others, where making it takes longer than the answer."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler

PLACE = 11 - 2**31
"""Stands in the statement for the key of whichever child is asked about; no row has it."""

MOST = 32


class _Made(NamedTuple):
    sql: str
    values: tuple[Any, ...]
    compiler: SQLCompiler
    converters: dict[int, Any]


class OnceMade:
    """A query about the child of a key, kept as the statement that the ORM made of it.

    make: the query, as values_list, for a key and for whatever else it is asked with, each of which makes another
    statement. Kept by connection, so that it is in that database's language and no thread shares it.
    """

    def __init__(self, make: Callable[..., QuerySet[Any, Any]]) -> None:
        self._make = make
        self._made: WeakKeyDictionary[Any, dict[tuple[Hashable, ...], _Made]] = WeakKeyDictionary()

    def __call__(self, key: int, *more: Hashable) -> list[tuple[Any, ...]]:
        """The rows for the child of a key."""
        link = connections[DEFAULT_DB_ALIAS]
        here = self._made.setdefault(link, {})
        if more not in here:
            if len(here) >= MOST:
                here.clear()
            here[more] = self._statement(link, more)
        made = here[more]
        values = [type(each)(key) if each == PLACE else each for each in made.values]
        with link.cursor() as cursor:
            cursor.execute(made.sql, values)
            rows = cursor.fetchall()
        return [tuple(row) for row in made.compiler.apply_converters(rows, made.converters)]

    def _statement(self, link: Any, more: tuple[Hashable, ...]) -> _Made:
        compiler = self._make(PLACE, *more).query.get_compiler(connection=link)
        sql, values = compiler.as_sql()
        if PLACE not in values:
            raise RuntimeError("found no key in the statement; expected the query to ask for one child")
        return _Made(
            sql, tuple(values), compiler, compiler.get_converters([each[0] for each in compiler.select])
        )
