"""Days, months and local time for many dates at once: lookup tables made once, from the calendar and the time zone."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

from goldthread.rulebook.calendar import Calendar, from_epoch_day
from goldthread.rulebook.counts import Count

Ints = npt.NDArray[np.signedinteger[Any]]
Flags = npt.NDArray[np.bool_]

DAY = 24 * 60
FIRST_MINUTE_OF_DAY, LAST_MINUTE_OF_DAY = 0, DAY - 1
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
PROBED_FROM, PROBED_TO = 1900, 2101
PROBED_EVERY = timedelta(days=14)


def minute_of(at: datetime) -> int:
    """The UTC minute of an instant, from 1970; seconds are cut off. Raises TypeError without a time zone."""
    return (at - EPOCH) // timedelta(minutes=1)


@cache
def _changes() -> tuple[Ints, Ints]:
    """Every change of the clocks in London: the UTC minute at which it comes, and the minutes ahead of UTC from then on."""

    def ahead(minute: int) -> int:
        offset = (EPOCH + timedelta(minutes=minute)).astimezone(LONDON).utcoffset()
        return int((offset or timedelta()).total_seconds()) // 60

    step = PROBED_EVERY // timedelta(minutes=1)
    begin = minute_of(datetime(PROBED_FROM, 1, 1, tzinfo=UTC))
    minutes, offsets = [begin], [ahead(begin)]
    for probe in range(begin, minute_of(datetime(PROBED_TO, 1, 1, tzinfo=UTC)), step):
        low, high = probe, probe + step
        if ahead(high) == offsets[-1]:
            continue
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if ahead(middle) == offsets[-1] else (low, middle)
        minutes.append(high)
        offsets.append(ahead(high))
    return np.array(minutes, np.int64), np.array(offsets, np.int64)


def _minutes_ahead(minutes: Ints) -> Ints:
    changes, offsets = _changes()
    return offsets[np.maximum(np.searchsorted(changes, minutes, "right") - 1, 0)]


def local_days(minutes: Ints) -> Ints:
    """The date in London at each UTC minute."""
    return (minutes + _minutes_ahead(minutes)) // DAY


def local_day(at: datetime) -> int:
    """The date in London of an instant, in days from 1970."""
    return int(local_days(np.array([minute_of(at)], np.int64))[0])


def utc_minutes(days: Ints, minute_of_day: int) -> Ints:
    """The UTC minute at a time of day in London. The clocks never change at 00:00 or 23:59, so there is just one."""
    local = days * DAY + minute_of_day
    nearly = local - _minutes_ahead(local)
    return local - _minutes_ahead(nearly)


def _months_and_days(days: Ints) -> tuple[npt.NDArray[np.datetime64], Ints]:
    dates = days.astype("M8[D]")
    months = dates.astype("M8[M]")
    return months, (dates - months.astype("M8[D]")).astype(np.int64)


def add_months(days: Ints, number: int) -> Ints:
    """The corresponding date so many months on (or back), or the last day of a month too short to hold it."""
    months, day_of_month = _months_and_days(days)
    months = months + number
    last = (months + 1).astype("M8[D]").astype(np.int64) - 1
    return np.minimum(months.astype("M8[D]").astype(np.int64) + day_of_month, last)


def birthdays(born: Ints, years: int) -> Ints:
    """The day on which somebody becomes so many years old; from 29 February, 1 March where the year has no such day."""
    months, day_of_month = _months_and_days(born)
    return (months + 12 * years).astype("M8[D]").astype(np.int64) + day_of_month


@lru_cache(maxsize=4)
def day_tables(calendar: Calendar) -> DayTables:
    """The tables of a calendar, made once for all runs of a process."""
    return DayTables(calendar)


class DayTables:
    """A calendar's tables as arrays: due dates and planning dates, many at a time. A date outside them raises."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self.first, self.last = calendar.first_epoch_day, calendar.last_epoch_day
        self.working_days_to = np.frombuffer(calendar.working_days_to, dtype="i4").astype(np.int64)
        self.nth_working_day = np.frombuffer(calendar.nth_working_day, dtype="i4")
        self.is_working = np.diff(self.working_days_to, prepend=0)
        self.last_working_day = self.nth_working_day[self.working_days_to]
        self.first_working_day = int(self.nth_working_day[1])
        self._by_day: dict[Hashable, Ints] = {}

    def due(self, days: Ints, count: Count) -> Ints:
        """The due dates counted from days. Raises OutsideCalendar as the calendar itself does, and TypeError for hours."""
        if count.unit == "months":
            return self.months_on(days, count.number)
        if count.unit == "days":
            return days + (count.number - count.beginning_with)
        if count.unit == "fixed day":
            return self._fixed_day(days, *divmod(count.number, 100))
        if count.unit == "school terms":
            return self._term_ends(days, count.number)
        if count.unit != "working days":
            raise TypeError("hours count from an instant, not from a day")
        self._within(days)
        if count.number == 0:
            return days
        last = np.searchsorted(self.working_days_to, len(self.nth_working_day) - count.number) - 1
        return self._looked_up(days, count, lambda every: self._working(every, count), self.first + int(last))

    def _working(self, days: Ints, count: Count) -> Ints:
        at = days - self.first
        ordinals = self.working_days_to[at] + count.number
        if count.beginning_with:
            ordinals -= self.is_working[at]
        furthest = int(ordinals.max(initial=1))
        if furthest >= len(self.nth_working_day):
            self.calendar.day_of(furthest)
        return self.nth_working_day[ordinals]

    def months_on(self, days: Ints, number: int) -> Ints:
        """The corresponding date so many months on (or back)."""
        return self._looked_up(days, ("months", number), lambda every: add_months(every, number))

    def birthdays(self, born: Ints, years: int) -> Ints:
        """The day on which somebody becomes so many years old."""
        return self._looked_up(born, ("birthday", years), lambda every: birthdays(every, years))

    def _looked_up(
        self, days: Ints, named: Hashable, answer: Callable[[Ints], Ints], last: int | None = None
    ) -> Ints:
        """What is answered of each day: where days are many, by a table of the answers for every day of the calendar.

        last: the last day that has an answer, where that is not the calendar's.
        """
        last = self.last if last is None else last
        few = days.size <= self.working_days_to.size and named not in self._by_day
        if few or not days.size or days.min() < self.first or days.max() > last:
            return answer(days)
        if named not in self._by_day:
            self._by_day[named] = answer(np.arange(self.first, last + 1)).astype(np.int32)
        return self._by_day[named][days - self.first]

    def _fixed_day(self, days: Ints, month: int, day: int) -> Ints:
        """The first such day of a year on or after each day."""
        years = days.astype("M8[D]").astype("M8[Y]")

        def in_year(which: npt.NDArray[np.datetime64]) -> Ints:
            of_month = (which.astype("M8[M]") + (month - 1)).astype("M8[D]")
            return of_month.astype(np.int64) + (day - 1)

        this = in_year(years)
        return np.where(days <= this, this, in_year(years + 1))

    def _term_ends(self, days: Ints, number: int) -> Ints:
        """The last day of the nth school term that begins after each day. Raises OutsideTerms as the terms do."""
        terms = self.calendar.terms
        begins = np.frombuffer(terms.begin_days, dtype="i4").astype(np.int64)
        ends = np.frombuffer(terms.end_days, dtype="i4").astype(np.int64)
        at = np.searchsorted(begins, days, "right") + (number - 1)
        outside = (at >= ends.size) | (days < begins[0])
        if outside.any():
            terms.end_after(self._date(int(days[outside][0])), number)
        return ends[at]

    def plan_by(self, days: Ints) -> Ints:
        """The last working day on or before each day. Raises OutsideCalendar."""
        if days.size and (days.min() < self.first_working_day or days.max() > self.last):
            self._within(days)
            self.calendar.plan_by(self._date(int(days.min())))
        return self.last_working_day[days - self.first]

    def _within(self, days: Ints) -> None:
        if days.size and (days.min() < self.first or days.max() > self.last):
            outside = days[(days < self.first) | (days > self.last)][0]
            self.calendar.ordinal_of(self._date(int(outside)))

    @staticmethod
    def _date(day: int) -> date:
        furthest = date.max.toordinal() - date(1970, 1, 1).toordinal()
        return from_epoch_day(max(min(day, furthest), 1 - date(1970, 1, 1).toordinal()))
