"""What a process chart says without its picture: the words for those who hear it, and the table of its months."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from goldthread.engine.variation import Point, ProcessChart, finding
from goldthread.engine.variation.wording import month_of

from .drawing import Event, Twin
from .scale import Unit


def value_of(point: Point, unit: Unit) -> str:
    said = unit.say(point.value)
    if point.denominator is not None:
        said += f" ({point.numerator:,} of {point.denominator:,})"
    return said


def heard(chart: ProcessChart, unit: Unit, said: str, target: float | None) -> str:
    """What the picture says to those who cannot see it. The table beside it has every month."""
    values = [point.value for point in chart.points if point.value is not None]
    words = [
        said,
        f"{month_of(chart.points[0].on)} to {month_of(chart.points[-1].on)}, from {unit.say(min(values))} to "
        f"{unit.say(max(values))}.",
    ]
    if chart.stretches:
        last = chart.stretches[-1]
        words.append(f"Mean {unit.say(last.mean)}, limits {unit.say(last.lower)} and {unit.say(last.upper)}.")
    if target is not None:
        words.append(f"Target {unit.say(target)}.")
    return " ".join(words)


def twin_of(chart: ProcessChart, title: str, unit: Unit, events: Sequence[Event] = ()) -> Twin:
    """The table of a chart, the newest month first."""
    limits = {place.point.on: place for place in chart.places}
    columns: list[dict[str, object]] = [
        {"label": "Month", "lead": True},
        {"label": "Figure", "number": True},
        {"label": "Counts", "number": True},
    ]
    if chart.stretches:
        columns += [
            {"label": "Usual, from", "number": True},
            {"label": "to", "number": True},
            {"label": "Signal"},
        ]
    if events:
        columns.append({"label": "What happened"})
    rows = []
    for before, point in pairwise([None, *chart.points]):
        assert point is not None
        row = [
            month_of(point.on),
            "not shown" if point.value is None else unit.say(point.value),
            "" if point.denominator is None else f"{point.numerator:,} of {point.denominator:,}",
        ]
        if chart.stretches:
            place = limits.get(point.on)
            row += [unit.say(place.lower), unit.say(place.upper)] if place else ["", ""]
            row.append("; ".join(finding(each) for each in chart.signals_on(point.on)))
        if events:
            row.append(
                "; ".join(
                    e.words for e in events if e.on <= point.on and (before is None or e.on > before.on)
                )
            )
        rows.append(tuple(row))
    return Twin(title, tuple(columns), tuple(reversed(rows)))
