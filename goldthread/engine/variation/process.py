"""Process charts of single values and their moving ranges (XmR): what usual variation looks like, and what is a signal.

The mean, natural process limits at 2.66 mean moving ranges from it, and an upper limit of the ranges at 3.27: D. J. Wheeler,
Understanding Variation (2nd edition, 2000), appendix; the same constants in the NIST/SEMATECH e-Handbook of Statistical
Methods, 6.3.2.2. Ours besides: limits are never narrower than chance alone makes them (docs/decisions/signal-or-noise.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import fmean
from typing import Literal

from goldthread.engine.measuring import Period, Total
from goldthread.rulebook.measure import Measure
from goldthread.vocabulary import Fault

from .exact import binomial_limits, poisson_limits
from .points import Baseline, Point, points_of
from .rules import RULES, Judged, Rule, Signal, signals

TO_LIMIT, TO_RANGE_LIMIT = 2.66, 3.27
FIRST = 24
"""Without a baseline that somebody decided, limits are worked out from so many of the first months."""
LEAST = 12
"""With fewer months than this there are no limits."""
SCARCE = 2
"""With fewer than so many yes, or no, a month as a rule there are none either: a family of three would be a signal."""
BY_CHANCE = 0.9973
"""How often chance alone stays within the limits that it sets: as often as three standard deviations of the normal."""

Verdict = Literal["improvement", "concern", "change", "usual", "too few", "carried over"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The months over which one set of limits holds, ``first`` to ``last``, and the baseline from which they come.

    used: how many months they were worked out from. lower, upper: the natural process limits, within what the unit allows.
    mean_range, range_limit: of the moving ranges. share: of all who counted in the baseline, from 0 to 1; None where it is none.
    """

    first: date
    last: date
    baseline: Baseline
    used: int
    mean: float
    lower: float
    upper: float
    mean_range: float
    range_limit: float
    share: float | None

    @property
    def settled(self) -> bool:
        """Whether the limits come from as many months as they ask for, or were decided; else each new month moves them."""
        return self.used >= FIRST or bool(self.baseline.why)


@dataclass(frozen=True, slots=True)
class Place:
    """A point on the chart with the limits that hold there: wider than its stretch's in a month when few counted.

    lower, upper: as drawn, within what the unit allows. reach: how far the point lies from the mean, in parts of the way to the
    limit on its side, 1 being the limit; a limit beyond what the unit allows is never reached, and is counted where it would lie.
    """

    point: Point
    mean: float
    lower: float
    upper: float
    reach: float


@dataclass(frozen=True, slots=True)
class ProcessChart:
    """A run of months, the limits of usual variation and the signals.

    points: the oldest first, gaps among them. stretches: none where there are too few months, or it is carried over. places: the
    points of a stretch with their limits. why_none: why there are no limits, in words.
    """

    points: tuple[Point, ...]
    better: str
    stretches: tuple[Stretch, ...] = ()
    places: tuple[Place, ...] = ()
    signals: tuple[Signal, ...] = ()
    why_none: str = ""
    carried_over: bool = False

    @property
    def newest(self) -> Point | None:
        """The last point that can be judged."""
        return next((point for point in reversed(self.points) if point.known), None)

    @property
    def standing(self) -> tuple[Signal, ...]:
        """The signals to which the newest point belongs."""
        newest = self.newest
        return tuple(each for each in self.signals if newest and each.days[-1] == newest.on)

    @property
    def verdict(self) -> Verdict:
        """What the newest month says: usual variation, or a signal and for whose better."""
        if not self.stretches:
            return "carried over" if self.carried_over else "too few"
        if not self.standing:
            return "usual"
        meaning = self.standing[0].meaning
        return "change" if meaning == "neither" else meaning

    def signals_on(self, day: date) -> tuple[Signal, ...]:
        """The signals to which the point of a day belongs."""
        return tuple(each for each in self.signals if day in each.days)


def process_chart(
    points: Sequence[Point],
    *,
    better: str = "neither",
    bounds: tuple[float | None, float | None] = (None, None),
    baselines: Sequence[Baseline] = (),
    rules: Sequence[Rule] = RULES,
    count: bool = False,
) -> ProcessChart:
    """The chart of whole months, the oldest first. A month that is not over yet is not to be given.

    better: higher, lower or neither. bounds: what the unit allows, (0, 100) for a percentage. count: whether values are counts.
    baselines: those that were decided. Without one, and in the months before the first, limits come from the first `FIRST` known
    months: a chart whose first month moves on as time goes by must therefore be given one, or its limits move unnoticed.
    Without limits, and with the reason, where months are few, or few in them are yes or no. Raises Fault where points are not in
    order.
    """
    for before, after in pairwise(points):
        if after.on <= before.on:
            raise Fault(f"Points follow each other in time, and {after.on} does not follow {before.on}.")
    known = [point for point in points if point.known]
    if len(known) < LEAST and not baselines:
        few = sum(point.few for point in points)
        why = f"Limits need {LEAST} months with a value, and there are {len(known)}."
        if few:
            why += f" {few} more have fewer than 5 who count."
        return ProcessChart(tuple(points), better, why_none=why)
    spans = _spans(points, baselines)
    for baseline, _ in spans:
        if not _ranges(points, baseline):
            why = f"Limits need months in a row with values, and {baseline.first:%b %Y} to {baseline.last:%b %Y} has none."
            return ProcessChart(tuple(points), better, why_none=why)
    if scarce := next((word for baseline, _ in spans if (word := _scarce(points, baseline))), ""):
        why = f"As a rule fewer than {SCARCE} a month are {scarce}, too few for limits: look at twelve months together."
        return ProcessChart(tuple(points), better, why_none=why)
    stretches = tuple(_stretch(points, baseline, last, bounds) for baseline, last in spans)
    places = tuple(
        _place(point, stretch, bounds, count)
        for stretch in stretches
        for point in points
        if stretch.first <= point.on <= stretch.last and point.value is not None
    )
    found = [
        signal
        for stretch in stretches
        for signal in signals(
            [
                Judged(place.point.on, place.reach)
                for place in places
                if place.point.known and stretch.first <= place.point.on <= stretch.last
            ],
            better,
            rules,
        )
    ]
    in_order = sorted(found, key=lambda each: (each.found_on, rules.index(each.rule)))
    return ProcessChart(tuple(points), better, stretches, places, tuple(in_order))


def chart_of(
    measure: Measure,
    totals: Sequence[tuple[Period, Total | None]],
    baselines: Sequence[Baseline] = (),
) -> ProcessChart:
    """The chart of a measure over whole months. What is in force on the last day is drawn without limits: it is carried over."""
    points = points_of(totals)
    if not measure.flows:
        return ProcessChart(
            tuple(points), measure.better, carried_over=True,
            why_none="Counted on the last day of each month, it is mostly the same children as the month before. A process chart "
            "would take every slow change for a signal, so it has no limits.",
        )  # fmt: skip
    bounds = (0.0, 100.0 if measure.unit == "%" else None)
    return process_chart(
        points, better=measure.better, bounds=bounds, baselines=baselines, count=measure.kind == "number"
    )


def _spans(points: Sequence[Point], baselines: Sequence[Baseline]) -> list[tuple[Baseline, date]]:
    """Each baseline with the last day on which its limits hold."""
    in_order = sorted(baselines, key=lambda each: each.first)
    before = [point for point in points if not in_order or point.on < in_order[0].first]
    known = [point for point in before if point.known]
    if len(known) >= LEAST:
        in_order.insert(0, Baseline(before[0].on, known[:FIRST][-1].on))
    spans = []
    for place, baseline in enumerate(in_order):
        following = in_order[place + 1].first if place + 1 < len(in_order) else None
        held = [
            point.on
            for point in points
            if baseline.first <= point.on and (not following or point.on < following)
        ]
        if held:
            spans.append((baseline, held[-1]))
    return spans


def _stretch(
    points: Sequence[Point], baseline: Baseline, last: date, bounds: tuple[float | None, float | None]
) -> Stretch:
    """The limits that a baseline gives."""
    months = [point for point in points if baseline.first <= point.on <= baseline.last]
    values = [point.value for point in months if point.known and point.value is not None]
    mean, mean_range = fmean(values), fmean(_ranges(points, baseline))
    counted = sum(point.denominator or 0 for point in months if point.known)
    yes = sum(point.numerator or 0 for point in months if point.known)
    lower, upper = _within(mean - TO_LIMIT * mean_range, mean + TO_LIMIT * mean_range, bounds)
    return Stretch(
        next(point.on for point in points if point.on >= baseline.first), last, baseline, len(values), mean,
        lower, upper,
        mean_range, TO_RANGE_LIMIT * mean_range, _share(yes, counted) if counted else None,
    )  # fmt: skip


def _ranges(points: Sequence[Point], baseline: Baseline) -> list[float]:
    """The moving ranges of a baseline: between months that follow each other, never across a gap."""
    months = [point for point in points if baseline.first <= point.on <= baseline.last]
    return [
        abs(after.value - before.value)
        for before, after in pairwise(months)
        if before.known and after.known and before.value is not None and after.value is not None
    ]


def _scarce(points: Sequence[Point], baseline: Baseline) -> str:
    """Which answer is given by too few: yes or no; empty where neither is, or it is no share."""
    months = [
        point
        for point in points
        if baseline.first <= point.on <= baseline.last and point.known and point.denominator
    ]
    for word in ("yes", "no") if months else ():
        found = [
            (point.numerator or 0) if word == "yes" else (point.denominator or 0) - (point.numerator or 0)
            for point in months
        ]
        if fmean(found) < SCARCE:
            return word
    return ""


def _share(yes: int, counted: int) -> float:
    """The share of a baseline; where all or none are yes, that of one more of each, as the next need not be the same."""
    return yes / counted if 0 < yes < counted else (yes + 1) / (counted + 2)


def _place(point: Point, stretch: Stretch, bounds: tuple[float | None, float | None], count: bool) -> Place:
    """A point with its limits: those of its stretch, or where chance alone goes further, as far as that."""
    usual = TO_LIMIT * stretch.mean_range
    lower, upper = stretch.mean - usual, stretch.mean + usual
    by_chance: tuple[float, float] | None = None
    if stretch.share is not None and point.denominator:
        low, high = binomial_limits(stretch.share, point.denominator, BY_CHANCE)
        by_chance = 100 * low, 100 * high
    elif count:
        by_chance = poisson_limits(stretch.mean, BY_CHANCE)
    if by_chance:
        lower, upper = min(lower, by_chance[0]), max(upper, by_chance[1])
    away = (point.value or 0.0) - stretch.mean
    room = upper - stretch.mean if away > 0 else stretch.mean - lower
    reach = away / room if room > 0 else 2.0 * (away > 0) - 2.0 * (away < 0)
    return Place(point, stretch.mean, *_within(lower, upper, bounds), reach)


def _within(lower: float, upper: float, bounds: tuple[float | None, float | None]) -> tuple[float, float]:
    least, most = bounds
    return lower if least is None else max(lower, least), upper if most is None else min(upper, most)
