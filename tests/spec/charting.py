"""A process chart of some values, asked of the engine, beside the limits and the signals that were expected."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date

from goldthread.engine.variation import RULES, Baseline, Point, ProcessChart, process_chart

from .tables import grid_of, table_of

GAP = "-"
SIGNALS = ["rule", "way", "points", "known at", "meaning"]


def points_in(values: str) -> list[Point]:
    """One value a month from January 2021 on, in their order; ``-`` is a month without one, ``12/40`` so many of so many."""
    found = []
    for place, word in enumerate(values.split()):
        year, month = 2021 + place // 12, place % 12 + 1
        on = date(year, month, calendar.monthrange(year, month)[1])
        if word == GAP:
            found.append(Point(on, None))
        elif "/" in word:
            yes, of = map(int, word.split("/"))
            found.append(Point(on, 100 * yes / of if of else None, yes, of))
        else:
            found.append(Point(on, float(word)))
    return found


def baselines_in(points: Sequence[Point], words: str) -> list[Baseline]:
    """``1 to 10, 13 to 18``: each a baseline that somebody decided, by the places of its first and last point."""
    found = []
    for part in filter(None, words.split(",")):
        first, last = (int(word) for word in part.split("to"))
        found.append(Baseline(points[first - 1].on, points[last - 1].on, "decided"))
    return found


def judge_chart(
    values: str, *, limits: str, expect: str = "", baselines: str = "", better: str = "neither",
    bounds: tuple[float | None, float | None] = (None, None),
) -> None:  # fmt: skip
    """Fail where the limits of a stretch, to the places that are written, or the signals are not those expected.

    limits: rows of from, mean, lower, upper, mean range and range limit. expect: rows of `SIGNALS`, points by their places.
    """
    points = points_in(values)
    chart = process_chart(points, better=better, bounds=bounds, baselines=baselines_in(points, baselines))
    places = {point.on: place for place, point in enumerate(points, start=1)}
    _, *rows = grid_of(limits)
    assert [[str(places[each.first])] for each in chart.stretches] == [row[:1] for row in rows]
    for row, stretch in zip(rows, chart.stretches, strict=True):
        found = (stretch.mean, stretch.lower, stretch.upper, stretch.mean_range, stretch.range_limit)
        for said, value in zip(row[1:], found, strict=True):
            if said:
                assert f"{value:.{len(said.partition('.')[2])}f}" == said, (row, found)
    expected = grid_of(expect)[1:] if expect.strip() else []
    assert _signals(chart, places) == expected


def _signals(chart: ProcessChart, places: dict[date, int]) -> list[list[str]]:
    names = {rule: rule.name for rule in RULES}
    return [
        [
            names[each.rule], each.direction, " ".join(str(places[day]) for day in each.days),
            str(places[each.found_on]), each.meaning,
        ]
        for each in chart.signals
    ]  # fmt: skip


class RecordingCharts:
    """A ``charted`` that writes down what it is asked and judges nothing."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def __call__(
        self, values: str, *, limits: str, expect: str = "", baselines: str = "", better: str = "neither",
        bounds: tuple[float | None, float | None] = (None, None),
    ) -> None:  # fmt: skip
        self.lines += [f"The values, month by month: {' '.join(values.split())}", ""]
        if baselines:
            self.lines += [f"Limits were decided to come from the points {baselines}.", ""]
        if better != "neither":
            self.lines += [f"Better is {better}.", ""]
        columns, *rows = grid_of(limits)
        self.lines += ["The limits:", "", *table_of(columns, rows), ""]
        if expect.strip():
            columns, *rows = grid_of(expect)
            self.lines += ["Signals:", "", *table_of(columns, rows), ""]
        else:
            self.lines += ["No signal: usual variation.", ""]
