"""Which cells of a release are kept back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from goldthread.vocabulary import Fault

from .moves import apart, spread
from .release import Release, Sum
from .trees import is_tree, reach


def kept_back(release: Release) -> frozenset[int]:
    """The cells that are not told, so that from all that is told none of them is known closely.

    A small cell is kept back. Beside the small ones others are, until for each kept cell and each of its counts the tables of
    whole numbers, none of them negative, that would have been told the same differ there by `FEWEST` or more: a count under five
    might then as well be five, and is not known to be small. Cells are decided on in the order in which they are told: one that
    was told stays told, and one that was kept back stays kept back, whatever is told later. Kept beside the small ones are those
    that cost least, one small cell after the other. Raises Fault where nothing can protect a cell any more.
    """
    kept: set[int] = set()
    told: set[int] = set()
    for step in release.steps:
        now = set(step)
        told |= now
        kept |= now & release.primary
        if any(each.whole in told and not now.isdisjoint((each.whole, *each.parts)) for each in release.sums):
            later = set(range(len(release.counts))) - told
            kept |= _beside(release, kept, now - release.primary, later)
    return frozenset(kept)


def _beside(
    release: Release, kept: Collection[int], fresh: Collection[int], later: Collection[int]
) -> set[int]:
    """The kept cells, with those of the fresh ones that must be kept back beside them."""
    hidden, fresh = set(kept), set(fresh)
    seen = [_Seen(release, kind) for kind in range(release.counts.shape[1])]
    while True:
        sums = _binding(release.sums, hidden, later)
        held = {cell for each in sums for cell in (each.whole, *each.parts)} & hidden
        for each in seen:
            each.look(sums, held, hidden | set(later))
        at_risk = [(cell, each) for each in seen for cell in sorted(each.close(held))]
        if not at_risk:
            return hidden
        cell, which = at_risk[0]
        costs = {at: _weight(release, at) for at in fresh}
        around = _binding(release.sums, hidden | fresh, later)
        width = release.width(cell, which.kind)
        changes = apart(release.counts[:, which.kind], around, cell, width, hidden | set(later), costs)
        if not changes and not fresh:
            raise Fault(
                f"Cell {cell} can be worked out from what was told before, and nothing new that is kept back prevents it."
            )
        beside = fresh & {at for change in changes for at in change} if changes else set(fresh)
        hidden |= beside
        fresh -= beside
        for change in changes:
            which.take(change)


def _binding(sums: Iterable[Sum], hidden: Collection[int], later: Collection[int]) -> list[Sum]:
    """The sums that say something of what is hidden.

    One whose whole is told later says nothing, unless that whole is a part of another that does.
    """
    found = list(sums)
    while True:
        parts = {part for each in found for part in each.parts}
        left = [each for each in found if each.whole not in later or each.whole in parts]
        if len(left) == len(found):
            break
        found = left
    return [each for each in found if not {*hidden, *later}.isdisjoint((each.whole, *each.parts))]


@dataclass(slots=True)
class _Seen:
    """How far each cell was seen to rise and to fall, for one column of counts, with nothing told changed."""

    release: Release
    kind: int
    up: dict[int, float] = field(default_factory=dict)
    down: dict[int, float] = field(default_factory=dict)

    def close(self, cells: Iterable[int]) -> set[int]:
        """Those of the cells that were not seen to lie far enough apart."""
        return {
            cell
            for cell in cells
            if self.up.get(cell, 0) + self.down.get(cell, 0) < self.release.width(cell, self.kind)
        }

    def take(self, change: Mapping[int, float]) -> None:
        for cell, by in change.items():
            side = self.up if by > 0 else self.down
            side[cell] = max(side.get(cell, 0), abs(by))

    def look(self, sums: Sequence[Sum], cells: Collection[int], free: Collection[int]) -> None:
        """See how far the cells can go: exactly in a tree of sums, else by changes that move as many at once as they can."""
        counts, left = self.release.counts[:, self.kind], self.close(cells)
        if is_tree(sums):
            for cell, (up, down) in reach(counts, sums, left, free).items():
                self.up[cell], self.down[cell] = up, down
            return
        falling = True
        while left:
            aims = {}
            for cell in left:
                width = self.release.width(cell, self.kind)
                aims[cell] = -min(width, int(counts[cell])) if falling and counts[cell] else width
            self.take(spread(counts, sums, aims, free))
            still = self.close(left)
            if still == left and not falling:
                return
            left, falling = still, not falling


def _weight(release: Release, cell: int) -> float:
    return float(release.weights[cell]) if len(release.weights) else 1.0
