"""How far each cell of a tree of sums can move: months in quarters in a year, and a year's teams; exactly."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from math import inf

from .release import Sum, Whole


def is_tree(sums: Sequence[Sum]) -> bool:
    """Whether no cell is a part of two sums. Rows and columns that share their cells are no tree."""
    parts = [part for each in sums for part in each.parts]
    return len(parts) == len(set(parts))


def reach(
    counts: Whole, sums: Sequence[Sum], wanted: Collection[int], free: Collection[int]
) -> dict[int, tuple[float, float]]:
    """How far each wanted cell can rise, and fall, with every sum kept and nothing under nought: cell -> (up, down).

    free: the cells whose value nobody was told. A change within a cell is one of its parts; without, of those beside it under the
    same sum, or of that sum's whole.
    """
    under: dict[int, list[Sum]] = {}
    over: dict[int, Sum] = {}
    for each in sums:
        under.setdefault(each.whole, []).append(each)
        over.update(dict.fromkeys(each.parts, each))

    @cache
    def within(cell: int, sign: int) -> float:
        if cell not in free:
            return 0
        if cell not in under:
            return inf if sign > 0 else float(counts[cell])
        return min(sum(within(part, sign) for part in each.parts) for each in under[cell])

    @cache
    def without(cell: int, sign: int) -> float:
        if cell not in over:
            return inf
        above = over[cell]
        beside = sum(within(part, -sign) for part in above.parts if part != cell)
        if above.whole not in free:
            return beside
        elsewhere = (
            sum(within(part, sign) for part in each.parts) for each in under[above.whole] if each is not above
        )
        return beside + min([without(above.whole, sign), *elsewhere])

    return {
        cell: (min(within(cell, 1), without(cell, 1)), min(within(cell, -1), without(cell, -1)))
        for cell in wanted
    }
