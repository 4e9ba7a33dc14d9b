"""Relating points to points: NumPy over sorted keys, each an owner and a place in time in one int64.

A key holds the owner's rank in its upper half and the place u (a day or a UTC minute) in its lower, so that keys sort by
owner, then time, and "the first point at or after, and by" is one binary search. ``FAR`` is later than every u.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

BITS = 32
ZERO = 2**31
FAR = 2**31 - 1
NONE = -1


class Spells(NamedTuple):
    """Stretches of time sorted by owner, beginning and row. ``furthest`` is the furthest end so far, as a key."""

    begins: Ints
    ends: Ints
    furthest: Ints


def keys(owners: Ints, u: Ints) -> Ints:
    made = owners << BITS
    made += u
    made += ZERO
    return made


def place(key: Ints) -> Ints:
    """The u of each key."""
    u = key & (2**BITS - 1)
    u -= ZERO
    return u


def spells(begins: Ints, ends: Ints) -> Spells:
    """Spells from keys of where they begin, sorted, and of where they end (at FAR while they have not)."""
    return Spells(begins, ends, np.maximum.accumulate(ends) if ends.size else ends)


def inside(key: Ints, within: Spells) -> Flags:
    """Whether each key lies in a spell of its owner: begins <= u < ends."""
    at = np.searchsorted(within.begins, key, "right") - 1
    found = at >= 0
    found[found] = within.furthest[at[found]] > key[found]
    return found


def latest_around(key: Ints, within: Spells) -> Ints:
    """The spell around each key (begins <= u <= ends) that begins last, then has the highest row; NONE without one."""
    at = np.searchsorted(within.begins, key, "right") - 1
    found = np.full(key.size, NONE, np.int64)
    seeking = np.flatnonzero(at >= 0)
    while seeking.size:
        # No end so far reaches the key: then neither does that of any earlier spell, nor of any earlier owner.
        seeking = seeking[within.furthest[at[seeking]] >= key[seeking]]
        reached = within.ends[at[seeking]] >= key[seeking]
        found[seeking[reached]] = at[seeking[reached]]
        seeking = seeking[~reached]
        at[seeking] -= 1
        seeking = seeking[at[seeking] >= 0]
    return found


def first_from(points: Ints, key: Ints, by: Ints, *, after: bool = False, nth: int = 1) -> Ints:
    """The index of the first point (or the nth) at or after each key (or only after it), up to ``by``; NONE without one."""
    at = np.searchsorted(points, key, "right" if after else "left") + (nth - 1)
    if not points.size:
        return np.full(key.size, NONE, np.int64)
    there = (at < points.size) & (points[np.minimum(at, points.size - 1)] <= by)
    return np.where(there, at, NONE)


def first_of_each(group: Ints, value: Ints, groups: int) -> Ints:
    """For each group the first of its values, which come in order; NONE for a group without one."""
    first = np.full(groups, NONE, np.int64)
    first[group[::-1]] = value[::-1]
    return first


def serve_earliest_open(first: Ints, end: Ints, points: int) -> Ints:
    """Give each point, in order, to the earliest instance that is open to it and has none yet.

    first, end: for each instance, in order, the range of points that it may take. Returns each one's point, or NONE.
    Every point prefers the earlier instance and every instance the earlier point, so only one matching is stable: that
    of giving them out one by one. Here all instances ask at once, and the points choose, until nobody is turned away.
    """
    nobody = first.size
    holder = np.full(points, nobody, np.int64)
    wanted = first.copy()
    asking = np.flatnonzero(first < end)
    while asking.size:
        point = wanted[asking]
        before = holder[point]
        holder[point[::-1]] = asking[::-1]  # of several that ask for one point the lowest is written last
        challenger = np.minimum(holder[point], before)
        holder[point] = challenger
        turned_away = asking[challenger != asking]
        displaced = before[(before != nobody) & (challenger != before)]
        asking = np.union1d(turned_away, displaced)
        wanted[asking] += 1
        asking = asking[wanted[asking] < end[asking]]
    served = np.full(first.size, NONE, np.int64)
    held = np.flatnonzero(holder != nobody)
    served[holder[held]] = held
    return served


def ranges(first: Ints, end: Ints) -> tuple[Ints, Ints]:
    """Every (group, value) of a range of values for each group, in order."""
    sizes = np.maximum(end - first, 0)
    group = np.repeat(np.arange(first.size), sizes)
    before = np.cumsum(sizes) - sizes
    return group, np.arange(group.size) + np.repeat(first - before, sizes)


class Chains(NamedTuple):
    """Links of chains: whose each is, its place in the chain, and the point that completes it (NONE for the last)."""

    group: Ints
    nth: Ints
    point: Ints


def chains(group: Ints, point: Ints, groups: int) -> Chains:
    """One link up to each of a group's points, which come in order by group, and one after the last."""
    sizes = np.bincount(group, minlength=groups) + 1
    owner = np.repeat(np.arange(groups), sizes)
    nth = np.arange(owner.size) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    completed = np.full(owner.size, NONE, np.int64)
    completed[nth < np.repeat(sizes, sizes) - 1] = point
    return Chains(owner, nth, completed)
