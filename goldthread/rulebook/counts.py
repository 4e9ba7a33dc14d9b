"""Ways of counting: how long a duty allows. A number of days is never bare."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from .calendar import ENGLAND_AND_WALES, Calendar
from .calendar.months import add_months

Unit = Literal["working days", "days", "months", "hours"]


@dataclass(frozen=True, slots=True)
class Count:
    """A length of time counted from a start.

    number: how many. unit: what of. beginning_with: True where the start itself is day 1, False where it is day 0.
    spoken: how people say it, where that is not the unit counted ("6 weeks" is 42 days).
    """

    number: int
    unit: Unit
    beginning_with: bool = False
    spoken: str = ""

    def __str__(self) -> str:
        words = self.spoken or f"{self.number} {self.unit if self.number != 1 else self.unit.rstrip('s')}"
        return f"{words} beginning with the day" if self.beginning_with else words

    def from_day(self, day: date, calendar: Calendar = ENGLAND_AND_WALES) -> date:
        """The due date counted from a day. Raises TypeError for hours, which count from an instant."""
        if self.unit == "working days":
            return (
                calendar.beginning_with(day, self.number)
                if self.beginning_with
                else calendar.add_working_days(day, self.number)
            )
        if self.unit == "days":
            return date.fromordinal(day.toordinal() + self.number - self.beginning_with)
        if self.unit == "months":
            return add_months(day, self.number)
        raise TypeError("hours count from an instant, not from a day")


def working_days(number: int, *, beginning_with: bool = False) -> Count:
    return Count(number, "working days", beginning_with)


def calendar_days(number: int, *, beginning_with: bool = False) -> Count:
    return Count(number, "days", beginning_with)


def weeks(number: int, *, beginning_with: bool = False) -> Count:
    return Count(number * 7, "days", beginning_with, spoken=f"{number} week{'s' if number != 1 else ''}")


def months(number: int) -> Count:
    return Count(number, "months")


def years(number: int) -> Count:
    return Count(number * 12, "months", spoken=f"{number} year{'s' if number != 1 else ''}")


def hours(number: int) -> Count:
    return Count(number, "hours")
