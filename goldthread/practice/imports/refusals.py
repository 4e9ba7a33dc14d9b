"""What the database would refuse, found before it is asked, so that one wrong fact does not stop an import.

The constraints are the models' own, read from where they are declared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

WHOLE_NUMBERS = range(-(2**31), 2**31)

_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "exact": lambda found, wanted: found == wanted,
    "gt": lambda found, wanted: found > wanted,
    "gte": lambda found, wanted: found >= wanted,
    "lt": lambda found, wanted: found < wanted,
    "lte": lambda found, wanted: found <= wanted,
    "in": lambda found, wanted: found in wanted,
}


def holds(condition: Q, values: Mapping[str, Any]) -> bool | None:
    """Whether a condition holds of a row, as SQL says it: None where a missing value leaves it open.

    values: field name to value, foreign keys as keys of rows. Raises TypeError for a condition it does not understand.
    """
    answers = [
        holds(part, values) if isinstance(part, Q) else _compare(part, values) for part in condition.children
    ]
    answer: bool | None
    if condition.connector == Q.AND:
        answer = False if False in answers else None if None in answers else True
    elif condition.connector == Q.OR:
        answer = True if True in answers else None if None in answers else False
    else:
        raise TypeError(f"an import cannot check a constraint joined by {condition.connector}")
    return (None if answer is None else not answer) if condition.negated else answer


def _compare(part: Any, values: Mapping[str, Any]) -> bool | None:
    if not (isinstance(part, tuple) and len(part) == 2):
        raise TypeError(f"an import cannot check the constraint {part!r}")
    name, _, lookup = part[0].partition("__")
    found, wanted = values[name], part[1]
    if lookup == "isnull":
        return (found is None) == wanted
    wanted = values[_name(wanted)] if isinstance(wanted, F) else wanted
    if found is None or wanted is None:
        return None
    return _COMPARISONS[lookup or "exact"](found, wanted)


@cache
def _checks(model: type[models.Model]) -> tuple[tuple[Q, str], ...]:
    found = []
    for constraint in model._meta.constraints:
        if isinstance(constraint, CheckConstraint):
            if not isinstance(constraint.condition, Q):
                raise TypeError(f"an import cannot check the constraint {constraint.name}")
            found.append((constraint.condition, str(constraint.violation_error_message)))
    return tuple(found)


@cache
def one_of_each(model: type[models.Model]) -> tuple[UniqueConstraint, ...]:
    """The constraints by which only one row of a kind may stand, such as one open period of care for each child."""
    return tuple(c for c in model._meta.constraints if isinstance(c, UniqueConstraint) and c.condition)


@cache
def _fields(model: type[models.Model]) -> tuple[Any, ...]:
    return tuple(field for field in model._meta.concrete_fields if not field.primary_key)


def refusal(model: type[models.Model], values: Mapping[str, Any]) -> tuple[str, str, str] | None:
    """Why the database would refuse a row: column, what was found, what was expected; None where it would not.

    values: field name to value for every field of the model.
    """
    for field in _fields(model):
        found = values.get(field.name)
        if found is None:
            if not field.null:
                return field.name, "", f"a {_plain(field.name)}"
        elif isinstance(field, models.CharField) and field.max_length and len(found) > field.max_length:
            return field.name, str(found), f"at most {field.max_length} characters"
        elif isinstance(field, models.IntegerField) and found not in WHOLE_NUMBERS:
            return field.name, str(found), "a number that is not so far from zero"
        elif isinstance(field, models.DecimalField) and not _fits(field, found):
            return (
                field.name,
                str(found),
                f"at most {field.max_digits - field.decimal_places} digits before the point",
            )
    for condition, says in _checks(model):
        if holds(condition, values) is False:
            columns = list(dict.fromkeys(_columns(condition)))
            found_in_words = ", ".join(
                f"{_plain(name)} {values[name]}" for name in columns if values[name] is not None
            )
            return columns[0], found_in_words, says.rstrip(".")
    return None


def _fits(field: models.DecimalField[Any, Any], found: Any) -> bool:
    return bool(abs(found) < 10 ** (field.max_digits - field.decimal_places))


def _columns(condition: Q) -> Iterable[str]:
    part: Any
    for part in condition.children:
        if isinstance(part, Q):
            yield from _columns(part)
        else:
            yield part[0].partition("__")[0]
            if isinstance(part[1], F):
                yield _name(part[1])


def _name(column: Any) -> str:
    """The field that an F expression names; its type hints do not tell."""
    return str(column.name)


def _plain(name: str) -> str:
    return name.replace("_", " ")
