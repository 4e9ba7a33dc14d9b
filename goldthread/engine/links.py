"""What one clock's steps hand on, over many children: its starts, and the links that come of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy.typing as npt

from .kernel import BITS, Flags, Ints, keys, place


@dataclass(frozen=True)
class Starts:
    """The starts of a clock that stand, sorted by (owner, u, row). ``at`` is each one's row; ``stop`` is FAR without one."""

    key: Ints
    at: Ints
    stop: Ints
    ended: Flags
    begins_at_age: Ints | None

    @cached_property
    def owner(self) -> Ints:
        return self.key >> BITS

    @cached_property
    def u(self) -> Ints:
        return place(self.key)

    @cached_property
    def by(self) -> Ints:
        """The key of the last place at which a completion counts."""
        return keys(self.owner, self.stop)

    def only(self, those: Flags | Ints | slice) -> Starts:
        age = self.begins_at_age
        return Starts(
            self.key[those], self.at[those], self.stop[those], self.ended[those],
            None if age is None else age[those],
        )  # fmt: skip


@dataclass(frozen=True)
class Links:
    """Links in the order of the answer: whose each is (an index of starts), its number, where it begins, what completes it.

    done_u: where it is completed, FAR where it is not. begun_by: in chains, the completion that began it, NONE for the
    clock's start. whole: whether every start has its one link, so that what is so of a start is so of its link.
    """

    start: Ints
    number: Ints
    u: Ints
    done: Ints
    done_u: Ints
    begun_by: Ints | None = None
    whole: bool = False

    def of_start(self, values: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """What holds of each link's start."""
        return values if self.whole else values[self.start]

    def only(self, those: Flags) -> Links:
        begun_by = self.begun_by
        return Links(
            self.start[those], self.number[those], self.u[those], self.done[those], self.done_u[those],
            None if begun_by is None else begun_by[those],
        )  # fmt: skip
