"""Bank holidays by rule: what the ordinary years of the 1971 Act give, without proclamations."""

from datetime import date, timedelta

SATURDAY, SUNDAY = 5, 6


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of Meeus, Jones and Butcher)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    leap_centuries, century_rest = divmod(century, 4)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon_shift + 15) % 30
    leaps, rest = divmod(of_century, 4)
    to_sunday = (32 + 2 * century_rest + 2 * leaps - epact - rest) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _first_monday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=-first.weekday() % 7)


def _last_monday(year: int, month: int) -> date:
    last = date(year, month, 31)  # asked of May and August only, which have 31 days
    return last - timedelta(days=last.weekday())


def _christmas(year: int) -> list[tuple[date, str, bool]]:
    """Christmas Day and Boxing Day, each moved to the next free weekday when it falls on a weekend."""
    christmas, boxing = date(year, 12, 25), date(year, 12, 26)
    if christmas.weekday() == SATURDAY:
        return [(date(year, 12, 27), "Christmas Day", True), (date(year, 12, 28), "Boxing Day", True)]
    if christmas.weekday() == SUNDAY:
        return [(boxing, "Boxing Day", False), (date(year, 12, 27), "Christmas Day", True)]
    if boxing.weekday() == SATURDAY:
        return [(christmas, "Christmas Day", False), (date(year, 12, 28), "Boxing Day", True)]
    return [(christmas, "Christmas Day", False), (boxing, "Boxing Day", False)]


def bank_holidays_by_rule(year: int) -> list[tuple[date, str, bool]]:
    """The eight weekday bank holidays of an ordinary year: date, name, whether it is a substitute day.

    Source: Banking and Financial Dealings Act 1971, Schedule 1, with the New Year and early May days that
    have been proclaimed each year since 1974 and 1978. One-off and moved days are not in it.
    """
    new_year = date(year, 1, 1)
    weekday = new_year.weekday()
    kept = new_year + timedelta(days=7 - weekday if weekday >= SATURDAY else 0)
    easter = easter_sunday(year)
    return [
        (kept, "New Year’s Day", kept != new_year),
        (easter - timedelta(days=2), "Good Friday", False),
        (easter + timedelta(days=1), "Easter Monday", False),
        (_first_monday(year, 5), "Early May bank holiday", False),
        (_last_monday(year, 5), "Spring bank holiday", False),
        (_last_monday(year, 8), "Summer bank holiday", False),
        *_christmas(year),
    ]
