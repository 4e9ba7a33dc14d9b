"""Questions that the ORM makes once and asks again of other keys and days, where making them takes longer than the answer."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler

MOST = 512
"""Statements kept of one question; the one asked longest ago goes first."""

_LEAST = 11 - 2**31
_DAY, _MOMENT = date(1000, 1, 1), datetime(1000, 1, 1, tzinfo=UTC)


class _Made(NamedTuple):
    sql: str
    values: tuple[Any, ...]
    places: dict[int, int]
    """Where in the values which of those asked about stands."""
    compiler: SQLCompiler
    converters: dict[int, Any]


class OnceMade:
    """A query kept as the statement that the ORM made of it, to be asked again with other values.

    make: the query, as values_list, for the values (keys, days, moments) and for what else it is asked with by name, each
    of which makes another statement. A value is handed to the database as it is: `make` may not work anything out from it,
    nor leave it out. Kept by connection, so that it is in that database's language and no thread shares it.
    """

    def __init__(self, make: Callable[..., QuerySet[Any, Any]]) -> None:
        self._make = make
        self._made: WeakKeyDictionary[Any, dict[Hashable, _Made | None]] = WeakKeyDictionary()

    def __call__(self, *values: int | date | datetime, **named: Hashable) -> list[tuple[Any, ...]]:
        """The rows for these values."""
        link = connections[DEFAULT_DB_ALIAS]
        here = self._made.setdefault(link, {})
        wanted = (tuple(type(each) for each in values), tuple(named.items()))
        made = here.pop(wanted) if wanted in here else self._statement(link, values, named)
        here[wanted] = made
        if len(here) > MOST:
            del here[next(iter(here))]
        if made is None:
            return []
        given = list(made.values)
        for at, which in made.places.items():
            given[at] = _handed(link, values[which], type(given[at]))
        with link.cursor() as cursor:
            cursor.execute(made.sql, given)
            rows = cursor.fetchall()
        return [tuple(row) for row in made.compiler.apply_converters(rows, made.converters)]

    def _statement(
        self, link: Any, values: tuple[int | date | datetime, ...], named: dict[str, Hashable]
    ) -> _Made | None:
        """None where the ORM knows that nothing can answer, and asks no database."""
        stands = [_stands_for(each, number) for number, each in enumerate(values)]
        others = [_stands_for(each, number + len(values)) for number, each in enumerate(values)]
        try:
            compiler, sql, given = self._compiled(link, stands, named)
            _, again, other = self._compiled(link, others, named)
        except EmptyResultSet:
            return None
        places: dict[int, int] = {}
        for at, (one, two) in enumerate(zip(given, other, strict=True)):
            for which, (stand, another) in enumerate(zip(stands, others, strict=True)):
                if one == _handed(link, stand, type(one)) and two == _handed(link, another, type(two)):
                    places[at] = which
            if at not in places and one != two:
                raise RuntimeError(f"found {one!r} worked out from a value; expected the value itself")
        if {*places.values()} != {*range(len(values))} or sql != again:
            raise RuntimeError("found a value that the statement does not hold; expected it to ask for each")
        converters = compiler.get_converters([each[0] for each in compiler.select])
        return _Made(sql, tuple(given), places, compiler, converters)

    def _compiled(
        self, link: Any, values: list[int | date | datetime], named: dict[str, Hashable]
    ) -> tuple[SQLCompiler, str, tuple[Any, ...]]:
        compiler = self._make(*values, **named).query.get_compiler(connection=link)
        sql, given = compiler.as_sql()
        return compiler, sql, tuple(given)


def _stands_for(value: int | date | datetime, number: int) -> int | date | datetime:
    """What stands in a statement for a value of this type; nothing kept has it."""
    if isinstance(value, datetime):
        return _MOMENT + timedelta(days=number)
    if isinstance(value, date):
        return _DAY + timedelta(days=number)
    return _LEAST + number


def _handed(link: Any, value: int | date | datetime, kind: type) -> Any:
    """A value as this database takes it: as the ORM would hand it over. kind: as what it was handed over before."""
    if isinstance(value, datetime):
        return link.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return link.ops.adapt_datefield_value(value)
    return kind(value) if issubclass(kind, int) else value
