"""From values and days to places in a picture: units, axes with round numbers, and the box in which points lie."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, log10

from goldthread.rulebook.calendar import add_months
from goldthread.rulebook.measure import Measure

from .svg import GREY, PALE, line, text

LETTER = 8.2  # how wide a letter of 16 is, about
ROOM = 14.0  # at the right of every box at least


@dataclass(frozen=True, slots=True)
class Unit:
    """How values are said: what stands after them, with how many decimals, and what they cannot lie outside."""

    suffix: str = ""
    decimals: int = 1
    least: float | None = 0.0
    most: float | None = None

    def say(self, value: float | None) -> str:
        return "none" if value is None else f"{value:,.{self.decimals}f}{self.suffix}"

    def short(self, value: float) -> str:
        """As it stands at an axis: no more decimals than it needs."""
        return f"{value:,.0f}{self.suffix}" if abs(value - round(value)) < 1e-9 else self.say(value)


PER_CENT = Unit("%", 1, 0.0, 100.0)


def unit_of(measure: Measure) -> Unit:
    """The unit of a measure of the rulebook."""
    return PER_CENT if measure.unit == "%" else Unit(decimals=0 if measure.kind == "number" else 1)


@dataclass(frozen=True, slots=True)
class Axis:
    """Values from ``low`` to ``high``, with round ones to be written beside it."""

    low: float
    high: float
    ticks: tuple[float, ...]


def axis_of(values: list[float], unit: Unit, about: int = 5) -> Axis:
    """An axis that holds all values with some room, within what the unit allows, and about so many round numbers on it."""
    low, high = min(values), max(values)
    room = (high - low) * 0.08 or max(abs(high) * 0.1, 1.0)
    step = _round_step((high - low + 2 * room) / about)
    first, last = floor((low - room) / step), ceil((high + room) / step)
    if unit.least is not None:
        first = max(first, ceil(unit.least / step))
    if unit.most is not None:
        last = min(last, floor(unit.most / step))
    last = max(last, first + 1)
    return Axis(first * step, last * step, tuple(at * step for at in range(first, last + 1)))


def _round_step(step: float) -> float:
    """The next of 1, 2, 2.5, 5 or 10 times a power of ten."""
    power = 10.0 ** floor(log10(step))
    return next(each * power for each in (1, 2, 2.5, 5, 10) if each * power >= step * 0.999)


@dataclass(frozen=True, slots=True)
class Box:
    """The part of a picture in which values lie: days across, values up."""

    left: float
    top: float
    wide: float
    high: float
    axis: Axis
    first: int
    last: int

    @property
    def right(self) -> float:
        return self.left + self.wide

    @property
    def bottom(self) -> float:
        return self.top + self.high

    def across(self, number: float) -> float:
        """Where a number lies between the first and the last; what lies outside is put at the edge."""
        share = (number - self.first) / max(self.last - self.first, 1)
        return self.left + self.wide * min(max(share, 0.0), 1.0)

    def x(self, day: date) -> float:
        return self.across(day.toordinal())

    def y(self, value: float) -> float:
        share = (value - self.axis.low) / (self.axis.high - self.axis.low)
        return self.bottom - self.high * min(max(share, 0.0), 1.0)

    def values(self, unit: Unit) -> str:
        """The value axis: light lines across, and the numbers at their left."""
        return "".join(
            line(self.left, self.y(tick), self.right, self.y(tick), PALE if tick != self.axis.low else GREY)
            + text(self.left - 8, self.y(tick) + 5, unit.short(tick), text_anchor="end", fill=GREY)
            for tick in self.axis.ticks
        )

    def months(self, apart: float) -> str:
        """The months under it, each where its point is, on its last day; where only years fit, each where it begins."""
        found, taken = [], 0.0
        days, words = _days_of(self.first, self.last, max(self.wide / apart, 1))
        for day in days:
            x, said = (
                self.x(day if words == "%Y" else add_months(day, 1) - timedelta(days=1)),
                f"{day:{words}}",
            )
            half = LETTER * len(said) / 2
            middle = min(max(x, half), self.right + ROOM - half)
            found.append(line(x, self.bottom, x, self.bottom + 6, GREY))
            if middle - half > taken:
                found.append(text(middle, self.bottom + 22, said, text_anchor="middle", fill=GREY))
                taken = middle + half + LETTER
        return "".join(found)


def _days_of(first: int, last: int, most: float) -> tuple[list[date], str]:
    """First days of months between two days, at a distance that gives at most so many, and how they are written."""
    begin, end = date.fromordinal(first), date.fromordinal(last)
    months = [
        date(year, month, 1)
        for year in range(begin.year, end.year + 1)
        for month in range(1, 13)
        if begin <= date(year, month, 1) <= end
    ]
    for step, words in ((1, "%b %Y"), (3, "%b %Y"), (6, "%b %Y"), (12, "%Y"), (24, "%Y"), (60, "%Y")):
        offset = 4 if words == "%b %Y" else 1
        chosen = [each for each in months if (each.year * 12 + each.month - offset) % step == 0]
        if len(chosen) <= most:
            return chosen, words
    return months[:1], "%Y"
