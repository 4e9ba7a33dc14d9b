"""An authority's own standard for one duty, and why one may not be set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from goldthread.vocabulary import Fault

from .authority import OwnStandard
from .calendar import ENGLAND_AND_WALES, Calendar
from .clock import Clock, Edition
from .clocks import ROWS
from .counts import Count

TRIED = timedelta(days=4 * 366)
"""How far every day is tried to see that a standard is never later than the law: every weekday, month end and 29 February."""
UNCOUNTED = {
    "birthday": "on a birthday",
    "fixed day": "on a fixed day of the year",
    "school terms": "by the end of a term",
}


class StandardRefused(Fault):
    """A local standard, or a choice of a setting, that cannot be, and why."""


@dataclass(frozen=True, slots=True)
class LocalStandard:
    """What an authority asks of itself for one row of the timescales, for what starts from a day on and before another."""

    row: str
    count: Count
    since: date
    until: date | None = None
    decided_by: str = ""
    why: str = ""

    def holds_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


def clock_of(row: str) -> Clock:
    """The clock of a row of the timescales. Raises StandardRefused for a row without one."""
    clock = ROWS.get(row)
    if clock is None:
        raise StandardRefused(
            f"{row!r} is no row of the timescales with a due date. The duties page, and `goldthread register`, list them."
        )
    return clock


def nth_of(clock: Clock, row: str) -> int:
    """Which count of the chain a row speaks of."""
    most = max(len(edition.due) for edition in clock.editions)
    return min(clock.rows.index(row), most - 1)


def is_ours(clock: Clock, day: date) -> bool:
    """Whether the number in force on a day is nobody's but our own, so that the authority's takes its place."""
    edition = clock.edition_on(day) or clock.editions[0]
    return edition.source.kind == OwnStandard.kind


def check_standard(standard: LocalStandard, calendar: Calendar = ENGLAND_AND_WALES) -> None:
    """Refuse a standard that does not fit its duty, or that is not stricter than the law. Raises StandardRefused."""
    clock = clock_of(standard.row)
    if standard.until is not None and standard.until <= standard.since:
        raise StandardRefused(f"{standard.row}: it would end on {standard.until}, before it begins.")
    in_hours = clock.in_hours
    if (standard.count.unit == "hours") is not in_hours:
        raise StandardRefused(
            f"{standard.row} is counted in {'hours' if in_hours else 'days, weeks or months'}, so its standard is too; "
            f"found {standard.count}."
        )
    nth = nth_of(clock, standard.row)
    for edition in _editions_within(clock, standard.since, standard.until):
        count = edition.due[min(nth, len(edition.due) - 1)]
        if count.unit in UNCOUNTED:
            raise StandardRefused(
                f"{standard.row} is due {UNCOUNTED[count.unit]}: no other length can be set."
            )
        if edition.source.kind != OwnStandard.kind:
            _never_later(standard, edition, count, calendar)


def _editions_within(clock: Clock, since: date, until: date | None) -> list[Edition]:
    """The editions that are in force at some time between two days; before the first one, the first."""
    ends: list[date | None] = [*(edition.since for edition in clock.editions[1:]), None]
    found = [
        edition
        for edition, end in zip(clock.editions, ends, strict=True)
        if (end is None or since < end) and (until is None or edition.since < until)
    ]
    return found or [clock.editions[0]]


def _never_later(standard: LocalStandard, edition: Edition, law: Count, calendar: Calendar) -> None:
    """Try every day of four years: never later than the law, and on some day earlier."""
    own, rule = standard.count, f"the {law} of {edition.source}"
    refused = f"{standard.row}: a standard of our own may only be stricter than {rule}; {own}"
    if law.unit == "hours":
        if own.number >= law.number:
            raise StandardRefused(f"{refused} is not.")
        return
    sooner = False
    for offset in range(TRIED.days):
        start = max(standard.since, edition.since) + timedelta(days=offset)
        ours, theirs = own.from_day(start, calendar), law.from_day(start, calendar)
        if ours > theirs:
            raise StandardRefused(
                f"{refused} from {start:%a} {start.day} {start:%b %Y} would be {ours:%a} {ours.day} {ours:%b %Y}, after "
                f"{theirs:%a} {theirs.day} {theirs:%b %Y}."
            )
        sooner |= ours < theirs
    if not sooner:
        raise StandardRefused(f"{refused} is the same.")
