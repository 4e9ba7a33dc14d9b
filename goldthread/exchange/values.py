"""What a value in a file means: dates, whole and decimal numbers, yes and no, codes, and numbers of pupils."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from zoneinfo import ZoneInfo

from goldthread.rulebook.codes import canonical_yes_no, code_set

ENGLAND = ZoneInfo("Europe/London")
FIRST_DAY = date(1900, 1, 1)
SPREADSHEET_ZERO = date(1899, 12, 30)
SERIAL_NUMBERS = range(367, 80_000)  # 1901 to 2119
UPN = re.compile(r"[A-Za-z]\d{11}[\dA-Za-z]")
INFERRED = "inferred: the last day on which anything in the files happened"
DATE_WORDS = "a date, day/month/year (31/03/2025) or year-month-day (2025-03-31)"

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?Z?")
_ENGLISH = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: [\d:]+)?")
_SERIAL = re.compile(r"(\d{3,5})(?:\.\d+)?")


@dataclass(eq=False)
class Misread(Exception):
    """A value that is not what its column expects."""

    expected: str
    what_to_do: str


@lru_cache(maxsize=65_536)
def day(text: str, *, serials: bool = False) -> date:
    """The calendar day that a text names. Raises Misread.

    serials: whether a bare number is a spreadsheet's count of days since 30 December 1899.
    """
    iso, english = _ISO.fullmatch(text), _ENGLISH.fullmatch(text)
    if iso:
        year, month, number = (int(part) for part in iso.groups())
    elif english:
        number, month, year = (int(part) for part in english.groups())
    elif serials and (serial := _SERIAL.fullmatch(text)) and int(serial[1]) in SERIAL_NUMBERS:
        return SPREADSHEET_ZERO + timedelta(days=int(serial[1]))
    else:
        raise Misread(DATE_WORDS, "Correct the date in the source system and export again.")
    try:
        found = date(year, month, number)
    except ValueError:
        raise Misread(
            f"{DATE_WORDS} that is in the calendar", "Correct the date in the source system and export again."
        ) from None
    if found < FIRST_DAY:
        raise Misread(
            "a date since 1 January 1900", "Correct the year in the source system and export again."
        )
    return found


def whole_number(text: str) -> int:
    """A whole number, 0 or more; "2.0" is 2. Raises Misread."""
    found = re.fullmatch(r"(\d{1,9})(?:\.0+)?", text)
    if not found:
        raise Misread(
            "a whole number, 0 or more", "Correct the number in the source system and export again."
        )
    return int(found[1])


def decimal_number(text: str, most: Decimal | None = None) -> Decimal:
    """A number, 0 or more and at most ``most``. Raises Misread."""
    try:
        found = Decimal(text.replace(",", ""))
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite() or found < 0 or found >= 10**9 or (most is not None and found > most):
        words = "a number, 0 or more" if most is None else f"a number from 0 to {most}"
        raise Misread(words, "Correct the number in the source system and export again.")
    return found


def flag(text: str) -> bool:
    """Yes or no, as 1 and 0, true and false, Y and N. Raises Misread."""
    found = canonical_yes_no(text)
    if found not in ("yes", "no"):
        raise Misread(
            "yes or no, as 1 or 0, true or false", "Correct the value in the source system and export again."
        )
    return found == "yes"


@lru_cache(maxsize=65_536)
def code(text: str, name: str, year: int | None = None) -> str:
    """The code of a set that a text stands for, in a collection year or in any. Raises Misread."""
    codes = code_set(name)
    found = codes.find(text)
    if found is None or not codes.valid(found, year):
        raise Misread(
            expected_codes(text, name, year),
            "Choose the right code in the source system and export again.",
        )
    return found


def expected_codes(text: str, name: str, year: int | None = None) -> str:
    """The codes of a set that are most like a text, in words."""
    nearest, held = code_set(name).nearest(text, year), code_set(name).codes(year)
    more = len(held) - len(nearest)
    years = f" in the collection year {year - 1}-{year % 100:02d}" if year else ""
    return f"one of {', '.join(nearest)}" + (f" (or {more} more)" if more > 0 else "") + years


def upn(text: str) -> str:
    """A unique pupil number in capitals. Raises Misread."""
    if not UPN.fullmatch(text):
        raise Misread(
            "a unique pupil number: a letter, eleven digits, and a digit or a letter",
            "Correct the number in the source system and export again.",
        )
    return text.upper()


def end_of_day(on: date) -> datetime:
    """The last minute of a day in England, in UTC."""
    return datetime.combine(on, time(23, 59), ENGLAND).astimezone(ZoneInfo("UTC"))


def year_ending_march(on: date) -> int:
    """The collection year in which a day falls, named by the calendar year in which it ends."""
    return on.year + (on >= date(on.year, 4, 1))
