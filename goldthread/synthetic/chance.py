"""Seeded chance, in the shapes that histories are made of."""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Mapping
from functools import cache
from itertools import accumulate

from .days import add_working, working_on_or_after, working_on_or_before


@cache
def _shares(weights: tuple[tuple[str, float], ...]) -> tuple[list[str], list[float]]:
    return [name for name, _ in weights], list(accumulate(weight for _, weight in weights))


class Chance(random.Random):
    """A source of chance that always gives the same from the same seed."""

    def happens(self, probability: float) -> bool:
        return self.random() < probability

    def one_of(self, weights: Mapping[str, float]) -> str:
        """One name, as likely as its weight."""
        names, upto = _shares(tuple(weights.items()))
        return names[bisect(upto, self.random() * upto[-1], hi=len(names) - 1)]

    def some_days(self, mean: float) -> int:
        """A waiting time in whole days, most of them short."""
        return int(self.expovariate(1 / mean)) if mean > 0 else 0

    def before_or_after(self, due: int, *, last: int, late: float, by: float, slack: int) -> int:
        """The working day on which something due is done, after the last time.

        late: how likely it is late; by: mean days over. Otherwise it is done up to ``slack`` days before it is due.
        """
        if self.happens(late):
            return working_on_or_after(max(due, last) + 1 + self.some_days(by))
        done = working_on_or_before(due - int(slack * self.random() ** 1.6))
        return done if done > last else add_working(last, 1)

    def in_office_hours(self) -> int:
        """A minute of the day."""
        return self.randint(9 * 60, 16 * 60 + 59)

    def child(self) -> Chance:
        """A new source of its own, so that siblings can each be dealt the same hand."""
        return Chance(self.getrandbits(48))
