"""Which of the rows that came is which of the rows that are here.

First those that are the same in everything, then those that are alike in what names them, then of the rest those that have
at least half of their values in common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence

Values = tuple[Hashable, ...]
EMPTY = (None, "", False, "unknown")


def pair(
    came: Sequence[Values],
    here: Sequence[Values],
    natural: Sequence[int],
    may_become: Callable[[int, int], bool] = lambda came, here: True,
) -> list[int | None]:
    """For each row that came, the position of the row here that it is, or None. No row here is given twice.

    came, here: values in one order of columns; of several rows here that fit, the first is taken.
    natural: positions of the columns that name a row.
    may_become: whether a row here may be taken for one that came only because they have much in common.
    """
    found: list[int | None] = [None] * len(came)
    free: dict[Values, list[int]] = defaultdict(list)
    for position, values in enumerate(here):
        free[values].append(position)
    for position, values in enumerate(came):
        if free.get(values):
            found[position] = free[values].pop(0)
    left_here = sorted(position for positions in free.values() for position in positions)
    left_came = [position for position, match in enumerate(found) if match is None]
    if not left_here or not left_came:
        return found
    left_came, left_here = _by_name(came, here, natural, found, left_came, left_here)
    _by_likeness(came, here, found, left_came, left_here, may_become)
    return found


def _by_name(
    came: Sequence[Values],
    here: Sequence[Values],
    natural: Sequence[int],
    found: list[int | None],
    left_came: list[int],
    left_here: list[int],
) -> tuple[list[int], list[int]]:
    """Pair those of one name, the most alike first, so that the order in which they came does not matter."""
    named: dict[Values, list[int]] = defaultdict(list)
    for position in left_here:
        named[tuple(here[position][column] for column in natural)].append(position)
    pairs = []
    for position in left_came:
        for other in named.get(tuple(came[position][column] for column in natural), ()):
            pairs.append((-likeness(came[position], here[other]), position, other))
    return _take_best(pairs, found, left_came, left_here)


def _by_likeness(
    came: Sequence[Values],
    here: Sequence[Values],
    found: list[int | None],
    left_came: list[int],
    left_here: list[int],
    may_become: Callable[[int, int], bool],
) -> None:
    pairs = []
    for position in left_came:
        for other in left_here:
            alike = likeness(came[position], here[other])
            if alike >= 0.5 and may_become(position, other):
                pairs.append((-alike, position, other))
    _take_best(pairs, found, left_came, left_here)


def _take_best(
    pairs: list[tuple[float, int, int]], found: list[int | None], left_came: list[int], left_here: list[int]
) -> tuple[list[int], list[int]]:
    taken: set[int] = set()
    for _, position, other in sorted(pairs):
        if found[position] is None and other not in taken:
            found[position] = other
            taken.add(other)
    return [one for one in left_came if found[one] is None], [one for one in left_here if one not in taken]


def likeness(one: Values, other: Values) -> float:
    """The share of values in common among those that either of the two says something in; 0 to 1."""
    told = [(a, b) for a, b in zip(one, other, strict=True) if a not in EMPTY or b not in EMPTY]
    return sum(a == b for a, b in told) / len(told) if told else 1.0
