"""One child's rows as points in a clock's unit: days by their local date, or minutes in UTC."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from goldthread.engine.holding import reading
from goldthread.rulebook.calendar import add_months
from goldthread.rulebook.clock import Spells
from goldthread.rulebook.counts import Count
from goldthread.vocabulary import TABLES, Points
from goldthread.vocabulary.expressions import Expression

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]

LONDON = ZoneInfo("Europe/London")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY_BEGINS, DAY_ENDS = time(0, 0), time(23, 59)


class Moment(NamedTuple):
    """A point in time in a clock's unit: ``u`` is a day's ordinal or a UTC minute. Sorts by u, then row."""

    u: int
    row: int
    timed: bool = True


class Stop(NamedTuple):
    """Where a duty stops without being met, and of which kind that is: ended or superseded."""

    u: int
    kind: str


class Spell(NamedTuple):
    """A stretch of time, ``ends`` None while it has not ended."""

    begins: int
    row: int
    ends: int | None


class Seen(dict[tuple[Points, time], list[Moment]]):
    """The points of one child that a clock has asked for already, for the next clock that counts in the same unit."""


@dataclass(slots=True)
class Started:
    """A start that stands, with its stop and the completions that are its own."""

    moment: Moment
    row: Row
    stop: Stop | None
    done: list[Moment]
    grown: int | None = None
    """From where on the duty holds, where it begins later than its start: at a birthday, or once a spell is settled."""


class Timeline:
    """What has happened to one child by now, in days or in hours; what is after now is not there yet."""

    def __init__(self, tables: Tables, now: datetime, seen: Seen, *, hours: bool) -> None:
        self.tables, self.seen, self.hours = tables, seen, hours
        self.day_of: Callable[[int], date] = _local_day if hours else date.fromordinal
        self.today = now.astimezone(LONDON).date()
        self.u_now = self.u_of_instant(now) if hours else self.today.toordinal()

    def u_at(self, at: datetime) -> int:
        """An instant's own place, in days its local date."""
        return self.u_of_instant(at) if self.hours else at.astimezone(LONDON).date().toordinal()

    def u_of_instant(self, at: datetime) -> int:
        return (at - EPOCH) // MINUTE

    def u_of_day(self, day: date, where_in_day: time = DAY_BEGINS) -> int:
        if self.hours:
            return self.u_of_instant(datetime.combine(day, where_in_day, tzinfo=LONDON))
        return day.toordinal()

    def instant_of(self, u: int) -> datetime | None:
        return EPOCH + u * MINUTE if self.hours else None

    def moment(
        self, row: Row, column: str, is_instant: bool, day_column: str, where_in_day: time
    ) -> Moment | None:
        """The point in a column of a row; None where it is not known, or not there yet."""
        day = row.get(day_column)
        if day is None:
            return None
        if not self.hours:
            return Moment(day.toordinal(), row["id"]) if day <= self.today else None
        if is_instant and (at := row.get(column)) is not None:
            u = self.u_of_instant(at)
            return Moment(u, row["id"]) if u <= self.u_now else None
        return Moment(self.u_of_day(day, where_in_day), row["id"], False) if day <= self.today else None

    def moments(self, points: Points, where_in_day: time = DAY_ENDS) -> list[Moment]:
        """The child's points, sorted by (u, row). Not to be changed: several clocks have the same list."""
        if (points, where_in_day) not in self.seen:
            rows, is_instant, day = (
                self.rows_where(points.table, points.where),
                *_instant_and_day(points.table, points.column),
            )
            if self.hours:
                found = [self.moment(row, points.column, is_instant, day, where_in_day) for row in rows]
                self.seen[points, where_in_day] = sorted(moment for moment in found if moment is not None)
            else:  # what `moment` says of days, without asking it of each row
                self.seen[points, where_in_day] = sorted(
                    Moment(on.toordinal(), row["id"])
                    for row in rows
                    if (on := row.get(day)) is not None and on <= self.today
                )
        return self.seen[points, where_in_day]

    def rows_where(self, table: str, where: Expression | None) -> Sequence[Row]:
        rows = self.tables.get(table, ())
        if where is None:
            return rows
        answer = reading(where)
        return [row for row in rows if answer(row) is True]

    def spells(self, spells: Spells) -> list[Spell]:
        found = []
        beginning = spells.begins, *_instant_and_day(spells.table, spells.begins), DAY_BEGINS
        ending = spells.ends, *_instant_and_day(spells.table, spells.ends), DAY_ENDS
        for row in self.rows_where(spells.table, spells.where):
            begins, ends = self.moment(row, *beginning), self.moment(row, *ending)
            if begins is not None:
                found.append(Spell(begins.u, row["id"], ends.u if ends else None))
        return found

    def reach_back(self, already: Count | None, u: int) -> int:
        """From where on a completion counts for a start at ``u``."""
        if already is None:
            return u
        day = self.day_of(u)
        if already.unit == "months":
            return self.u_of_day(add_months(day, -already.number))
        return self.u_of_day(day - timedelta(days=already.number))

    def birthday(self, years: int | None) -> int | None:
        """A birthday; None where no age is asked or the birth date is not known (such a child has no starts)."""
        born_on = self.born_on()
        if years is None or born_on is None:
            return None
        if (born_on.month, born_on.day) == (2, 29) and not _has_29_february(born_on.year + years):
            return self.u_of_day(date(born_on.year + years, 3, 1))
        return self.u_of_day(born_on.replace(year=born_on.year + years))

    def born_on(self) -> date | None:
        return next((row.get("born_on") for row in self.tables.get("children", ())), None)


def _local_day(minute: int) -> date:
    return (EPOCH + minute * MINUTE).astimezone(LONDON).date()


def first_from(moments: list[Moment], u: int) -> Moment | None:
    """The first of sorted moments at or after ``u``."""
    at = bisect_left(moments, (u,))
    return moments[at] if at < len(moments) else None


def _has_29_february(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


@cache
def _instant_and_day(table: str, column: str) -> tuple[bool, str]:
    """Whether a point's own column is an instant, and the column that holds its local date."""
    found = TABLES[table].columns()[column]
    return (True, found.day) if found.kind == "instant" else (False, column)


@cache
def first_ref(table: str, to: str) -> str:
    """The first column of a table that names a row of another; empty where there is none."""
    return next((name for name, column in TABLES[table].columns().items() if column.to == to), "")


def one_for_each_u(moments: list[Moment]) -> list[Moment]:
    """Sorted moments, of one u only the lowest row."""
    return [moment for n, moment in enumerate(moments) if n == 0 or moments[n - 1].u != moment.u]


def still_counts(stop: Stop | None, u: int) -> bool:
    """Whether a completion still counts: one on the stop itself does."""
    return stop is None or u <= stop.u
