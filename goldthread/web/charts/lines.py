"""The lines of a chart: each told by its pattern as well as by its colour, its label at its end, and the key of them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from django.utils.safestring import SafeString, mark_safe

from .drawing import Event
from .scale import Box
from .svg import BLUE, GREY, INK, PURPLE, TEAL, dot, element, haloed, line, mark, path, picture, spread, text


@dataclass(frozen=True, slots=True)
class Style:
    """How a line is drawn, and what it is called in a key."""

    name: str
    colour: str
    width: float
    dashes: str | None = None


MONTHS = Style("The months", BLUE, 2.5)
MEAN = Style("Mean of the baseline", GREY, 1.5)
LIMITS = Style("Limits of usual variation", GREY, 1.2, "4 3")
TARGET = Style("Target", INK, 2.2, "14 5")
NEIGHBOURS = Style("Neighbours' median", PURPLE, 3, "1 6")
ENGLAND = Style("England", TEAL, 2.2, "9 4 2 4")


def stroke(points: Sequence[tuple[float, float]], style: Style) -> str:
    round_ends = "round" if style.dashes and style.dashes.startswith("1 ") else None
    return path(points, style.colour, style.width, stroke_dasharray=style.dashes, stroke_linecap=round_ends)


def labelled(lines: Sequence[tuple[Style, str, float]], box: Box) -> str:
    """The words of each line at its right end, apart from each other."""
    heights = spread([box.y(value) for _, _, value in lines], 19, box.top + 4, box.bottom)
    return "".join(
        line(box.right + 2, box.y(value), box.right + 14, height, style.colour, 1)
        + text(box.right + 18, height + 5, words, fill=style.colour)
        for (style, words, value), height in zip(lines, heights, strict=True)
    )


def keyed(lines: Sequence[tuple[Style, str, float]], more: Sequence[str], top: float) -> tuple[str, float]:
    """The same as rows under the picture, and how high they are together. more: rows of words alone."""
    rows = [
        stroke([(16, top + 22 * at + 7), (48, top + 22 * at + 7)], style)
        + text(56, top + 22 * at + 12, words)
        for at, (style, words, _) in enumerate(lines)
    ]
    rows += [text(16, top + 22 * (len(lines) + at) + 12, words) for at, words in enumerate(more)]
    return "".join(rows), 22.0 * len(rows)


def rows_of(events: Sequence[Event], first: date, last: date, wide: float) -> list[int]:
    """On which row above a chart each event's words stand, so that none lie on each other."""
    days = max((last - first).days, 1)
    ends: list[float] = []
    found = []
    for each in events:
        start = (each.on - first).days / days * wide
        row = next((at for at, end in enumerate(ends) if end <= start), len(ends))
        ends[row : row + 1] = [start + 8.4 * len(each.words) + 16]
        found.append(row)
    return found


def flags(events: Sequence[Event], rows: Sequence[int], box: Box) -> str:
    """Each event as a line down the chart, with its words above."""
    return "".join(
        _post(each, box, 4 + 22 * row) + haloed(box.x(each.on) + 5, 18 + 22 * row, each.words)
        for each, row in zip(events, rows, strict=True)
    )


def numbered(events: Sequence[Event], box: Box, *, words: bool = True) -> str:
    """The same where there is no room for words: a number, which the key explains, or the line alone."""
    return "".join(
        _post(each, box, box.top) + (haloed(box.x(each.on) + 4, box.top + 14, str(place)) if words else "")
        for place, each in enumerate(events, start=1)
    )


def _post(each: Event, box: Box, top: float) -> str:
    dashes = "2 3" if each.kind == "baseline" else None
    return element(
        "g", element("title", escape(each.words)),
        line(box.x(each.on), top, box.x(each.on), box.bottom, INK, 1.2, stroke_dasharray=dashes),
    )  # fmt: skip


def key(ident: str = "key", country: str = "England") -> SafeString:
    """What the lines and marks of small charts mean, once for a page of them."""
    parts = []
    samples = ["A month", "A signal, and a concern", "A signal, and an improvement", "A signal"]
    for at, words in enumerate(samples):
        y = 14 + 24 * at
        if at == 0:
            parts.append(path([(8, y), (40, y)], BLUE, 2.5) + dot(24, y, 4, words))
        else:
            parts.append(mark(("concern", "improvement", "neither")[at - 1], 24, y, 5.5, words))
        parts.append(text(52, y + 5, words))
    for at, style in enumerate((MEAN, LIMITS, TARGET, NEIGHBOURS, ENGLAND)):
        y = 14 + 24 * (len(samples) + at)
        parts.append(
            stroke([(8, y), (40, y)], style) + text(52, y + 5, country if style is ENGLAND else style.name)
        )
    drawn = picture(300, 24 * 9 + 6, ident, "What the charts show", ", ".join(samples), *parts)
    return mark_safe(drawn)
