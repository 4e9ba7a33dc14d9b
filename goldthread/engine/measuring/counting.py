"""Measures over tables, as counts that add: the nation is the sum of its authorities.

Answers the same as the plain evaluator of the tests, from the same page (``docs/decisions/how-measures-count.md``), and
shares no function with it. Who counts, tests and splits are NumPy over sorted arrays; duties are answered by `bulk`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
import polars as pl
import pyarrow as pa

from goldthread.engine import bulk
from goldthread.engine.daytables import DayTables
from goldthread.engine.selecting import MISSING, AnyTable, Flags, Ints
from goldthread.rulebook.clocks import CLOCKS
from goldthread.rulebook.cohorts import Cohort
from goldthread.rulebook.local import NOTHING_SET, LocalRules
from goldthread.rulebook.measure import Measure

from .groups import GROUPS, NOT_SPLIT, Groups
from .knowing import Knowing
from .periods import Period, follow_each_other
from .reading import Reading
from .subjects import Cohorts, Subjects
from .testing import Testing

COUNTS: dict[str, pl.DataType | type[pl.DataType]] = {
    "measure": pl.String, "period": pl.Date, "team": pl.Int64, "disabled": pl.String, "band": pl.Int64,
    "numerator": pl.Int64, "denominator": pl.Int64, "squares": pl.Int64, "counted": pl.Int64, "not_known": pl.Int64,
}  # fmt: skip
"""One row a measure, period (named by its last day), team, group and band. All but the first five add up.

squares: of the numerators of those who count, for the interval of a mean. counted: how many count. not_known: how many were
left out, as their sources do not hold what is asked.
"""
FACTS: dict[str, pl.DataType | type[pl.DataType]] = {
    "child": pl.Int64, "row": pl.Int64, "day": pl.Date, "period": pl.Date, "team": pl.Int64, "disabled": pl.String,
    "numerator": pl.Int64, "denominator": pl.Int64, "known": pl.Boolean,
}  # fmt: skip
"""One row for each that counts: what is behind a figure."""


@dataclass
class _Counted:
    """One measure's subjects with all that is said of each."""

    of: Subjects
    team: Ints
    group: Ints
    band: Ints
    numerator: Ints
    denominator: Ints
    known: Flags


class _Run:
    """Some measures over some tables: what they share is read and worked out once."""

    def __init__(
        self,
        measures: Sequence[Measure],
        tables: Mapping[str, AnyTable],
        periods: Sequence[Period],
        now: datetime,
        known: pa.Table | None,
        speaks: Mapping[int, date] | None,
        rules: LocalRules,
    ) -> None:
        follow_each_other(periods)
        self.periods, calendar = periods, rules.calendar()
        clocks = sorted(frozenset().union(*(measure.clocks() for measure in measures)))
        answers: dict[str, pl.DataFrame] = {}
        if clocks:
            asked = [rules.clock(CLOCKS[name]) for name in clocks]
            whole = pl.DataFrame(bulk.run(asked, tables, now, known, calendar))
            whole = whole.select("clock", "child", "start_row", "due_on", "state")
            whole = whole.with_columns(pl.col("clock", "state").cast(pl.String))
            answers = {name: whole.filter(pl.col("clock") == name) for name in clocks}
        days = DayTables(calendar)
        self.reading = Reading.of(measures, tables)
        self.cohorts = Cohorts(self.reading, periods, days, answers)
        self.testing = Testing(self.reading, days, answers)
        self.groups = Groups(self.reading)
        self.knowing = Knowing(self.reading, None if known is None else pl.DataFrame(known), speaks or {})

        self._cohorts: dict[tuple[Cohort, str], tuple[Subjects, Ints, Ints, Ints | None]] = {}

    def counted(self, measure: Measure) -> _Counted:
        of, team, group, first = self._cohort(measure)
        known = self.knowing.of(measure, of)
        numerator, denominator = self.testing.counts(measure, of)
        if first is not None:
            denominator = first
        band = np.searchsorted(np.array(measure.bands), numerator, "left") if measure.bands else group * 0
        return _Counted(of, team, group, band, numerator * known, denominator * known, known)

    def _cohort(self, measure: Measure) -> tuple[Subjects, Ints, Ints, Ints | None]:
        """Who counts, with team and group, found once for the measures that share it; and for a caseload its denominators."""
        named = (measure.out_of, measure.per)
        if named not in self._cohorts:
            of = self.cohorts.of(measure)
            team = self.groups.team(measure, of)
            if measure.per:
                group, first = np.full(of.child.size, NOT_SPLIT), self._first_of_each(of, team, measure.per)
                self._cohorts[named] = (of, team, group, first)
            else:
                self._cohorts[named] = (of, team, self.groups.disability(of.child), None)
        return self._cohorts[named]

    def _first_of_each(self, of: Subjects, team: Ints, column: str) -> Ints:
        """One for the lowest row of each value in each team and period."""
        values, value = np.unique(self.reading.frames[of.table].columns[column][of.at], return_inverse=True)
        order = np.argsort(of.row, kind="stable")
        keys = (of.period * self.groups.teams.size + team) * values.size + value
        _, first = np.unique(keys[order], return_index=True)
        found = np.zeros(order.size, np.int64)
        found[order[first]] = 1
        return found


def count(
    measures: Iterable[Measure],
    tables: Mapping[str, AnyTable],
    periods: Sequence[Period],
    now: datetime,
    known: pa.Table | None = None,
    speaks: Mapping[int, date] | None = None,
    rules: LocalRules = NOTHING_SET,
    progress: Callable[[int], object] | None = None,
) -> pl.DataFrame:
    """The counts of measures, in the order of the measures, then period, team, group and band. Columns: `COUNTS`.

    tables: plural name -> whole children's rows in the vocabulary's columns, as `bulk.run` takes them. periods: one after
    the other, the oldest first; what lies after now has not happened. known: what sources hold, as `bulk.run` takes it;
    speaks: up to which day each source speaks. rules: what the authority has set for its duties. progress: told how many
    measures are counted, after each. Raises Fault for periods with a gap, OutsideCalendar for a date of a working-day limit
    that the calendar does not reach.
    """
    measures = tuple(measures)
    run = _Run(measures, tables, periods, now, known, speaks, rules)
    parts = []
    for measure in measures:
        parts.append(_summed(measure, run.counted(measure), periods, run.groups.teams))
        if progress:
            progress(len(parts))
    return pl.concat(parts) if parts else pl.DataFrame(schema=COUNTS)


def behind(
    measure: Measure,
    tables: Mapping[str, AnyTable],
    periods: Sequence[Period],
    now: datetime,
    known: pa.Table | None = None,
    speaks: Mapping[int, date] | None = None,
    rules: LocalRules = NOTHING_SET,
) -> pl.DataFrame:
    """Each that counts in a measure: child, row, day, period, team, group, and what it adds. Columns: `FACTS`."""
    run = _Run((measure,), tables, periods, now, known, speaks, rules)
    found = run.counted(measure)
    return pl.DataFrame(
        {
            "child": found.of.child, "row": found.of.row, "day": pl.Series(found.of.day).cast(pl.Int32).cast(pl.Date),
            "period": _last_days(periods, found.of.period), "team": _teams(run.groups.teams[found.team]),
            "disabled": _groups(found.group),
            "numerator": found.numerator, "denominator": found.denominator, "known": found.known,
        },
        schema=FACTS,
    ).sort("period", "child", "row", "day", "numerator")  # fmt: skip


def _summed(measure: Measure, found: _Counted, periods: Sequence[Period], teams: Ints) -> pl.DataFrame:
    """The counts of one measure by period, team, group and band."""
    shape = (len(periods), teams.size, len(GROUPS), len(measure.bands) + 1)
    cell = ((found.of.period * teams.size + found.team) * len(GROUPS) + found.group) * shape[3] + found.band
    size = int(np.prod(shape))
    known = found.known.astype(np.int64)
    sums = {
        "numerator": found.numerator, "denominator": found.denominator, "squares": found.numerator * found.numerator,
        "counted": known, "not_known": 1 - known,
    }  # fmt: skip
    filled = np.flatnonzero(np.bincount(cell, minlength=size))
    period, at_team, group, band = np.unravel_index(filled, shape)
    added = {
        name: np.bincount(cell, each, size)[filled].astype(np.int64) for name, each in sums.items()
    }  # floats hold whole numbers up to 2**53 exactly
    return pl.DataFrame(
        {
            "measure": pl.Series([measure.name]).new_from_index(0, filled.size), "period": _last_days(periods, period),
            "team": _teams(teams[at_team]), "disabled": _groups(group),
            "band": band, **added,
        },
        schema=COUNTS,
    )  # fmt: skip


def _last_days(periods: Sequence[Period], which: Ints) -> pl.Series:
    return pl.Series([each.last for each in periods], dtype=pl.Date).gather(pl.Series(which))


def _teams(team: Ints) -> pl.Series:
    return pl.select(pl.when(pl.Series(team != MISSING)).then(pl.Series(team))).to_series()


def _groups(group: Ints) -> pl.Series:
    return pl.Series(GROUPS).gather(pl.Series(group))
