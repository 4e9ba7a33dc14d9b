"""The rule by which records are drawn for audit: each child has the same chance, each team, status and disability its share.

Plain Python over plain data, so that anybody can draw again and see that it was fair.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

RULE = (
    "The children are put in order by team, status and whether they are disabled, by chance within each; then, from a beginning "
    "drawn by chance, they are taken at equal distances. So every child has the same chance, and every team, status and "
    "disability its share. The same record and the same seed always give the same sample. A record is replaced "
    "only with a reason."
)


@dataclass(frozen=True, slots=True)
class Drawable:
    """A child who may be drawn, and the stratum in which they stand."""

    child: int
    stratum: str


def draw(pool: Sequence[Drawable], size: int, seed: str) -> list[Drawable]:
    """Draw so many of a pool, each with the same chance; all of them where there are no more."""
    chance = random.Random(seed)
    ordered = sorted(pool, key=lambda each: each.child)
    chance.shuffle(ordered)
    ordered.sort(key=lambda each: each.stratum)  # keeps the order of chance within each stratum
    if size >= len(ordered):
        return ordered
    step = len(ordered) / size
    first = chance.random() * step
    return [ordered[min(math.floor(first + step * each), len(ordered) - 1)] for each in range(size)]
