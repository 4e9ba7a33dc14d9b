"""Small numbers, for people who see no child: a count under five could tell of somebody, so it is not shown.

Nor may it be worked out from what is shown. A split that holds a small group is kept back whole. Of the months, whose sums by
quarter and by twelve months are shown too, others are kept back beside a small one until no sum tells it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from goldthread.engine.measuring import Period, Total, period_of

FEWEST = 5
YEAR = 12
NOTHING = 1e-9


def shown(*totals: Total) -> bool:
    """Whether figures may be shown to somebody who sees no child: none of their counts, nor what they leave, is under five.

    A number is kept back where it is under five, nought among them; a share or a mean where those who count, those who are
    yes, or those who are not, are. One group that is kept back takes all of its split with it, so that it cannot be worked
    out from the others.
    """
    return all(count >= FEWEST for total in totals for count in counts_of(total))


def counts_of(total: Total) -> tuple[int, ...]:
    """The counts behind a figure, none of which may be small. Each adds up over months."""
    if total.measure.kind == "number":
        return (total.numerator,)
    if total.measure.is_proportion:
        return total.denominator, total.numerator, total.denominator - total.numerator
    return total.counted, total.denominator


def sums_of(months: Sequence[Period]) -> list[list[int]]:
    """Which of some months in a row, the oldest first, have their sum shown: each quarter's, the last twelve's, those before.

    Not any twelve in a row: where what they come to is followed from month to month, nothing but the whole chart could be kept
    back beside one small month.
    """
    quarters: dict[Period, list[int]] = {}
    for at, month in enumerate(months):
        quarters.setdefault(period_of(month.last, "quarter"), []).append(at)
    years = [list(range(last - YEAR, last)) for last in range(len(months), YEAR - 1, -YEAR)]
    return [*(several for several in quarters.values() if len(several) == YEAR // 4), *years]


def kept_back(cells: Sequence[Sequence[int]], sums: Sequence[Sequence[int]]) -> frozenset[int]:
    """Which cells are kept back, so that none with a small count can be worked out from the others and the sums.

    cells: the counts of each, which add up. sums: the cells that each sum is of; one that is itself small is not known to
    anybody. Beside the small cells the smallest of those that share a sum with one are kept back, as many as it takes.
    """
    counts = np.array(cells, np.int64)
    hidden = {at for at, cell in enumerate(cells) if min(cell) < FEWEST}
    known = [list(each) for each in sums if counts[list(each)].sum(axis=0).min() >= FEWEST]
    while told := _told(counts, hidden, known):
        summed = {at for each in known for at in each} - hidden
        beside = {at for each in known if told & set(each) for at in each} - hidden or summed
        if not beside:
            break
        hidden.add(min(beside, key=lambda at: (min(cells[at]), at)))
    return frozenset(hidden)


def _told(counts: np.ndarray, hidden: set[int], known: Sequence[Sequence[int]]) -> set[int]:
    """The hidden cells that the sums tell: exactly, or that all those of a sum together are fewer than five."""
    order = sorted(hidden)
    held = np.array([[at in each for at in order] for each in map(set, known)], float).reshape(
        len(known), len(order)
    )
    found: set[int] = set()
    for each in known:
        unseen = [at for at in each if at in hidden]
        if unseen and counts[unseen].sum(axis=0).min() < FEWEST:
            found |= set(unseen)
    if order and known:
        # A cell is told where no change of the hidden cells that leaves every sum as it is changes this one.
        _, sizes, rows = np.linalg.svd(held, full_matrices=True)
        free = rows[int((sizes > NOTHING).sum()) :]
        found |= {at for column, at in enumerate(order) if not (np.abs(free[:, column]) > NOTHING).any()}
    return found
