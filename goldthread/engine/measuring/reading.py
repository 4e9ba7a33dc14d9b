"""What measures read of the tables, and that as arrays: tracks and stretches, each made once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from goldthread.engine.selecting import MISSING, AnyTable, Frame, Ints, Wanted, frames
from goldthread.rulebook.amounts import DaysSince, DaysWithout, Filled, Longest, TimesHad, Weighed
from goldthread.rulebook.clock import Spells
from goldthread.rulebook.cohorts import (
    Both,
    Had,
    HadSpells,
    Happened,
    Holds,
    InForce,
    InTheYear,
    Is,
    Lasted,
    Latest,
    Within,
)
from goldthread.rulebook.measure import Measure
from goldthread.vocabulary import Points, allocations, children, disabilities
from goldthread.vocabulary.expressions import Expression

from .tracks import Covered, Stretches, Track, points_in, stretches_in

HOLDS_A_CHILD = allocations.team.known() & allocations.role.is_in(
    "social-worker", "lead-practitioner", "personal-adviser"
)
DISABLED, NOT_DISABLED = children.disabled == "yes", children.disabled == "no"
SOME_KIND, NO_KIND = disabilities.kind != "NONE", disabilities.kind == "NONE"


def wanted_of(measures: Iterable[Measure]) -> dict[str, Wanted]:
    """Which columns and conditions of which tables the measures read, with those of team and disability."""
    found: dict[str, Wanted] = {}

    def want(
        table: str, *days: str, where: Expression | None = None, refs: Iterable[str] = (), rows: bool = True
    ) -> None:
        wanted = found.setdefault(table, Wanted())
        wanted.days.update(days)
        wanted.refs.update(refs)
        if rows:
            wanted.rows.add(where)
        if where is not None:
            wanted.conditions.add(where)

    def spells(of: Spells) -> None:
        want(of.table, of.begins, of.ends, where=of.where)

    def had(points: Points, changes: str) -> None:
        want(points.table, points.column, where=points.where, refs=[changes] if changes else [])

    want("children", "born_on")
    for condition in (DISABLED, NOT_DISABLED):
        want("children", where=condition)
    for condition in (SOME_KIND, NO_KIND):
        want("disabilities", where=condition)
    want("allocations", "began_on", "ended_on", where=HOLDS_A_CHILD, refs=["team"])
    for measure in measures:
        base = ""
        match measure.out_of:
            case Happened(Points(table, column, where)):
                base = table
                want(table, column, where=where, refs=["source"])
            case InForce(several, _, _, unless, each_row):
                base = several[0].table
                for each in several:
                    spells(each)
                    want(each.table, refs=["source"], rows=False)
                if unless:
                    spells(unless)
                if each_row and measure.per:
                    want(base, refs=[measure.per, "team"], rows=False)
            case InTheYear(each):
                base = each.table
                spells(each)
                want(base, refs=["source"], rows=False)
        match measure.counting or measure.amount:
            case Is(where):
                want(base, where=where, rows=False)
            case Within(begins, ends, _, through, table):
                want(
                    base, ends, *([] if through else [begins]), refs=[through] if through else [], rows=False
                )
                if through:
                    want(table, begins)
            case Lasted(begins) | DaysSince(begins):
                want(base, begins, rows=False)
            case Had(points, changes=changes) | TimesHad(points, changes=changes):
                had(points, changes)
            case Both(first, second):
                had(first.points, first.changes)
                had(second.points, second.changes)
            case HadSpells(each) | Holds(each) | DaysWithout(each) | Longest(each):
                spells(each)
            case Latest(points, where):
                want(points.table, points.column, where=points.where)
                want(points.table, where=where, rows=False)
            case Weighed(weights):
                for _, each in weights:
                    spells(each)
            case Filled(conditions):
                for condition in conditions:
                    want("children", where=condition, rows=False)
    return found


@dataclass
class Reading:
    """The frames of some measures, with the tracks and stretches made of them so far."""

    frames: Mapping[str, Frame]
    _tracks: dict[Points, Track] = field(default_factory=dict)
    _changes: dict[tuple[Points, str], Track] = field(default_factory=dict)
    _stretches: dict[Spells, Stretches] = field(default_factory=dict)
    _counters: dict[Spells, tuple[Track, Track]] = field(default_factory=dict)
    _covered: dict[tuple[Spells, ...], Covered] = field(default_factory=dict)

    @classmethod
    def of(cls, measures: Iterable[Measure], tables: Mapping[str, AnyTable]) -> Reading:
        return cls(frames(tables, wanted_of(measures)))

    def track(self, points: Points) -> Track:
        if points not in self._tracks:
            self._tracks[points] = points_in(self.frames[points.table], points.column, points.where)
        return self._tracks[points]

    def changes(self, points: Points, column: str) -> Track:
        """The points at which a column differs from that of the child's point before."""
        named = (points, column)
        if named not in self._changes:
            whole = self.track(points)
            frame = self.frames[points.table]
            value, child = frame.columns[column][whole.at], frame.children[whole.at]
            other = np.zeros(value.size, np.bool_)
            other[1:] = (value[1:] != value[:-1]) & (child[1:] == child[:-1])
            self._changes[named] = Track(whole.keys[other], whole.at[other])
        return self._changes[named]

    def stretches(self, spells: Spells) -> Stretches:
        if spells not in self._stretches:
            frame = self.frames[spells.table]
            self._stretches[spells] = stretches_in(frame, spells.begins, spells.ends, spells.where)
        return self._stretches[spells]

    def counters(self, spells: Spells) -> tuple[Track, Track]:
        if spells not in self._counters:
            self._counters[spells] = self.stretches(spells).counters()
        return self._counters[spells]

    def covered(self, *several: Spells) -> Covered:
        """The days covered by any of several kinds of spell."""
        if several not in self._covered:
            parts = [self.stretches(each) for each in several]
            together = Stretches(
                *(
                    np.concatenate([getattr(part, name) for part in parts])
                    for name in ("child", "begin", "end", "at")
                )
            )
            self._covered[several] = Covered.of(together.merged())
        return self._covered[several]

    def born(self, child: Ints) -> Ints:
        """The day on which each child was born; MISSING where it is not recorded."""
        frame = self.frames["children"]
        at = frame.position_of(child)
        if not frame.ids.size:
            return np.full(child.size, MISSING, np.int64)
        return np.where(at >= 0, frame.columns["born_on"][at], MISSING)
