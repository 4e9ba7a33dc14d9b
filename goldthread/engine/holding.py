"""Whether a condition holds of one row: yes, no, or not known, as SQL answers."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from goldthread.vocabulary.expressions import All, AnyOf, Compare, Expression, IsIn, Known, Not

Answer = bool | None
Reading = Callable[[Mapping[str, Any]], Answer]

COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt,
    "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip


@cache
def reading(expression: Expression) -> Reading:
    """An expression as a function of a row that answers True, False, or None for not known."""
    match expression:
        case Compare(column, comparison, value, other):
            compare = COMPARISONS[comparison]

            def compared(row: Mapping[str, Any]) -> Answer:
                left = row.get(column)
                right = row.get(other) if other else value
                return None if left is None or right is None else compare(left, right)

            return compared
        case IsIn(column, values):
            return lambda row: None if (found := row.get(column)) is None else found in values
        case Known(column):
            return lambda row: row.get(column) is not None
        case Not(inner):
            asked = reading(inner)
            return lambda row: None if (answer := asked(row)) is None else not answer
        case All(parts):
            return _joined(tuple(map(reading, parts)), decisive=False)
        case AnyOf(parts):
            return _joined(tuple(map(reading, parts)), decisive=True)
    raise TypeError(f"{type(expression).__name__} is no expression that one row can answer")


def _joined(parts: tuple[Reading, ...], *, decisive: bool) -> Reading:
    """Several answers as one: a decisive one settles it, else one that is not known leaves it not known."""

    def joined(row: Mapping[str, Any]) -> Answer:
        answer: Answer = not decisive
        for part in parts:
            found = part(row)
            if found is decisive:
                return decisive
            if found is None:
                answer = None
        return answer

    return joined
