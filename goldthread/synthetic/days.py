"""Days as whole numbers, so that years of history are made quickly; working days and months as the calendar counts them."""

from __future__ import annotations

from bisect import bisect_right
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from goldthread.rulebook.calendar import ENGLAND_AND_WALES, add_months, epoch_day, from_epoch_day

LONDON = ZoneInfo("Europe/London")
MICROSECONDS_A_MINUTE = 60_000_000
MICROSECONDS_A_DAY = 24 * 60 * MICROSECONDS_A_MINUTE
NEVER = 10**6  # later than any day that is made

_TO = ENGLAND_AND_WALES.working_days_to
_NTH = ENGLAND_AND_WALES.nth_working_day
_FIRST = ENGLAND_AND_WALES.first_epoch_day
_BEYOND = ENGLAND_AND_WALES.last_epoch_day - 366


def number_of(day: date) -> int:
    """Days since 1 January 1970."""
    return epoch_day(day)


def date_of(number: int) -> date:
    return from_epoch_day(number)


def is_working(number: int) -> bool:
    return _TO[number - _FIRST] > _TO[number - _FIRST - 1]


def working_on_or_before(number: int) -> int:
    """The day itself or the working day before it; a day beyond the calendar, which nothing reaches, as it is."""
    return number if number >= _BEYOND else _NTH[_TO[number - _FIRST]]


def working_on_or_after(number: int) -> int:
    return number if number >= _BEYOND or is_working(number) else add_working(number, 1)


def add_working(number: int, count: int) -> int:
    """The count-th working day after; the day itself for a count of 0."""
    if number >= _BEYOND:
        return number + count
    return number if count == 0 else _NTH[_TO[number - _FIRST] + count]


def working_between(earlier: int, later: int) -> int:
    """Working days after the one day, up to and including the other."""
    return _TO[later - _FIRST] - _TO[earlier - _FIRST]


@lru_cache(maxsize=100_000)
def months_on(number: int, count: int) -> int:
    return epoch_day(add_months(from_epoch_day(number), count))


def birthday(born: int, years: int) -> int:
    """The day somebody born on a day reaches an age."""
    return months_on(born, 12 * years)


def age_on(born: int, number: int) -> int:
    """Age in whole years, 0 before birth."""
    then, now = from_epoch_day(born), from_epoch_day(number)
    return max(0, now.year - then.year - ((now.month, now.day) < (then.month, then.day)))


def _summer_changes() -> tuple[list[int], list[int]]:
    """Days on which clocks change, and the minutes by which London is ahead of UTC from then on."""
    changes, ahead, before = [], [], None
    day = datetime.combine(from_epoch_day(_FIRST), time(12), LONDON)
    while day.year <= ENGLAND_AND_WALES.last.year:
        offset = day.utcoffset() or timedelta()
        if offset != before:
            changes.append(epoch_day(day.date()))
            ahead.append(int(offset.total_seconds()) // 60)
            before = offset
        day += timedelta(days=1)
    return changes, ahead


_CHANGES, _AHEAD = _summer_changes()


def instant(number: int, minute: int) -> int:
    """The moment of a local minute of a day, in microseconds since 1970 in UTC. Minutes beyond the day run into the next."""
    number, minute = number + minute // 1440, minute % 1440
    ahead = _AHEAD[bisect_right(_CHANGES, number) - 1]
    return number * MICROSECONDS_A_DAY + (minute - ahead) * MICROSECONDS_A_MINUTE


def local_day(moment: int) -> int:
    """The local day of a moment."""
    number = moment // MICROSECONDS_A_DAY
    ahead = _AHEAD[bisect_right(_CHANGES, number) - 1]
    return (moment + ahead * MICROSECONDS_A_MINUTE) // MICROSECONDS_A_DAY


def moment_of(day: date, at: time) -> datetime:
    """A local time of a day as a moment in UTC."""
    return datetime.combine(day, at, LONDON).astimezone(UTC)
