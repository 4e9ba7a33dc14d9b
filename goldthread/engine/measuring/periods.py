"""Periods of time that follow each other: months, quarters and years that end on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from goldthread.rulebook.calendar import add_months
from goldthread.vocabulary import Fault

Grain = Literal["month", "quarter", "year"]
MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """The days after one day, up to and with another."""

    after: date
    last: date

    def __post_init__(self) -> None:
        if self.last <= self.after:
            raise Fault(f"A period ends after it begins, and {self.last} is not after {self.after}.")

    @property
    def first(self) -> date:
        return self.after + timedelta(days=1)

    def __str__(self) -> str:
        return f"{self.first.isoformat()} to {self.last.isoformat()}"


def year_to(last: date) -> Period:
    """The twelve months that end on a day, that day included."""
    return Period(add_months(last, -12), last)


def period_of(day: date, grain: Grain = "month", as_at: date | None = None) -> Period:
    """The calendar month, quarter or year to 31 March in which a day lies, cut off at ``as_at``.

    Quarters are those of the year that begins on 1 April.
    """
    length = MONTHS[grain]
    since_april = (day.month - 4) % 12
    first = add_months(day.replace(day=1), -(since_april % length))
    last = add_months(first, length) - timedelta(days=1)
    return Period(first - timedelta(days=1), min(last, as_at or last))


def last_months(number: int, as_at: date, grain: Grain = "month") -> list[Period]:
    """The last so many periods, the newest of them cut off at ``as_at``, the oldest first."""
    found = [period_of(as_at, grain, as_at)]
    while len(found) < number:
        found.append(period_of(found[-1].after, grain))
    return found[::-1]


def follow_each_other(periods: Sequence[Period]) -> None:
    """Raises Fault where a period does not begin where the one before it ended."""
    for before, after in pairwise(periods):
        if before.last != after.after:
            raise Fault(f"Periods follow each other without a gap, and {after} does not follow {before}.")
