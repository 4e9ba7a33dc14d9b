"""Relating points to points: NumPy over sorted keys, each an owner and a place in time in one int64.

A key holds the owner's rank in its upper half and the place u (a day or a UTC minute) in its lower, so that keys sort by
owner, then time, and "the first point at or after, and by" is one binary search. ``FAR`` is later than every u.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.signedinteger[Any]]
Flags = npt.NDArray[np.bool_]

PLACE = np.int32
"""What a u is kept as: half as wide as a key, so half as much to move."""
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
    u = key.astype(PLACE)
    u ^= PLACE(-ZERO)
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


def next_place(points: Ints, key: Ints) -> Ints:
    """The u of the first point at or after each key, of the same owner; FAR without one. Both come sorted."""
    found = np.full(key.size, FAR, PLACE)
    if points.size * 8 < key.size:
        # Few points: ask each which keys it follows. The earliest point of a key is written last.
        last_first = points[::-1]
        owner_begins = last_first & ~(2**BITS - 1)
        first, end = np.searchsorted(key, owner_begins, "left"), np.searchsorted(key, last_first, "right")
        point, at = ranges(first, end)
        found[at] = place(last_first)[point]
        return found
    if points.size:
        at = np.searchsorted(points, key, "left")
        nearest = points[np.minimum(at, points.size - 1)]
        there = (at < points.size) & (nearest >> BITS == key >> BITS)
        found[there] = place(nearest[there])
    return found


def in_order(values: Ints) -> bool:
    """Whether values never fall."""
    return bool((values[1:] >= values[:-1]).all())


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


def repeated(sizes: Ints, key: Ints) -> Flags:
    """Which keys are the same as the one before them in their group; the groups lie one after another."""
    found = np.zeros(key.size, np.bool_)
    np.equal(key[1:], key[:-1], out=found[1:])
    found[(np.cumsum(sizes) - sizes)[sizes > 0]] = False
    return found


def thinned(sizes: Ints, values: Ints, kept: Flags) -> tuple[Ints, Ints]:
    """The sizes of groups that lie one after another, and their values, when only some values are kept."""
    before = np.concatenate([[0], np.cumsum(kept)])
    end = np.cumsum(sizes)
    return before[end] - before[end - sizes], values[kept]


class Chains(NamedTuple):
    """Links of chains: whose each is, its place in the chain, whether another follows it; and where each chain begins."""

    group: Ints
    nth: Ints
    followed: Flags
    first: Ints


def chains(sizes: Ints) -> Chains:
    """One link up to each of a group's points, and one after the last. sizes: how many points each group has."""
    links = sizes + 1
    end = np.cumsum(links)
    first = end - links
    group = np.repeat(np.arange(sizes.size), links)
    nth = np.arange(group.size)
    nth -= np.repeat(first, links)
    followed = np.ones(group.size, np.bool_)
    followed[end - 1] = False
    return Chains(group, nth, followed, first)
