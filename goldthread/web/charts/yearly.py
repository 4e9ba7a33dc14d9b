"""Published years as a line, with the range of the statistical neighbours as a band, their median and England."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from .drawing import Drawing, Event, Twin
from .lines import ENGLAND, NEIGHBOURS, TARGET, Style, flags, keyed, labelled, numbered, rows_of, stroke
from .scale import Box, Unit, axis_of
from .svg import BLUE, GREY, area, dot, haloed, line, path, picture, text

WIDE, NARROW = (880, 400), (360, 300)
OURS = Style("This authority", BLUE, 2.5)
RANGE = Style("Neighbours' range", GREY, 1.2)
BAND = "#e3e5e6"


@dataclass(frozen=True, slots=True)
class Year:
    """A published year by its last day and the name it is printed under. sign: what stands where there is no number."""

    on: date
    name: str
    value: float | None
    sign: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class YearBand:
    """The statistical neighbours in one year: the lowest, the middle one and the highest, of so many that published."""

    on: date
    low: float
    median: float
    high: float
    of: int


def yearly_chart(
    years: Sequence[Year],
    *,
    ident: str,
    title: str,
    unit: Unit,
    said: str,
    ours: str = "This authority",
    neighbours: Sequence[YearBand] = (),
    england: Sequence[Year] = (),
    target: float | None = None,
    events: Sequence[Event] = (),
    country: str = "England",
) -> Drawing:
    """Published years, the oldest first, for a desk and for a phone. ours, country: how the one and the other are called.

    Raises ValueError where no year has a value.
    """
    drawn = [
        _picture(
            years,
            f"{ident}-{name}",
            title,
            said,
            unit,
            ours,
            neighbours,
            england,
            target,
            events,
            size,
            labels,
            country,
        )
        for name, size, labels in (("wide", WIDE, True), ("narrow", NARROW, False))
    ]
    return Drawing(
        title, said, drawn[0], drawn[1], _twin(years, title, unit, ours, neighbours, england, events, country)
    )


def _picture(
    years: Sequence[Year], ident: str, title: str, said: str, unit: Unit, ours: str, neighbours: Sequence[YearBand],
    england: Sequence[Year], target: float | None, events: Sequence[Event], size: tuple[float, float], labels: bool,
    country: str,
) -> str:  # fmt: skip
    wide, high = size
    values = [each.value for each in (*years, *england) if each.value is not None]
    values += [edge for each in neighbours for edge in (each.low, each.high)]
    values += [] if target is None else [target]
    ends = [each.on for each in years] + [each.on for each in neighbours] + [each.on for each in england]
    days = sorted(end.toordinal() for end in ends)
    room = 120
    rows = rows_of(events, date.fromordinal(days[0]), date.fromordinal(days[-1]), wide - 258)
    top = 16 + (22 * (max(rows, default=-1) + 1) if labels else 0)
    box = Box(
        68, top, wide - 68 - (190 if labels else 16), high - top - 36, axis_of(values, unit, 6 if labels else 5),
        days[0] - room, days[-1] + room // 2,
    )  # fmt: skip
    parts = [*_bands(neighbours, box, unit), _names(years, box, 60 if labels else 64)]
    parts += [stroke([(box.x(one.on), box.y(one.value)), (box.x(two.on), box.y(two.value))], ENGLAND)
              for one, two in pairwise(england) if one.value is not None and two.value is not None]  # fmt: skip
    if target is not None:
        parts.append(stroke([(box.left, box.y(target)), (box.right, box.y(target))], TARGET))
    parts.append(flags(events, rows, box) if labels else numbered(events, box))
    for one, two in pairwise(years):
        if one.value is not None and two.value is not None:
            parts.append(
                path([(box.x(one.on), box.y(one.value)), (box.x(two.on), box.y(two.value))], BLUE, 2.5)
            )
    for year in years:
        if year.value is not None:
            parts.append(dot(box.x(year.on), box.y(year.value), 5, f"{year.name}: {unit.say(year.value)}"))
        else:
            parts.append(
                haloed(box.x(year.on), box.bottom - 8, year.sign or "-", text_anchor="middle", fill=GREY)
            )
    lines = _ends(years, neighbours, england, target, unit, ours, country)
    if labels:
        return picture(wide, high, ident, title, said, *parts, labelled(lines, box))
    happened = [f"{at}: {each.words}" for at, each in enumerate(events, start=1)]
    if neighbours:
        happened.insert(
            0, f"Neighbours' range {unit.say(neighbours[-1].low)} to {unit.say(neighbours[-1].high)}"
        )
    key, below = keyed([each for each in lines if each[0] != RANGE], happened, high + 8)
    return picture(wide, high + 8 + below, ident, title, said, *parts, key)


def _names(years: Sequence[Year], box: Box, apart: float) -> str:
    """The years under the box, as many as fit, the last of them always."""
    found, next_at = [], box.right + apart
    for year in reversed(years):
        x = box.x(year.on)
        if next_at - x >= apart:
            found.append(line(x, box.bottom, x, box.bottom + 6, GREY))
            found.append(text(x, box.bottom + 24, year.name, text_anchor="middle", fill=GREY))
            next_at = x
    return "".join(found)


def _bands(neighbours: Sequence[YearBand], box: Box, unit: Unit) -> list[str]:
    """The neighbours' range and median, with the value axis between them."""
    if not neighbours:
        return [box.values(unit)]
    above = [(box.x(each.on), box.y(each.high)) for each in neighbours]
    below = [(box.x(each.on), box.y(each.low)) for each in neighbours]
    middle = [(box.x(each.on), box.y(each.median)) for each in neighbours]
    if len(neighbours) == 1:
        x, height = middle[0]
        band, middle = line(x, above[0][1], x, below[0][1], BAND, 16), [(x - 12, height), (x + 12, height)]
    else:
        band = area([*above, *reversed(below)], BAND)
    return [band, box.values(unit), stroke(middle, NEIGHBOURS)]


def _ends(
    years: Sequence[Year],
    neighbours: Sequence[YearBand],
    england: Sequence[Year],
    target: float | None,
    unit: Unit,
    ours: str,
    country: str,
) -> list[tuple[Style, str, float]]:
    found: list[tuple[Style, str, float]] = []
    last = next((each.value for each in reversed(years) if each.value is not None), None)
    if last is not None:
        found.append((OURS, f"{ours} {unit.say(last)}", last))
    if neighbours:
        newest = neighbours[-1]
        found.append((RANGE, f"Range to {unit.say(newest.high)}", newest.high))
        found.append((NEIGHBOURS, f"Neighbours {unit.say(newest.median)}", newest.median))
        found.append((RANGE, f"from {unit.say(newest.low)}", newest.low))
    there = next((each.value for each in reversed(england) if each.value is not None), None)
    if there is not None:
        found.append((ENGLAND, f"{country} {unit.say(there)}", there))
    if target is not None:
        found.append((TARGET, f"Target {unit.say(target)}", target))
    return found


def _twin(
    years: Sequence[Year], title: str, unit: Unit, ours: str, neighbours: Sequence[YearBand], england: Sequence[Year],
    events: Sequence[Event], country: str,
) -> Twin:  # fmt: skip
    """The years as a table, the newest first."""
    bands = {each.on: each for each in neighbours}
    there_by_day = {each.on: each for each in england}
    rows = []
    for before, year in zip([None, *years], years, strict=False):
        band, there = bands.get(year.on), there_by_day.get(year.on)
        rows.append((
            year.name, unit.say(year.value) if year.value is not None else (year.sign or "not published"),
            unit.say(band.median) if band else "", f"{unit.say(band.low)} to {unit.say(band.high)} ({band.of})" if band else "",
            unit.say(there.value) if there and there.value is not None else (there.sign if there else ""),
            "; ".join(each.words for each in events if each.on <= year.on and (before is None or each.on > before.on)),
        ))  # fmt: skip
    columns: list[dict[str, object]] = [{"label": "Year", "lead": True}, {"label": ours, "number": True}]
    columns += [
        {"label": words, "number": True} for words in ("Neighbours' median", "Neighbours' range", country)
    ]
    columns.append({"label": "What happened"})
    return Twin(title, tuple(columns), tuple(reversed(rows)))
