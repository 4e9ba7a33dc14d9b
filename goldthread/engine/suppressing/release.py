"""Figures that leave together, and how they add up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from goldthread.vocabulary import Fault

Whole = npt.NDArray[np.int64]

FEWEST = 5
"""A count under this many could tell of somebody. See ``docs/decisions/small-numbers.md`` for whose number it is."""


@dataclass(frozen=True, slots=True)
class Sum:
    """One cell is what others come to together."""

    whole: int
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Release:
    """Cells with their counts, the sums that hold among them, and the order in which they are told.

    counts: one row a cell, one column for each count behind its figure (those who are yes, those who are not); never negative.
    A cell is told with all of its counts or with none. small: whether a cell is small, judged by the caller where counts other
    than people are among the columns; else a cell is small where one of its counts is under `FEWEST`, nought among them.
    weights: what is lost by keeping each cell back. steps: the cells told on one day, the first day first; what was told
    cannot be taken back; a cell that is in none is never told. keep: cells kept back for another reason than a small count.
    Raises Fault where a sum does not add up, or a count is negative.
    """

    counts: Whole
    sums: tuple[Sum, ...]
    steps: Sequence[Sequence[int]]
    weights: Sequence[float] = ()
    small: frozenset[int] | None = None
    keep: frozenset[int] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        if self.counts.ndim != 2 or (self.counts.size and self.counts.min() < 0):
            raise Fault("A release takes one row of counts for each cell, none of them negative.")
        for each in self.sums:
            if (self.counts[list(each.parts)].sum(axis=0) != self.counts[each.whole]).any():
                raise Fault(f"Cells {each.parts} do not come to cell {each.whole}, as the release says.")

    @property
    def primary(self) -> frozenset[int]:
        """The cells that are kept back for themselves."""
        small = self.small
        if small is None:
            small = frozenset(np.flatnonzero((self.counts < FEWEST).any(axis=1)).tolist())
        return small | self.keep

    def width(self, cell: int, kind: int) -> int:
        """How far apart two values of a kept cell must be possible: at least five, and half of a large one kept for its team."""
        return max(FEWEST, int(self.counts[cell, kind]) // 2) if cell in self.keep else FEWEST
