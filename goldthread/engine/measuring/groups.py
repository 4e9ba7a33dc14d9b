"""By what counts are split: the team that held the child, and whether a disability is recorded."""

from __future__ import annotations

import numpy as np

from goldthread.engine.selecting import MISSING, Ints
from goldthread.rulebook.measure import Measure

from .reading import DISABLED, HOLDS_A_CHILD, NO_KIND, NOT_DISABLED, SOME_KIND, Reading
from .subjects import Subjects
from .tracks import FAR, packed

GROUPS = ("yes", "no", "not recorded", "not split")
"""Whether a disability is recorded. *Not split* is what has workers for a denominator."""
YES, NO, NOT_RECORDED, NOT_SPLIT = range(4)


class Groups:
    """Finds team and disability of those who count."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        frame = reading.frames["allocations"]
        holds = frame.holds[HOLDS_A_CHILD]
        at = np.arange(frame.ids.size) if holds is None else np.flatnonzero(holds)
        begin, end = frame.columns["began_on"][at], frame.columns["ended_on"][at]
        begin = np.where(begin == MISSING, -FAR, begin)
        keys = packed(frame.children[at], begin)
        order = np.argsort(keys, kind="stable")
        self.keys, self.children = keys[order], frame.children[at][order]
        self.ends = np.where(end == MISSING, FAR, end)[order]
        self.teams = np.unique(np.append(frame.columns["team"], MISSING))
        self.of = np.searchsorted(self.teams, frame.columns["team"][at][order])
        self.yes = np.unique(self._children("disabilities", SOME_KIND))
        self.no = np.unique(self._children("disabilities", NO_KIND))

    def _children(self, table: str, where: object) -> Ints:
        frame = self.reading.frames[table]
        holds = frame.holds[where]  # type: ignore[index]  # a condition that was read
        return frame.children if holds is None else frame.children[holds]

    def disability(self, child: Ints) -> Ints:
        """Positions in `GROUPS`: by the census code set where a kind is recorded, else by the child's own row."""
        frame = self.reading.frames["children"]
        at = frame.position_of(child)
        found = np.full(child.size, NOT_RECORDED)
        if frame.ids.size:
            for group, condition in ((NO, NOT_DISABLED), (YES, DISABLED)):
                holds = frame.holds[condition]
                assert holds is not None  # a condition that is asked for has an answer
                found[(at >= 0) & holds[at]] = group
        found[_among(child, self.no)] = NO
        found[_among(child, self.yes)] = YES
        return found

    def team(self, measure: Measure, of: Subjects) -> Ints:
        """Positions in ``teams`` of that which held the child on the day, or of the counted row's own for a caseload.

        Of several that did, the one that began to last; nought, which stands for none, where none did.
        """
        if measure.per:
            return np.searchsorted(self.teams, self.reading.frames[of.table].columns["team"][of.at])
        found = np.zeros(of.child.size, np.int64)
        place = np.searchsorted(self.keys, packed(of.child, of.day), "right") - 1
        asking = np.arange(of.child.size)
        while asking.size:
            here = place[asking]
            asking = (
                asking[(here >= 0) & (self.children[here] == of.child[asking])]
                if self.keys.size
                else asking[:0]
            )
            here = place[asking]
            holding = self.ends[here] > of.day[asking]
            found[asking[holding]] = self.of[here[holding]]
            asking = asking[~holding]
            place[asking] -= 1
        return found


def _among(child: Ints, some: Ints) -> np.ndarray:
    if not some.size:
        return np.zeros(child.size, np.bool_)
    at = np.minimum(np.searchsorted(some, child), some.size - 1)
    return some[at] == child
