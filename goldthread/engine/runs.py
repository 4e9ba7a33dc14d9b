"""Points and spells of tables as sorted keys, made once for all the clocks of one run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from threading import Lock
from typing import Any, Literal, TypeVar

import numpy as np

from goldthread.rulebook.calendar import Calendar
from goldthread.rulebook.clock import Spells
from goldthread.vocabulary import Points
from goldthread.vocabulary.expressions import Expression

from . import kernel
from .daytables import FIRST_MINUTE_OF_DAY, LAST_MINUTE_OF_DAY, day_tables, local_day, minute_of, utc_minutes
from .kernel import BITS, FAR, ZERO, Flags, Ints, keys
from .selecting import MISSING, Frame, day_column, is_instant

IN_CACHE = 1 << 15
NOWHERE = 2**63 - 1
"""The key of a row without a point: after every key by which a completion counts."""
Made = TypeVar("Made")
Edge = Literal["begin", "end"]
"""Which end of its day a point is at, in hours, where its time is not known."""


@dataclass(frozen=True)
class Places:
    """Where in time one column's rows lie: u, whether it is there, and whether its time is known (None: all are)."""

    u: Ints
    there: Flags
    timed: Flags | None


@dataclass(frozen=True)
class Run:
    """Points of a frame sorted by (owner, u, row), or as its rows lie: their keys, and the rows (by id) they come from."""

    key: Ints
    row: Ints
    frame: Frame

    @cached_property
    def at(self) -> Ints:
        """Where in the frame the rows stand."""
        return self.frame.position_of(self.row)


class Runs:
    """The points and spells of a set of frames up to now, in days or in hours, each sorted once."""

    def __init__(self, frames: Mapping[str, Frame], now: datetime, calendar: Calendar) -> None:
        self.frames, self.now = frames, now
        self.tables = day_tables(calendar)
        self.minute_now, self.today = minute_of(now), local_day(now)
        self.lowest, self.children = self._ranking()
        self.owners = {name: self.rank(frame.children) for name, frame in frames.items()}
        self.rows = sum(frame.ids.size for frame in frames.values())
        self._made: dict[Hashable, Any] = {}
        self._making: defaultdict[Hashable, Lock] = defaultdict(Lock)
        self._asking = Lock()

    def _once(self, named: Hashable, make: Callable[[], Made]) -> Made:
        """What is kept under a name, made when it is first asked for; who asks meanwhile waits for it."""
        if named not in self._made:
            with self._asking:
                making = self._making[named]
            with making:
                if named not in self._made:
                    self._made[named] = make()
        found: Made = self._made[named]
        return found

    def _ranking(self) -> tuple[int, Ints | None]:
        """How children are ranked: by how far they are from the lowest, or where ids lie far apart, by a sorted list."""
        given = [frame.children for frame in self.frames.values() if frame.children.size]
        if not given:
            return 0, None
        lowest, highest = min(int(ids.min()) for ids in given), max(int(ids.max()) for ids in given)
        if lowest >= 0 and highest < 2**30:
            return 0, None
        if highest - lowest < 2**30:
            return lowest, None
        return lowest, np.unique(np.concatenate([np.unique(ids) for ids in given]))

    def rank(self, children: Ints) -> Ints:
        if self.children is not None:
            return np.searchsorted(self.children, children)
        return children - self.lowest if self.lowest else children

    def child(self, rank: Ints) -> Ints:
        """The child of each rank."""
        if self.children is not None:
            return self.children[rank]
        return rank + self.lowest if self.lowest else rank

    def places(self, table: str, column: str, edge: Edge, hours: bool) -> Places:
        """Where a column's rows lie in time."""
        return self._once(
            ("places", table, column, edge, hours), lambda: self._placed(table, column, edge, hours)
        )

    def _placed(self, table: str, column: str, edge: Edge, hours: bool) -> Places:
        frame = self.frames[table]
        days = frame.columns[day_column(table, column)]
        by_day = (days != MISSING) & (days <= self.today)
        if not hours:
            return Places(days, by_day, None)
        of_day = utc_minutes(
            np.where(by_day, days, 0), FIRST_MINUTE_OF_DAY if edge == "begin" else LAST_MINUTE_OF_DAY
        )
        if not is_instant(table, column):
            return Places(of_day, by_day, np.zeros(days.size, np.bool_))
        minutes = frame.columns[column]
        timed = (minutes != MISSING) & (days != MISSING)
        there = np.where(timed, minutes <= self.minute_now, by_day)
        return Places(np.where(timed, minutes, of_day), there, timed)

    def holds(self, table: str, where: Expression | None) -> Flags | None:
        """For which rows a condition's answer is yes; None where there is no condition."""
        return self.frames[table].holds[where]

    def points(self, points: Points, edge: Edge, hours: bool) -> Run:
        """The points of a selection, sorted by (owner, u, row)."""
        named = ("points", points, edge if hours else "end", hours)
        return self._once(named, lambda: self._pointed(points, edge, hours))

    def by_row(self, points: Points, hours: bool) -> Run:
        """The point of every row of a table, in the order of its rows; NOWHERE where it has none."""
        return self._once(("by row", points, hours), lambda: self._by_row(points, hours))

    def _by_row(self, points: Points, hours: bool) -> Run:
        places, holds = (
            self.places(points.table, points.column, "end", hours),
            self.holds(points.table, points.where),
        )
        there = places.there if holds is None else places.there & holds
        key = keys(self.owners[points.table], places.u)
        key[~there] = NOWHERE
        return Run(key, self.frames[points.table].ids, self.frames[points.table])

    def _pointed(self, points: Points, edge: Edge, hours: bool) -> Run:
        places = self.places(points.table, points.column, edge, hours)
        holds = self.holds(points.table, points.where)
        there = places.there if holds is None else places.there & holds
        owners, u, frame = self.owners[points.table], places.u, self.frames[points.table]
        if there.all():
            return Run(*_sorted(owners, u, frame.ids), frame)
        at = np.flatnonzero(there)
        return Run(*_sorted(owners[at], u[at], frame.ids[at]), frame)

    def spells(self, of: Spells, hours: bool) -> kernel.Spells:
        """The spells of a selection, sorted by owner, beginning and row."""
        return self._once(("spells", of, hours), lambda: self._spelled(of, hours))

    def _spelled(self, of: Spells, hours: bool) -> kernel.Spells:
        begins = self.points(Points(of.table, of.begins, of.where), "begin", hours)
        ends = self.places(of.table, of.ends, "end", hours)
        until = np.where(ends.there[begins.at], ends.u[begins.at], FAR)
        return kernel.spells(begins.key, keys(begins.key >> BITS, until))

    def value(self, points: Points, at: Ints, hours: bool) -> Ints:
        """The point of each row at these positions of its table (-1: no row), FAR where it has none."""
        return self._once(("value", points, hours), lambda: self._valued(points, hours))[at]

    def _valued(self, points: Points, hours: bool) -> Ints:
        """The point of every row of a table, FAR where it has none, and once more FAR at the end, for no row."""
        places = self.places(points.table, points.column, "end", hours)
        holds = self.holds(points.table, points.where)
        value = np.full(places.u.size + 1, FAR, kernel.PLACE)
        value[:-1] = np.where(places.there if holds is None else places.there & holds, places.u, FAR)
        return value

    def born(self, owners: Ints) -> Ints:
        """The birth date of each owner, MISSING where it is not known."""
        children = self.frames["children"]
        at = children.position_of(self.child(owners))
        if not children.ids.size:
            return np.full(owners.size, MISSING, np.int64)
        return np.where(at >= 0, children.columns["born_on"][at], MISSING)


def _sorted(owners: Ints, u: Ints, rows: Ints) -> tuple[Ints, Ints]:
    """Keys and rows of points, sorted by (owner, u, row). Packs all three into one int64, which sorts fastest."""
    if not rows.size:
        return rows, rows
    earliest, latest, lowest = int(u.min()), int(u.max()), int(rows[0])
    for_u, for_row = (latest - earliest).bit_length(), (int(rows[-1]) - lowest).bit_length()
    if int(owners.max()).bit_length() + for_u + for_row > 62:
        key = keys(owners, u)
        order = np.argsort(key, kind="stable")
        return key[order], rows[order]
    # In place, and a stretch at a time: with millions of rows what leaves the cache costs more than the sum in it.
    packed, key = np.empty(rows.size, np.int64), np.empty(rows.size, np.int64)
    some = [slice(begin, begin + IN_CACHE) for begin in range(0, rows.size, IN_CACHE)]
    for each in some:
        here = np.left_shift(owners[each], for_u + for_row, out=packed[each])
        part = np.subtract(u[each], earliest, dtype=np.int64)
        part <<= for_row
        here |= part
        here |= rows[each] - lowest
    packed.sort()
    for each in some:
        part = packed[each] >> for_row
        packed[each] &= (1 << for_row) - 1
        packed[each] += lowest
        here = np.right_shift(part, for_u, out=key[each])
        here <<= BITS
        part &= (1 << for_u) - 1
        here += part
        here += earliest + ZERO
    return key, packed
