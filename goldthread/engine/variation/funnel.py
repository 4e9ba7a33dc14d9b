"""Funnel plots: teams beside each other, each within the limits that its own number allows, and in no order of merit.

Source: D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005): exact limits
at 95 and 99.8 per cent around the figure of all together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Literal

from goldthread.engine.measuring import Total

from .exact import binomial_limits, poisson_limits
from .rules import Direction, Meaning, meaning_of

INNER, OUTER = 0.95, 0.998
FEWEST = 5
"""A team of which fewer than so many count is kept back; one of which fewer are expected to be yes, or no, is marked as small."""
CURVE = 60

Where = Literal["within", "outside 95%", "outside 99.8%"]


@dataclass(frozen=True, slots=True)
class Part:
    """A team's counts. workers: how many hold children in it; None where that is not known, which keeps nothing back."""

    key: int | None
    numerator: int
    denominator: int
    workers: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A team on the plot: its value, its own limits (inner and outer), and where it lies. small: too few to lean on."""

    key: int | None
    numerator: int
    denominator: int
    value: float
    inner: tuple[float, float]
    outer: tuple[float, float]
    small: bool
    better: str

    @property
    def direction(self) -> Direction | None:
        if self.value > self.inner[1]:
            return "up"
        return "down" if self.value < self.inner[0] else None

    @property
    def where(self) -> Where:
        if self.outer[0] <= self.value <= self.outer[1]:
            return "outside 95%" if self.direction else "within"
        return "outside 99.8%"

    @property
    def meaning(self) -> Meaning:
        """Whether a team that lies outside does so for the better; one within is neither."""
        return meaning_of(self.direction, self.better) if self.direction else "neither"


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits at one number of those who count."""

    number: int
    inner: tuple[float, float]
    outer: tuple[float, float]


@dataclass(frozen=True, slots=True)
class FunnelPlot:
    """Teams within the funnel, by key. centre: the figure of all. kept_back: keys of teams not shown, each with the reason."""

    centre: float
    marks: tuple[Mark, ...]
    curve: tuple[Limits, ...]
    kept_back: tuple[tuple[int | None, str], ...]

    @property
    def outside(self) -> tuple[Mark, ...]:
        """The teams beyond the outer limits."""
        return tuple(mark for mark in self.marks if mark.where == "outside 99.8%")


def funnel_plot(
    parts: Sequence[Part], *, kind: Literal["share", "rate"], better: str = "neither"
) -> FunnelPlot | None:
    """The plot of some teams, or None where fewer than two are left to be shown.

    kind: a share in per cent (binomial), or so many for each (Poisson). Teams of one worker, and those with fewer than five who
    count, are kept back; with a single one the smallest of the others too, so that the whole does not give it away.
    """
    counted = [part for part in parts if part.denominator > 0]
    kept_back = {part.key: why for part in counted if (why := _why_kept_back(part))}
    if len(kept_back) == 1:
        others = [part for part in counted if part.key not in kept_back]
        if others:
            beside = min(others, key=lambda part: (part.denominator, str(part.key)))
            kept_back[beside.key] = "kept back with the other, which the whole would give away"
    shown = [part for part in counted if part.key not in kept_back]
    if len(shown) < 2:
        return None
    everybody = sum(part.denominator for part in counted)
    centre = sum(part.numerator for part in counted) / everybody
    least = max(1, floor(0.6 * min(part.denominator for part in shown)))
    most = ceil(1.1 * max(part.denominator for part in shown))
    sizes = sorted({round(least + (most - least) * (step / CURVE) ** 2) for step in range(CURVE + 1)})
    return FunnelPlot(
        _scaled(centre, kind),
        tuple(_mark(part, centre, kind, better) for part in shown),
        tuple(Limits(size, *_limits(centre, size, kind)) for size in sizes),
        tuple(kept_back.items()),
    )


def funnel_of(
    teams: Mapping[int | None, Total], workers: Mapping[int | None, int] | None = None
) -> FunnelPlot | None:
    """The plot of a measure's teams. None for what is neither a share of yes and no nor so many for each worker."""
    parts = [
        Part(key, total.numerator, total.denominator, workers.get(key) if workers else None)
        for key, total in teams.items()
    ]
    measure = next((total.measure for total in teams.values()), None)
    if measure is None or not (measure.is_proportion or measure.per):
        return None
    return funnel_plot(parts, kind="share" if measure.is_proportion else "rate", better=measure.better)


def _why_kept_back(part: Part) -> str:
    if part.workers is not None and part.workers <= 1:
        return "a team of one"
    return f"fewer than {FEWEST} count" if part.denominator < FEWEST else ""


def _mark(part: Part, centre: float, kind: str, better: str) -> Mark:
    inner, outer = _limits(centre, part.denominator, kind)
    expected = centre * part.denominator
    fewest = min(expected, part.denominator - expected) if kind == "share" else expected
    value = _scaled(part.numerator / part.denominator, kind)
    return Mark(part.key, part.numerator, part.denominator, value, inner, outer, fewest < FEWEST, better)


def _limits(centre: float, number: int, kind: str) -> tuple[tuple[float, float], tuple[float, float]]:
    found = []
    for within in (INNER, OUTER):
        if kind == "share":
            low, high = binomial_limits(centre, number, within)
        else:
            low, high = (each / number for each in poisson_limits(centre * number, within))
        found.append((_scaled(low, kind), _scaled(high, kind)))
    return found[0], found[1]


def _scaled(value: float, kind: str) -> float:
    return 100 * value if kind == "share" else value
