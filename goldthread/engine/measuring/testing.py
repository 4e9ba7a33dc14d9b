"""What is asked of each that counts: tests, yes or no, and amounts."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import polars as pl

from goldthread.engine.daytables import DayTables, add_months, birthdays
from goldthread.engine.selecting import MISSING, Flags, Ints
from goldthread.rulebook.amounts import (
    Amount,
    DaysSince,
    DaysWithout,
    Filled,
    Longest,
    One,
    TimesHad,
    Weighed,
)
from goldthread.rulebook.cohorts import (
    Both,
    Had,
    HadSpells,
    Holds,
    InForce,
    Is,
    Lasted,
    Latest,
    NeverLate,
    OnTime,
    Test,
    Within,
)
from goldthread.rulebook.counts import Count
from goldthread.rulebook.measure import Measure

from .reading import Reading
from .subjects import LATE, Subjects, settled_from
from .tracks import FAR, Stretches, packed, track


class Testing:
    """Answers the tests of subjects. answers: those of the duties that the measures count."""

    def __init__(self, reading: Reading, days: DayTables, answers: Mapping[str, pl.DataFrame]) -> None:
        self.reading, self.days, self.answers = reading, days, answers

    def counts(self, measure: Measure, of: Subjects) -> tuple[Ints, Ints]:
        """The numerator and the denominator of each."""
        one = np.ones(of.child.size, np.int64)
        if measure.amount is not None:
            amount = self.amount(measure, measure.amount, of)
            return amount, one * len(measure.amount.conditions) if isinstance(measure.amount, Filled) else one
        if measure.counting is not None:
            return self.test(measure.counting, of).astype(np.int64), one
        return one, one

    def test(self, test: Test, of: Subjects) -> Flags:
        match test:
            case OnTime():
                return of.met if of.met is not None else np.zeros(of.child.size, np.bool_)
            case Is(where):
                holds = self.reading.frames[of.table].holds[where]
                assert holds is not None  # a condition that is asked for has an answer
                return holds[of.at]
            case Within():
                return self._within(test, of)
            case Lasted(begins, count):
                begin = self.reading.frames[of.table].columns[begins][of.at]
                known = begin != MISSING
                due = self.days.due(np.where(known, begin, 0), count) if begin.size else begin
                return known & (due <= of.day)
            case Had():
                return self._had(test, of)
            case Both(first, second):
                return self._had(first, of) & self._had(second, of)
            case HadSpells(spells, within, times):
                begun, ended = self.reading.counters(spells)
                after = _back(of.day, within)
                return begun.up_to(of.child, of.day) - ended.up_to(of.child, after) >= times
            case Latest():
                return self._latest(test, of)
            case Holds():
                return self._holds(test, of)
            case NeverLate(clock):
                late = self.answers[clock].filter(pl.col("state").is_in(LATE))
                row, due = (
                    late[name].to_physical().cast(pl.Int64).to_numpy() for name in ("start_row", "due_on")
                )
                since = track(row, due, row)
                return since.up_to(of.row, of.day - 1) == since.up_to(of.row, np.full(of.row.size, -FAR))
        raise TypeError(f"{type(test).__name__} is no test")

    def _within(self, test: Within, of: Subjects) -> Flags:
        frame = self.reading.frames[of.table]
        end = frame.columns[test.ends][of.at]
        if test.through:
            other = self.reading.frames[test.table]
            found = other.position_of(frame.columns[test.through][of.at])
            begin = other.columns[test.begins][found] if other.ids.size else np.full(end.size, MISSING)
            begin = np.where(found >= 0, begin, MISSING)
        else:
            begin = frame.columns[test.begins][of.at]
        known = (begin != MISSING) & (end != MISSING)
        answer = np.zeros(end.size, np.bool_)
        if known.any():
            answer[known] = end[known] <= self.days.due(begin[known], test.count)
        return answer

    def _had(self, test: Had, of: Subjects) -> Flags:
        days = (
            self.reading.changes(test.points, test.changes)
            if test.changes
            else self.reading.track(test.points)
        )
        last = of.day - test.before
        after = (
            np.full(of.day.size, -FAR) if test.within is None else _back(of.day, test.within) - test.before
        )
        times = days.between(of.child, after, last)
        if test.younger is None:
            return times >= test.times
        age, least = test.younger
        born = self.reading.born(of.child)
        young = (born != MISSING) & (of.day < birthdays(np.where(born == MISSING, 0, born), age))
        return times >= np.where(young, least, test.times)

    def _latest(self, test: Latest, of: Subjects) -> Flags:
        days = self.reading.track(test.points)
        until = days.up_to(of.child, of.day)
        found = np.maximum(until - 1, 0)
        if not days.keys.size:
            return np.zeros(of.child.size, np.bool_)
        recent = (until > 0) & (days.keys[found] > packed(of.child, _back(of.day, test.within)))
        holds = self.reading.frames[test.points.table].holds[test.where]
        assert holds is not None  # a condition that is asked for has an answer
        return recent & holds[days.at[found]]

    def _holds(self, test: Holds, of: Subjects) -> Flags:
        if test.settled is None:
            begun, ended = self.reading.counters(test.spells)
        else:
            spells = self.reading.stretches(test.spells)
            begin = settled_from(spells.begin, test.settled, self.days)
            lasting = begin < spells.end
            begun = track(spells.child[lasting], begin[lasting], spells.at[lasting])
            ended = track(spells.child[lasting], spells.end[lasting], spells.at[lasting])
        standing = begun.up_to(of.child, of.day) - ended.up_to(of.child, of.day) > 0
        return ~standing if test.none else standing

    def amount(self, measure: Measure, amount: Amount, of: Subjects) -> Ints:
        match amount:
            case One():
                return np.ones(of.child.size, np.int64)
            case DaysSince(begins):
                return of.day - self.reading.frames[of.table].columns[begins][of.at]
            case TimesHad(points, within, changes):
                days = self.reading.changes(points, changes) if changes else self.reading.track(points)
                return days.between(of.child, _back(of.day, within), of.day)
            case DaysWithout(spells, within):
                assert isinstance(measure.out_of, InForce)
                after = _back(of.day, within)
                either = self.reading.covered(*measure.out_of.spells, spells)
                held = self.reading.covered(spells)
                return either.days(of.child, after, of.day) - held.days(of.child, after, of.day)
            case Longest(spells):
                return _longest(self.reading.stretches(spells), of)
            case Filled(conditions):
                frame = self.reading.frames["children"]
                at = frame.position_of(of.child)
                total = np.zeros(of.child.size, np.int64)
                for condition in conditions:
                    holds = frame.holds[condition]
                    if holds is not None and holds.size:
                        total += np.where(at >= 0, holds[at], False)
                return total
            case Weighed(weights, otherwise):
                heaviest = np.full(of.child.size, otherwise, np.int64)
                for weight, spells in weights:
                    heaviest = np.maximum(heaviest, np.where(self._holds(Holds(spells), of), weight, 0))
                return heaviest
        raise TypeError(f"{type(amount).__name__} is no amount")


def _back(day: Ints, count: Count) -> Ints:
    """So far before each day."""
    if count.unit == "days":
        return day - count.number
    if count.unit != "months":
        raise TypeError("a measure looks back by months or days")
    return add_months(day, -count.number)


def _longest(spells: Stretches, of: Subjects) -> Ints:
    """Days of each child's longest stretch up to the day, each laid beside each time that the child counts."""
    order = np.argsort(spells.child, kind="stable")
    child, begin, end = spells.child[order], spells.begin[order], spells.end[order]
    first, beyond = np.searchsorted(child, of.child, "left"), np.searchsorted(child, of.child, "right")
    many = beyond - first
    which = np.repeat(np.arange(of.child.size), many)
    at = np.arange(which.size) - np.repeat(np.cumsum(many) - many, many) + np.repeat(first, many)
    known = (begin[at] > -FAR) & (begin[at] <= of.day[which])
    days = np.where(known, np.minimum(end[at], of.day[which]) - begin[at], 0)
    found = np.zeros(of.child.size, np.int64)
    np.maximum.at(found, which, days)
    return found
