"""Who counts in each period: the rows that happened, or what is in force at its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from goldthread.engine.daytables import DayTables, add_months, birthdays
from goldthread.engine.selecting import MISSING, Flags, Ints
from goldthread.rulebook.calendar import epoch_day
from goldthread.rulebook.clock import Ages, Spells
from goldthread.rulebook.cohorts import FellDue, Happened, InForce, InTheYear
from goldthread.rulebook.counts import Count
from goldthread.rulebook.measure import Measure

from .periods import Period
from .reading import Reading
from .tracks import FAR, Stretches, rows_where

FELL_DUE = ("met", "met late", "lapsed", "overdue")
LATE = ("met late", "lapsed", "overdue")


@dataclass
class Subjects:
    """Those who count: whose they are, their row, the day of their test and its period. Arrays of one length.

    table: whose rows ``at`` are positions of; -1 where the row is that of another table. met: for links that fell due.
    """

    table: str
    child: Ints
    at: Ints
    row: Ints
    day: Ints
    period: Ints
    met: Flags | None = None

    def where(self, kept: Flags) -> Subjects:
        return Subjects(
            self.table, self.child[kept], self.at[kept], self.row[kept], self.day[kept], self.period[kept],
            None if self.met is None else self.met[kept],
        )  # fmt: skip


class Cohorts:
    """Finds who counts in some periods. answers: those of the duties that the measures count."""

    def __init__(
        self,
        reading: Reading,
        periods: Sequence[Period],
        days: DayTables,
        answers: Mapping[str, pl.DataFrame],
    ) -> None:
        self.reading, self.days, self.answers = reading, days, answers
        self.last = np.array([epoch_day(each.last) for each in periods], np.int64)
        self.before = np.array([epoch_day(each.after) for each in periods], np.int64)

    def of(self, measure: Measure) -> Subjects:
        match measure.out_of:
            case Happened(points):
                frame = self.reading.frames[points.table]
                days = frame.columns[points.column]
                at = rows_where(frame, points.where)
                at = at[(days[at] > self.before[0]) & (days[at] <= self.last[-1])]
                return self._in_period(
                    points.table, frame.children[at], at, frame.ids[at], frame.columns[points.column][at]
                )
            case FellDue(clock):
                found = self.answers[clock].filter(pl.col("state").is_in(FELL_DUE))
                child, row, day = (
                    found[name].to_physical().cast(pl.Int64).to_numpy()
                    for name in ("child", "start_row", "due_on")
                )
                met = (found["state"] == "met").to_numpy()
                return self._in_period("", child, np.full(child.size, -1), row, day, met)
            case InForce() as cohort:
                return self._in_force(cohort)
            case InTheYear(spells):
                return self._in_the_year(spells)
        raise TypeError(f"{type(measure.out_of).__name__} is no cohort")

    def _in_period(
        self, table: str, child: Ints, at: Ints, row: Ints, day: Ints, met: Flags | None = None
    ) -> Subjects:
        period = np.searchsorted(self.last, day, "left")
        inside = (day > self.before[0]) & (day <= self.last[-1])
        return Subjects(table, child, at, row, day, period, met).where(inside)

    def _in_force(self, cohort: InForce) -> Subjects:
        spells, of = self._together(cohort.spells)
        begin, end = spells.begin, spells.end
        if cohort.settled is not None:
            begin = settled_from(begin, cohort.settled, self.days)
        if cohort.ages is not None:
            begin, end = self._at_ages(spells.child, begin, end, cohort.ages)
        first, until = np.searchsorted(self.last, begin, "left"), np.searchsorted(self.last, end, "left")
        found = self._expanded(cohort.spells, spells, of, first, until, once=not cohort.each_row)
        if cohort.unless is not None:
            begun, ended = self.reading.counters(cohort.unless)
            standing = begun.up_to(found.child, found.day) - ended.up_to(found.child, found.day)
            found = found.where(standing == 0)
        return found

    def _in_the_year(self, of: Spells) -> Subjects:
        spells = self.reading.stretches(of)
        order = np.lexsort((self.reading.frames[of.table].ids[spells.at], spells.begin, spells.child))
        spells = spells.where(order)  # type: ignore[arg-type]  # positions serve as flags do
        year_before = add_months(self.last, -12)
        first = np.searchsorted(self.last, spells.begin, "left")
        until = np.searchsorted(year_before, spells.end, "left")
        return self._expanded((of,), spells, np.zeros(spells.child.size, np.int64), first, until, once=True)

    def _together(self, several: tuple[Spells, ...]) -> tuple[Stretches, Ints]:
        """The spells of several kinds in the order of child, beginning, kind and row; and of which kind each is."""
        parts = [self.reading.stretches(each) for each in several]
        names = ("child", "begin", "end", "at")
        whole = Stretches(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))
        of = np.repeat(np.arange(len(parts)), [part.child.size for part in parts])
        order = np.lexsort((whole.at, of, whole.begin, whole.child))
        return whole.where(order), of[order]  # type: ignore[arg-type]  # positions serve as flags do

    def _at_ages(self, child: Ints, begin: Ints, end: Ints, ages: Ages) -> tuple[Ints, Ints]:
        born = self.reading.born(child)
        known = born != MISSING
        safe = np.where(known, born, 0)
        if ages.from_years is not None:
            begin = np.maximum(begin, birthdays(safe, ages.from_years))
        if ages.under_years is not None:
            end = np.minimum(end, birthdays(safe, ages.under_years))
        return begin, np.where(known, end, -FAR)

    def _expanded(
        self,
        several: tuple[Spells, ...],
        spells: Stretches,
        of: Ints,
        first: Ints,
        until: Ints,
        *,
        once: bool,
    ) -> Subjects:
        """One subject for each spell and period; ``once``, for each child and period the last of its spells."""
        many = np.maximum(until - first, 0)
        which = np.repeat(np.arange(many.size), many)
        period = np.arange(which.size) - np.repeat(np.cumsum(many) - many, many) + first[which]
        if once and which.size:
            _, dense = np.unique(spells.child, return_inverse=True)
            last = np.full((int(dense.max()) + 1) * self.last.size, -1, np.int64)
            keys = dense[which] * self.last.size + period
            last[keys] = np.arange(which.size)  # where a key stands twice, the later one stays
            kept = last[keys] == np.arange(which.size)
            which, period = which[kept], period[kept]
        at = spells.at[which]
        rows = np.zeros(at.size, np.int64)
        for number, each in enumerate(several):
            mine = of[which] == number
            ids = self.reading.frames[each.table].ids
            if mine.any():
                rows[mine] = ids[at[mine]]
        table = several[0].table if len({each.table for each in several}) == 1 else ""
        return Subjects(
            table, spells.child[which], at if table else np.full(at.size, -1), rows, self.last[period], period
        )


def settled_from(begin: Ints, count: Count, days: DayTables) -> Ints:
    """From when a spell that began on a day counts as settled. One without a known beginning always has."""
    known = begin > -FAR
    due = days.due(np.where(known, begin, 0), count) if begin.size else begin
    return np.where(known, due, begin)
