"""A process chart as a picture: months as a line within their limits, signals by shape and colour, and what is beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from goldthread.engine.variation import Point, ProcessChart, finding, said_of
from goldthread.engine.variation.process import Place
from goldthread.engine.variation.wording import month_of

from .drawing import Drawing, Event, Level, levels_of
from .lines import (
    ENGLAND,
    LIMITS,
    MEAN,
    MONTHS,
    NEIGHBOURS,
    TARGET,
    Style,
    flags,
    keyed,
    labelled,
    numbered,
    rows_of,
    stroke,
)
from .scale import Axis, Box, Unit, axis_of
from .spoken import heard, twin_of, value_of
from .svg import BLUE, GREY, PALE, area, dot, element, haloed, mark, path, picture

WIDE, NARROW, SMALL = (880, 400), (360, 300), (360, 180)


@dataclass(frozen=True, slots=True)
class Beside:
    """What is drawn beside the months: a target, the neighbours' median, England, and what happened on days."""

    target: float | None = None
    neighbours: float | Sequence[Level] | None = None
    england: float | Sequence[Level] | None = None
    events: Sequence[Event] = ()
    country: str = "England"


def run_chart(
    chart: ProcessChart,
    *,
    ident: str,
    title: str,
    unit: Unit,
    said: str = "",
    target: float | None = None,
    neighbours: float | Sequence[Level] | None = None,
    england: float | Sequence[Level] | None = None,
    events: Sequence[Event] = (),
    country: str = "England",
) -> Drawing:
    """A process chart with its axes and labels, for a desk and for a phone.

    ident: a word by which it is told from the other charts of its page. said: what it says, else what the chart itself says.
    neighbours, england: one value, or those of published years with their days; country: what the second is called. Raises
    ValueError where no month has a value.
    """
    beside = Beside(target, neighbours, england, events, country)
    words = said or said_of(chart)
    return Drawing(
        title,
        words,
        _wide(chart, f"{ident}-wide", title, heard(chart, unit, words, target), unit, beside),
        _narrow(chart, f"{ident}-narrow", title, heard(chart, unit, words, target), unit, beside),
        twin_of(chart, title, unit, events),
    )


def small_run_chart(
    chart: ProcessChart,
    *,
    ident: str,
    title: str,
    unit: Unit,
    said: str = "",
    target: float | None = None,
    neighbours: float | Sequence[Level] | None = None,
    england: float | Sequence[Level] | None = None,
    events: Sequence[Event] = (),
    country: str = "England",
) -> Drawing:
    """The same as `run_chart`, small and without labels: for a page of twelve, which has one key (`charts.lines.key`)."""
    beside = Beside(target, neighbours, england, events, country)
    words = said or said_of(chart)
    wide, high = SMALL
    box = _box(chart, unit, beside, (54, 12, wide - 54 - 14, high - 12 - 30), about=3)
    drawn = picture(
        wide, high, ident, title, heard(chart, unit, words, target),
        *_body(chart, box, unit, beside), box.months(66), numbered(beside.events, box, words=False),
        _points(chart, box, unit, 3.0),
    )  # fmt: skip
    return Drawing(title, words, drawn, drawn, twin_of(chart, title, unit, events))


def _wide(chart: ProcessChart, ident: str, title: str, heard: str, unit: Unit, beside: Beside) -> str:
    wide, high = WIDE
    rows = rows_of(beside.events, chart.points[0].on, chart.points[-1].on, wide - 258)
    top = 16 + 22 * (max(rows, default=-1) + 1)
    box = _box(chart, unit, beside, (68, top, wide - 68 - 190, high - top - 62), about=6)
    return picture(
        wide, high, ident, title, heard,
        *_body(chart, box, unit, beside), box.months(92), *_baselines(chart, box),
        flags(beside.events, rows, box), _points(chart, box, unit, 4.0),
        labelled(_lines(chart, beside, unit), box),
    )  # fmt: skip


def _narrow(chart: ProcessChart, ident: str, title: str, heard: str, unit: Unit, beside: Beside) -> str:
    wide, high = NARROW
    box = _box(chart, unit, beside, (56, 14, wide - 56 - 14, high - 14 - 34), about=5)
    happened = [f"{place}: {each.words}" for place, each in enumerate(beside.events, start=1)]
    key, below = keyed(_lines(chart, beside, unit), happened, high + 12)
    return picture(
        wide, high + 12 + below, ident, title, heard,
        *_body(chart, box, unit, beside), box.months(66), numbered(beside.events, box), _points(chart, box, unit, 3.5), key,
    )  # fmt: skip


def _box(
    chart: ProcessChart, unit: Unit, beside: Beside, place: tuple[float, float, float, float], about: int
) -> Box:
    days = [point.on for point in chart.points]
    half = 15
    return Box(
        *place, _axis(chart, unit, beside, about), days[0].toordinal() - half, days[-1].toordinal() + half
    )


def _axis(chart: ProcessChart, unit: Unit, beside: Beside, about: int) -> Axis:
    first, last = chart.points[0].on, chart.points[-1].on
    values = [point.value for point in chart.points if point.value is not None]
    usual = [edge for stretch in chart.stretches for edge in (stretch.lower, stretch.upper)]
    levels = [
        each.value for level in (beside.neighbours, beside.england) for each in levels_of(level, first, last)
    ]
    wanted = [] if beside.target is None else [beside.target]
    return axis_of(values + usual + levels + wanted, unit, about)


def _body(chart: ProcessChart, box: Box, unit: Unit, beside: Beside) -> Iterator[str]:
    """The band of usual variation, the lines beside it, and the months as a line."""
    first, last = chart.points[0].on, chart.points[-1].on
    for stretch in chart.stretches:
        places = [each for each in chart.places if stretch.first <= each.point.on <= stretch.last]
        if places:
            lower, upper = _edge(places, box, "lower"), _edge(places, box, "upper")
            yield area([*upper, *reversed(lower)], PALE)
    yield box.values(unit)
    for stretch in chart.stretches:
        places = [each for each in chart.places if stretch.first <= each.point.on <= stretch.last]
        if places:
            lower, upper = _edge(places, box, "lower"), _edge(places, box, "upper")
            yield stroke(upper, LIMITS)
            yield stroke(lower, LIMITS)
            middle = box.y(stretch.mean)
            yield stroke([(upper[0][0], middle), (upper[-1][0], middle)], MEAN)
    for level, style in ((beside.neighbours, NEIGHBOURS), (beside.england, ENGLAND)):
        for each in levels_of(level, first, last):
            yield stroke(
                [(box.x(each.first), box.y(each.value)), (box.x(each.last), box.y(each.value))], style
            )
    if beside.target is not None:
        yield stroke([(box.left, box.y(beside.target)), (box.right, box.y(beside.target))], TARGET)
    for run in _without_gaps(chart.points):
        yield path([(box.x(point.on), box.y(point.value or 0.0)) for point in run], BLUE, 2.5)


def _edge(places: Sequence[Place], box: Box, which: str) -> list[tuple[float, float]]:
    """A limit as it runs, with a step where few counted; from half a month before the first to half a month after the last."""
    found: list[tuple[float, float]] = []
    across = [box.x(each.point.on) for each in places]
    half = [(one + other) / 2 for one, other in pairwise(across)]
    room = half[0] - across[0] if half else 4.0
    starts, ends = [across[0] - room, *half], [*half, across[-1] + room]
    for each, start, end in zip(places, starts, ends, strict=True):
        height = box.y(getattr(each, which))
        if not found or found[-1][1] != height:
            found.append((start, height))
        found.append((end, height))
    return found


def _without_gaps(points: Sequence[Point]) -> Iterator[list[Point]]:
    run: list[Point] = []
    for point in points:
        if point.value is not None:
            run.append(point)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _points(chart: ProcessChart, box: Box, unit: Unit, size: float) -> str:
    """Every month, those that are signals by their shape; each says what it is to a pointer."""
    found = []
    for point in chart.points:
        if point.value is None:
            continue
        x, y, why = box.x(point.on), box.y(point.value), f"{month_of(point.on)}: {value_of(point, unit)}"
        signals = chart.signals_on(point.on)
        if signals:
            found.append(mark(signals[0].meaning, x, y, size + 1.5, f"{why}. {finding(signals[0])}"))
        else:
            found.append(dot(x, y, size, why, hollow=point.few))
    return "".join(found)


def _baselines(chart: ProcessChart, box: Box) -> Iterator[str]:
    """A bar under the months from which limits were worked out."""
    for stretch in chart.stretches:
        left, right = box.x(stretch.baseline.first), box.x(stretch.baseline.last)
        height = box.bottom + 34
        yield element("rect", x=left, y=height, width=max(right - left, 2), height=4, fill=GREY)
        yield haloed(left, height + 20, "limits from these months", fill=GREY)


def _lines(chart: ProcessChart, beside: Beside, unit: Unit) -> list[tuple[Style, str, float]]:
    """Each line with its words and the height at which it ends."""
    found: list[tuple[Style, str, float]] = []
    newest = chart.points[-1]
    if newest.value is not None:
        found.append((MONTHS, f"{month_of(newest.on)} {unit.say(newest.value)}", newest.value))
    if chart.stretches:
        last, edge = chart.stretches[-1], chart.places[-1]
        found += [
            (LIMITS, f"Upper limit {unit.say(edge.upper)}", edge.upper),
            (MEAN, f"Mean {unit.say(last.mean)}", last.mean),
            (LIMITS, f"Lower limit {unit.say(edge.lower)}", edge.lower),
        ]
    if beside.target is not None:
        found.append((TARGET, f"Target {unit.say(beside.target)}", beside.target))
    for style, words, level in (
        (NEIGHBOURS, "Neighbours", beside.neighbours),
        (ENGLAND, beside.country, beside.england),
    ):
        levels = levels_of(level, chart.points[0].on, chart.points[-1].on)
        if levels:
            found.append((style, f"{words} {unit.say(levels[-1].value)}", levels[-1].value))
    return found
