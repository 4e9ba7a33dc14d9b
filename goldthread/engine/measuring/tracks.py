"""Points and spells of many children as sorted arrays, in which a child's are found by binary search."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from goldthread.engine.selecting import MISSING, Flags, Frame, Ints
from goldthread.vocabulary.expressions import Expression

BITS = 21
OFFSET = 1 << 20
FAR = OFFSET - 2
"""A day later than any other, and with a minus sign earlier."""


def packed(child: Ints, day: Ints) -> Ints:
    """One number for a child and a day, in the order of children, then days."""
    return (child << BITS) + np.clip(day, -FAR, FAR) + OFFSET


@dataclass
class Track:
    """The days of some rows, sorted by child, day and row. at: where each stands in its frame."""

    keys: Ints
    at: Ints

    def up_to(self, child: Ints, day: Ints) -> Ints:
        """How many keys lie at or before each child's day."""
        return np.searchsorted(self.keys, packed(child, day), "right")

    def between(self, child: Ints, after: Ints, last: Ints) -> Ints:
        """How many of each child's days lie after one day, up to and with another."""
        return self.up_to(child, last) - self.up_to(child, after)


def track(child: Ints, day: Ints, at: Ints) -> Track:
    keys = packed(child, day)
    if keys.size and (keys[1:] < keys[:-1]).any():
        order = np.argsort(keys, kind="stable")
        keys, at = keys[order], at[order]
    return Track(keys, at)


def rows_where(frame: Frame, where: Expression | None) -> Ints:
    """Where the rows stand for which a condition holds."""
    holds = frame.holds.get(where) if where is not None else None
    return np.arange(frame.ids.size) if holds is None else np.flatnonzero(holds)


def points_in(frame: Frame, column: str, where: Expression | None) -> Track:
    at = rows_where(frame, where)
    at = at[frame.columns[column][at] != MISSING]
    return track(frame.children[at], frame.columns[column][at], at)


@dataclass
class Stretches:
    """Spells: from a day until another. One without a beginning began before all others; without an end it goes on.

    One that ends before it begins is none.
    """

    child: Ints
    begin: Ints
    end: Ints
    at: Ints

    def where(self, kept: Flags) -> Stretches:
        return Stretches(self.child[kept], self.begin[kept], self.end[kept], self.at[kept])

    def counters(self) -> tuple[Track, Track]:
        """Their beginnings and their ends, for counting which are in force."""
        return track(self.child, self.begin, self.at), track(self.child, self.end, self.at)

    def merged(self) -> Stretches:
        """The same days with no spell overlapping or touching another of the same child, in order."""
        keys = packed(self.child, self.begin)
        order = np.argsort(keys, kind="stable")
        child, keys = self.child[order], keys[order]
        ends = np.maximum.accumulate(packed(child, self.end[order])) if keys.size else keys
        first = np.ones(keys.size, np.bool_)
        first[1:] = keys[1:] > ends[:-1]
        starts = np.flatnonzero(first)
        last = np.append(starts[1:], keys.size)[: starts.size] - 1
        return Stretches(
            child[starts],
            self.begin[order][starts],
            (ends[last] & ((1 << BITS) - 1)) - OFFSET,
            self.at[order][starts],
        )


def stretches_in(frame: Frame, begins: str, ends: str, where: Expression | None) -> Stretches:
    at = rows_where(frame, where)
    begin, end = frame.columns[begins][at], frame.columns[ends][at]
    begin = np.where(begin == MISSING, -FAR, begin)
    end = np.where(end == MISSING, FAR, end)
    kept = end >= begin
    return Stretches(frame.children[at][kept], begin[kept], end[kept], at[kept])


@dataclass
class Covered:
    """Merged spells, of which the days up to any day are counted at once."""

    keys: Ints
    begin: Ints
    end: Ints
    before: Ints

    @classmethod
    def of(cls, merged: Stretches) -> Covered:
        lengths = merged.end - merged.begin
        return cls(
            packed(merged.child, merged.begin),
            merged.begin,
            merged.end,
            np.concatenate([[0], np.cumsum(lengths)]),
        )

    def days(self, child: Ints, after: Ints, last: Ints) -> Ints:
        """Days covered after one day, up to and with another."""
        return self._up_to(child, last) - self._up_to(child, after)

    def _up_to(self, child: Ints, day: Ints) -> Ints:
        if not self.keys.size:
            return np.zeros(child.size, np.int64)
        first = np.searchsorted(self.keys, packed(child, np.full(child.size, -FAR)), "left")
        until = np.searchsorted(self.keys, packed(child, day), "right")
        total = self.before[until] - self.before[first]
        last = np.maximum(until - 1, 0)
        beyond = np.where(until > first, np.maximum(self.end[last] - (day + 1), 0), 0)
        return total - beyond
