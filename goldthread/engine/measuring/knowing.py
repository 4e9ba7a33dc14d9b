"""What imported rows cannot say: a measure leaves out those of whom its sources do not tell, and counts how many."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np
import polars as pl

from goldthread.engine.daytables import add_months
from goldthread.engine.selecting import MISSING, Flags, Ints
from goldthread.rulebook.amounts import DaysWithout, Longest, TimesHad, Weighed
from goldthread.rulebook.calendar import epoch_day
from goldthread.rulebook.cohorts import Both, FellDue, Had, HadSpells, Holds, Latest
from goldthread.rulebook.counts import Count
from goldthread.rulebook.measure import Measure

from .reading import Reading
from .subjects import Subjects
from .tracks import FAR


def facts_of(measure: Measure) -> tuple[tuple[str, ...], Count | None]:
    """The facts beyond the counted row that a measure asks for, by name, and how far back it looks."""
    match measure.counting or measure.amount:
        case Had(points, within) | TimesHad(points, within) | Latest(points, _, within):
            return (points.fact,), within
        case HadSpells(spells, within) | DaysWithout(spells, within):
            return (f"{spells.table}.{spells.begins}",), within
        case Both(first, second):
            return (first.points.fact, second.points.fact), second.within
        case Holds(spells) | Longest(spells):
            return (f"{spells.table}.{spells.begins}",), None
        case Weighed(weights):
            return tuple(dict.fromkeys(f"{spells.table}.{spells.begins}" for _, spells in weights)), None
    return (), None


class Knowing:
    """Whether what a measure asks is held by the sources of those who count.

    speaks: up to which day each source speaks. known: one row a child and fact (child, fact, known_from, judged_at).
    """

    def __init__(self, reading: Reading, known: pl.DataFrame | None, speaks: Mapping[int, date]) -> None:
        self.reading = reading
        self.known = known
        self.sources = np.array(sorted(speaks), np.int64)
        self.until = np.array([epoch_day(speaks[source]) for source in sorted(speaks)], np.int64)

    def of(self, measure: Measure, of: Subjects) -> Flags:
        """Which of those who count are known of. What was recorded here always is; links of duties say it themselves."""
        answer = np.ones(of.child.size, np.bool_)
        if not self.sources.size or not of.table or isinstance(measure.out_of, FellDue):
            return answer
        source = self.reading.frames[of.table].columns["source"][of.at]
        imported = source != MISSING
        if not imported.any():
            return answer
        place = np.minimum(np.searchsorted(self.sources, source), self.sources.size - 1)
        found = self.sources[place] == source
        answer = ~imported | (found & (of.day <= self.until[place]))
        facts, back = facts_of(measure)
        for fact in facts:
            answer &= ~imported | self._held(fact, back, of)
        return answer

    def _held(self, fact: str, back: Count | None, of: Subjects) -> Flags:
        """Whether a child's sources hold a fact, from so far back up to the day."""
        if self.known is None:
            return np.zeros(of.child.size, np.bool_)
        rows = self.known.filter(pl.col("fact") == fact).sort("child")
        if not rows.height:
            return np.zeros(of.child.size, np.bool_)
        child = rows["child"].cast(pl.Int64).to_numpy()
        since = _days(rows["known_from"].cast(pl.Date), -FAR)
        until = _days(rows["judged_at"].dt.convert_time_zone("Europe/London").dt.date(), FAR)
        at = np.minimum(np.searchsorted(child, of.child), child.size - 1)
        begins = of.day if back is None else _back(of.day, back)
        return (child[at] == of.child) & (since[at] <= begins) & (of.day <= until[at])


def _back(day: Ints, count: Count) -> Ints:
    return day - count.number if count.unit == "days" else add_months(day, -count.number)


def _days(column: pl.Series, missing: int) -> Ints:
    return column.to_physical().cast(pl.Int64).fill_null(missing).to_numpy()
