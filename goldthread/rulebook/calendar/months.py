"""Months and weeks: the corresponding date, clipped to the end of a shorter month."""

from array import array
from calendar import monthrange
from datetime import date, timedelta

from goldthread.rulebook.calendar.working_days import OutsideCalendar, epoch_day, in_words

FIRST_TABLED_YEAR, LAST_TABLED_YEAR = 1900, 2100


def add_months(day: date, n: int) -> date:
    """The corresponding date n months on (or back), or the last day of a month too short to hold it.

    The corresponding-date rule of Dodds v Walker [1981] UKHL 4: 30 November and three months is 28 February.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    if not date.min.year <= year <= date.max.year:
        raise OutsideCalendar(f"{n} months from {in_words(day)} is not a date. Check the date and the count.")
    every_month_has_it = day.day <= 28
    return date(
        year, month + 1, day.day if every_month_has_it else min(day.day, monthrange(year, month + 1)[1])
    )


def add_years(day: date, n: int) -> date:
    """The same date n years on; a year is twelve months, so 29 February clips to 28 February."""
    return add_months(day, 12 * n)


def add_weeks(day: date, n: int) -> date:
    """The same weekday n weeks on: seven calendar days each, with no holiday extension."""
    return day + timedelta(weeks=n)


def month_starts() -> "array[int]":
    """Days since 1 January 1970 of the first of each month, from January 1900 to January 2101, for bulk use.

    With m the index of a day's month, n months on is `min(starts[m + n] + day - 1, starts[m + n + 1] - 1)`;
    index a month by `12 * (year - FIRST_TABLED_YEAR) + month - 1`, and refuse one outside the table.
    """
    years = range(FIRST_TABLED_YEAR, LAST_TABLED_YEAR + 1)
    starts = array("i", (epoch_day(date(year, month, 1)) for year in years for month in range(1, 13)))
    starts.append(epoch_day(date(LAST_TABLED_YEAR + 1, 1, 1)))
    return starts
