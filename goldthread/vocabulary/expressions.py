"""The small expression language in which definitions speak of columns.

An expression is plain data: it pickles, prints as words on a page, is walked by the evaluator of one child and compiled by
the evaluator of many. It answers yes, no or *not known*, as SQL does: a comparison with a missing value is not known, and
a condition holds only where the answer is yes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal as OneOf

Value = str | int | float | bool | date | datetime
Operator = OneOf["==", "!=", "<", "<=", ">", ">="]

OPERATOR_WORDS: dict[str, str] = {
    "==": "is",
    "!=": "is not",
    "<": "before or less than",
    "<=": "at most",
    ">": "after or more than",
    ">=": "at least",
}


class Expression:
    """Something that is yes, no or not known of a row. Joined with ``&``, ``|`` and ``~``."""

    __slots__ = ()

    def __and__(self, other: Expression) -> Expression:
        return All((self, other))

    def __or__(self, other: Expression) -> Expression:
        return AnyOf((self, other))

    def __invert__(self) -> Expression:
        return Not(self)

    def columns(self) -> frozenset[str]:
        """The names of the columns that the expression reads."""
        raise TypeError(f"{type(self).__name__} does not say which columns it reads")


@dataclass(frozen=True, slots=True)
class Compare(Expression):
    """A column compared with a value or with another column of the same row."""

    column: str
    operator: Operator
    value: Value | None = None
    other: str | None = None

    def __str__(self) -> str:
        said = ("yes" if self.value else "no") if isinstance(self.value, bool) else self.value
        right = self.other.replace("_", " ") if self.other else str(said).replace("_", " ")
        return f"{self.column.replace('_', ' ')} {OPERATOR_WORDS[self.operator]} {right}"

    def columns(self) -> frozenset[str]:
        return frozenset(name for name in (self.column, self.other) if name)


@dataclass(frozen=True, slots=True)
class IsIn(Expression):
    """A column whose value is one of several."""

    column: str
    values: tuple[Value, ...]

    def __str__(self) -> str:
        return f"{self.column.replace('_', ' ')} is one of {', '.join(map(str, self.values))}"

    def columns(self) -> frozenset[str]:
        return frozenset({self.column})


@dataclass(frozen=True, slots=True)
class Known(Expression):
    """A column that holds a value. Never *not known* itself."""

    column: str

    def __str__(self) -> str:
        return f"{self.column.replace('_', ' ')} is recorded"

    def columns(self) -> frozenset[str]:
        return frozenset({self.column})


@dataclass(frozen=True, slots=True)
class Not(Expression):
    """The opposite of an expression; the opposite of not known is not known."""

    inner: Expression

    def __str__(self) -> str:
        return f"not ({self.inner})"

    def columns(self) -> frozenset[str]:
        return self.inner.columns()


@dataclass(frozen=True, slots=True)
class All(Expression):
    """Every one of several expressions."""

    parts: tuple[Expression, ...]

    def __str__(self) -> str:
        return " and ".join(map(str, self.parts))

    def columns(self) -> frozenset[str]:
        return frozenset().union(*(part.columns() for part in self.parts))


@dataclass(frozen=True, slots=True)
class AnyOf(Expression):
    """At least one of several expressions."""

    parts: tuple[Expression, ...]

    def __str__(self) -> str:
        return "(" + " or ".join(map(str, self.parts)) + ")"

    def columns(self) -> frozenset[str]:
        return frozenset().union(*(part.columns() for part in self.parts))
