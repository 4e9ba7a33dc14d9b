"""Ways of counting: how long a duty allows. A number of days is never bare."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from goldthread.vocabulary.faults import Fault

from .calendar import ENGLAND_AND_WALES, Calendar
from .calendar.months import add_months

Unit = Literal["working days", "days", "months", "hours", "fixed day", "school terms", "birthday"]


@dataclass(frozen=True, slots=True)
class Count:
    """A length of time counted from a start.

    number: how many. unit: what of. beginning_with: True where the start itself is day 1, False where it is day 0.
    spoken: how people say it, where that is not the unit counted ("6 weeks" is 42 days). from_age: for a birthday, which
    birthday the start is, where nothing else says when the person was born. A fixed day is a month and day, as 731 for 31 July.
    """

    number: int
    unit: Unit
    beginning_with: bool = False
    spoken: str = ""
    from_age: int = 0

    def __str__(self) -> str:
        words = self.spoken or f"{self.number} {self.unit if self.number != 1 else self.unit.rstrip('s')}"
        return f"{words} beginning with the day" if self.beginning_with else words

    def from_day(self, day: date, calendar: Calendar = ENGLAND_AND_WALES) -> date:
        """The due date counted from a day; a birthday as if the day were the one of ``from_age``.

        Raises TypeError for hours, which count from an instant.
        """
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
        if self.unit == "fixed day":
            this_year = date(day.year, *divmod(self.number, 100))
            return this_year if day <= this_year else this_year.replace(year=day.year + 1)
        if self.unit == "school terms":
            return calendar.terms.end_after(day, self.number)
        if self.unit == "birthday":
            return add_months(day, 12 * (self.number - self.from_age))
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


def before(count: Count) -> Count:
    """A count of days or weeks backwards from its start: 10 weeks before the day of birth."""
    if count.unit != "days":
        raise TypeError("only days and weeks count backwards")
    return Count(-count.number, "days", spoken=f"{count} before")


def fixed_day(day: int, month: int) -> Count:
    """The first such day of a year on or after the start. Raises ValueError for a day that some years lack."""
    spoken = f"{day} {date(2001, month, day):%B}"
    return Count(month * 100 + day, "fixed day", spoken=spoken)


def school_terms(number: int) -> Count:
    """The end of the first, second ... school term that begins after the start, by the authority's term dates."""
    plural = "s" if number != 1 else ""
    return Count(number, "school terms", spoken=f"{number} school term{plural}")


def birthday(years: int, *, from_age: int) -> Count:
    """A person's birthday. ``from_age`` is the birthday on which the duty starts, for a question that knows no birth date."""
    return Count(years, "birthday", spoken=f"the {years}{ordinal(years)} birthday", from_age=from_age)


def ordinal(number: int) -> str:
    """The ending of an ordinal number: st, nd, rd or th."""
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def hours_as_days(number: int) -> Count:
    """Days that run to the minute: 24 elapsed hours each."""
    return Count(number * 24, "hours", spoken=f"{number} days")


SPOKEN = re.compile(
    r"(?P<number>\d{1,4}) (?P<unit>working day|day|calendar day|week|month|year|hour)s?"
    r"(?P<beginning> beginning with the day)?(?P<before> before)?"
)
UNITS = {
    "working day": working_days, "day": calendar_days, "calendar day": calendar_days, "week": weeks, "month": months,
    "year": years, "hour": hours,
}  # fmt: skip


def read_count(words: str) -> Count:
    """A count from its words: "10 working days", "6 weeks", "3 months", "48 hours", "12 weeks before".

    "beginning with the day" counts the start as day 1. Raises Fault for words that say no length of time.
    """
    said = " ".join(words.lower().replace("_", " ").split())
    found = SPOKEN.fullmatch(said)
    example = "Write it as 10 working days, 6 weeks, 3 months or 48 hours."
    if not found or not int(found["number"]):
        raise Fault(f"{words!r} says no length of time. {example}")
    number, unit = int(found["number"]), found["unit"]
    count = UNITS[unit](number)
    if found["beginning"]:
        if count.unit not in ("working days", "days"):
            raise Fault(f"{words!r}: only days and weeks can begin with the day. {example}")
        count = replace(count, beginning_with=True)
    if not found["before"]:
        return count
    if count.unit != "days" or count.beginning_with:
        raise Fault(f"{words!r}: only days and weeks count backwards. {example}")
    return before(count)
