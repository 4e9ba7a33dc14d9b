"""Counting working days: which days count, and the tables that answer in one look."""

from array import array
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from goldthread.rulebook.calendar.bank_holidays import (
    FIRST_YEAR,
    HOW_TO_REFRESH,
    LAST_YEAR,
    read_bank_holidays,
)
from goldthread.rulebook.calendar.by_rule import SATURDAY
from goldthread.rulebook.calendar.school_terms import SchoolTerms, by_default
from goldthread.vocabulary.faults import Fault

EPOCH = date(1970, 1, 1).toordinal()
NO_DAY = -(
    2**31
)  # at index 0 of `nth_working_day`, so that "the working day before the first" cannot pass for one


class OutsideCalendar(Fault):
    """A date, or a count from it, that the calendar's tables do not reach."""


def epoch_day(day: date) -> int:
    """Days since 1 January 1970, the unit of every table here (and of Arrow's date32)."""
    return day.toordinal() - EPOCH


def from_epoch_day(number: int) -> date:
    """The date of a number of days since 1 January 1970."""
    return date.fromordinal(number + EPOCH)


def in_words(day: date) -> str:
    """A date as 4 March 2026 (strftime cannot leave out the nought on every system)."""
    return f"{day.day} {day:%B %Y}"


@dataclass(frozen=True)
class Calendar:
    """A named calendar of working days from `first` to `last`; days after `published_to` are provisional.

    The tables are `array('i')`: wrap them for bulk use with `numpy.frombuffer(table, dtype="i4")`, no copy.
    Before an index is made from a date, check it against `first` and `last`: a negative index wraps silently.
    """

    name: str
    version: str
    first: date
    last: date
    published_to: date
    holidays: frozenset[date]
    terms: SchoolTerms = field(default_factory=by_default, compare=False)

    @classmethod
    def read(cls, path: Path | None = None) -> "Calendar":
        """The England and Wales calendar from the committed list, renewed from GOV.UK's at `path` if given.

        Without `path` the environment variable GOLDTHREAD_BANK_HOLIDAYS may name such a file. Raises Fault
        when the file is not a bank-holiday list.
        """
        listed = read_bank_holidays(path)
        return cls(
            name="England and Wales",
            version=f"England and Wales {listed.edition}",
            first=date(FIRST_YEAR, 1, 1),
            last=date(LAST_YEAR, 12, 31),
            published_to=listed.published_to,
            holidays=frozenset(day.on for day in listed.holidays),
            terms=SchoolTerms.read(),
        )

    def is_working(self, day: date) -> bool:
        """Whether the day is a working day."""
        self._index(day)
        return day.weekday() < SATURDAY and day not in self.holidays

    def is_provisional(self, day: date) -> bool:
        """Whether the day lies beyond the published list, so that a proclamation may still move it."""
        return day > self.published_to

    def ordinal_of(self, day: date) -> int:
        """How many working days there are from `first` up to and including the day."""
        return self.working_days_to[self._index(day)]

    def day_of(self, ordinal: int) -> date:
        """The working day with this ordinal, counted from 1: the inverse of `ordinal_of` on working days."""
        if not 1 <= ordinal < len(self.nth_working_day):
            raise OutsideCalendar(
                f"The calendar {self.name} has {len(self.nth_working_day) - 1} working days, from "
                f"{in_words(self.first)} to {in_words(self.last)}; the count asked for lands on number "
                f"{ordinal}. {HOW_TO_REFRESH}"
            )
        return date.fromordinal(self.nth_working_day[ordinal] + EPOCH)

    def add_working_days(self, day: date, n: int) -> date:
        """The nth working day after `day`, which is day 0 whether or not it is a working day; n from 0 up."""
        if n < 0:
            raise ValueError(f"add_working_days counts forward: expected 0 or more, found {n}")
        ordinal = self.ordinal_of(day)
        return day if n == 0 else self.day_of(ordinal + n)

    def beginning_with(self, day: date, n: int) -> date:
        """The nth working day counting `day` itself as day 1 if it is a working day; n is at least 1."""
        if n < 1:
            raise ValueError(f"beginning_with counts its first day: expected 1 or more, found {n}")
        return self.day_of(self.ordinal_of(day) - self.is_working(day) + n)

    def working_days_between(self, a: date, b: date) -> int:
        """How many working days lie after `a`, up to and including `b`; negative when `b` is earlier."""
        return self.ordinal_of(b) - self.ordinal_of(a)

    def last_working_on_or_before(self, day: date) -> date:
        """The day itself if it is a working day, else the nearest working day before it."""
        return self.day_of(self.ordinal_of(day))

    def plan_by(self, due: date) -> date:
        """The last working day on which a thing due by `due` can be done in office hours."""
        return self.last_working_on_or_before(due)

    @property
    def first_epoch_day(self) -> int:
        """`first` in days since 1 January 1970: subtract it to index `working_days_to`."""
        return epoch_day(self.first)

    @property
    def last_epoch_day(self) -> int:
        """`last` in days since 1 January 1970."""
        return epoch_day(self.last)

    @cached_property
    def working_days_to(self) -> "array[int]":
        """Working days up to and including each day, indexed by days since `first`."""
        counts, count = array("i"), 0
        closed = {epoch_day(day) for day in self.holidays}
        for number in range(self.first_epoch_day, self.last_epoch_day + 1):
            count += (number + 3) % 7 < SATURDAY and number not in closed  # 1 January 1970 was a Thursday
            counts.append(count)
        return counts

    @cached_property
    def nth_working_day(self) -> "array[int]":
        """Days since 1 January 1970 of each working day, indexed by its ordinal from 1; index 0 is NO_DAY."""
        days, before = array("i", [NO_DAY]), 0
        for offset, count in enumerate(self.working_days_to):
            if count > before:
                days.append(self.first_epoch_day + offset)
            before = count
        return days

    @cached_property
    def _first_ordinal(self) -> int:
        return self.first.toordinal()

    def _index(self, day: date) -> int:
        index = day.toordinal() - self._first_ordinal
        if not 0 <= index < len(self.working_days_to):
            raise OutsideCalendar(
                f"{in_words(day)} is outside the calendar {self.name}, which is from {in_words(self.first)} "
                f"to {in_words(self.last)}. If the date is right, the calendar needs more years. "
                f"{HOW_TO_REFRESH}"
            )
        return index


ENGLAND_AND_WALES = Calendar.read()
"""Any day except a Saturday, a Sunday, Christmas Day, Good Friday, or a bank holiday in England and Wales
under the Banking and Financial Dealings Act 1971: the Care Planning, Placement and Case Review (England)
Regulations 2010 (SI 2010/959), reg 2. Working Together defines no working day; this is used for it too."""
