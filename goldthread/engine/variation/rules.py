"""The rules by which a signal is told from usual variation.

Source: the three of D. J. Wheeler, Understanding Variation: The Key to Managing Chaos (2nd edition, SPC Press, 2000) and Making
Sense of Data (2003), as stated in the user manual of Xmrit, xmrit.com/manual. NHS England's Making Data Count asks for seven on
one side, a trend of six and two of three near a limit: more rules, and more alarms where nothing happened
(docs/decisions/signal-or-noise.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

Direction = Literal["up", "down"]
Meaning = Literal["improvement", "concern", "neither"]
SIDES: tuple[tuple[int, Direction], ...] = ((1, "up"), (-1, "down"))


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, what it says, and that ``needed`` of ``length`` points in a row must be found ``at`` a place.

    at: how far from the mean towards the limit a point must lie beyond, 0 being the mean and 1 the limit.
    """

    name: str
    says: str
    needed: int
    length: int
    at: float


OUTSIDE = Rule("outside", "A point lies outside the limits.", 1, 1, 1.0)
EIGHT_ON_ONE_SIDE = Rule("eight", "Eight points in a row lie on one side of the mean.", 8, 8, 0.0)
NEAR_A_LIMIT = Rule(
    "near", "Three of four points in a row lie nearer to the same limit than to the mean.", 3, 4, 0.5
)
RULES = (OUTSIDE, NEAR_A_LIMIT, EIGHT_ON_ONE_SIDE)


@dataclass(frozen=True, slots=True)
class Signal:
    """A rule that some points meet. days: of those points. found_on: the day of the point with which it was first met.

    meaning: whether it is for the better, by which way is better for the measure.
    """

    rule: Rule
    direction: Direction
    days: tuple[date, ...]
    found_on: date
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Judged:
    """A point that can be judged: how far it lies from the mean, in parts of the way to the limit on its side."""

    on: date
    reach: float


def signals(points: Sequence[Judged], better: str, rules: Sequence[Rule] = RULES) -> Iterator[Signal]:
    """Every signal among points of one stretch, one after the other; places where windows overlap are one signal."""
    for rule in rules:
        for side, direction in SIDES:
            beyond = [side * point.reach > rule.at for point in points]
            met = [
                end
                for end in range(rule.length, len(points) + 1)
                if sum(beyond[end - rule.length : end]) >= rule.needed and beyond[end - 1]
            ]
            for ends in _together(met, max(rule.length - 1, 1)):
                first = ends[0] - rule.length
                days = tuple(points[at].on for at in range(first, ends[-1]) if beyond[at])
                yield Signal(rule, direction, days, points[ends[0] - 1].on, meaning_of(direction, better))


def meaning_of(direction: Direction, better: str) -> Meaning:
    """Whether going up or down is for the better. better: higher, lower or neither, as a measure says it."""
    if better == "neither":
        return "neither"
    return "improvement" if (direction == "up") == (better == "higher") else "concern"


def _together(ends: Sequence[int], apart: int) -> Iterator[list[int]]:
    """Where windows end, with those taken together that share a point or follow each other."""
    taken: list[int] = []
    for end in ends:
        if taken and end - taken[-1] > apart:
            yield taken
            taken = []
        taken.append(end)
    if taken:
        yield taken
