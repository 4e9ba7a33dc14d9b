"""Teams in a funnel: each by how many count in it, with the limits that its own number allows. No team stands first."""

from __future__ import annotations

from collections.abc import Mapping

from goldthread.engine.variation import FunnelPlot, Mark

from .drawing import Drawing, Twin
from .scale import Axis, Box, Unit, axis_of
from .svg import BLUE, GREY, INK, MARKS, PALE, area, dot, haloed, line, mark, path, picture, spread, text

WIDE, NARROW = (880, 420), (360, 340)
WHERE = {
    "within": "within the limits",
    "outside 95%": "outside 95%: worth a look",
    "outside 99.8%": "outside 99.8%: a signal",
}


def funnel_chart(
    plot: FunnelPlot, *, ident: str, title: str, unit: Unit, names: Mapping[int | None, str], said: str = ""
) -> Drawing:
    """A funnel plot for a desk and for a phone. names: of the teams by key; those outside the outer limits are written on it."""
    words = said or said_of_funnel(plot, names)
    wide = _picture(plot, f"{ident}-wide", title, words, unit, names, WIDE, labels=True)
    narrow = _picture(plot, f"{ident}-narrow", title, words, unit, names, NARROW, labels=False)
    return Drawing(title, words, wide, narrow, _twin(plot, title, unit, names))


def said_of_funnel(plot: FunnelPlot, names: Mapping[int | None, str]) -> str:
    """Which teams lie outside what chance would do to a team of their number, by name and in no order of merit."""
    outside = sorted(names.get(mark.key, "Held by no team") for mark in plot.outside)
    if not outside:
        return "Every team lies within what chance alone would do to teams of their numbers."
    if len(outside) == 1:
        return f"A signal: {outside[0]} lies outside what chance alone would do."
    return f"A signal: {', '.join(outside[:-1])} and {outside[-1]} lie outside what chance alone would do."


def _picture(
    plot: FunnelPlot, ident: str, title: str, said: str, unit: Unit, names: Mapping[int | None, str],
    size: tuple[float, float], *, labels: bool,
) -> str:  # fmt: skip
    wide, high = size
    right = 150 if labels else 16
    box = Box(
        68,
        16,
        wide - 68 - right,
        high - 16 - 62,
        _axis(plot, unit),
        plot.curve[0].number,
        plot.curve[-1].number,
    )
    parts = [*_funnel(plot, box, unit), _counted(box, 80 if labels else 100)]
    parts += [_mark(each, box, unit, names, 6 if labels else 5) for each in plot.marks]
    if labels:
        parts += [_label(each, box, names) for each in plot.marks if each.where != "within"]
        last = plot.curve[-1]
        ends = (
            (last.outer[1], "99.8%"),
            (last.inner[1], "95%"),
            (plot.centre, f"All {unit.say(plot.centre)}"),
        )
        heights = spread([box.y(value) for value, _ in ends], 19, box.top, box.bottom)
        parts += [
            text(box.right + 8, height + 5, words, fill=GREY)
            for (_, words), height in zip(ends, heights, strict=True)
        ]
    parts.append(text(box.left + box.wide / 2, high - 8, "How many count", text_anchor="middle", fill=GREY))
    return picture(wide, high, ident, title, said, *parts)


def _axis(plot: FunnelPlot, unit: Unit) -> Axis:
    middle = plot.curve[len(plot.curve) // 6]
    return axis_of([*(mark.value for mark in plot.marks), *middle.outer], unit, 6)


def _counted(box: Box, apart: float) -> str:
    """The numbers of those who count, under the funnel."""
    axis = axis_of([float(box.first), float(box.last)], Unit(decimals=0), max(int(box.wide / apart), 4))
    return "".join(
        line(box.across(tick), box.bottom, box.across(tick), box.bottom + 6, GREY)
        + text(box.across(tick), box.bottom + 22, f"{tick:,.0f}", text_anchor="middle", fill=GREY)
        for tick in axis.ticks
        if box.first <= tick <= box.last
    )


def _funnel(plot: FunnelPlot, box: Box, unit: Unit) -> list[str]:
    """The funnel, with the value axis between its band and its lines."""

    def edge(which: str, side: int) -> list[tuple[float, float]]:
        return [(box.across(each.number), box.y(getattr(each, which)[side])) for each in plot.curve]

    outer, inner = (edge("outer", 1), edge("outer", 0)), (edge("inner", 1), edge("inner", 0))
    return [
        area([*outer[0], *reversed(outer[1])], PALE),
        box.values(unit),
        *(path(each, GREY, 1.5) for each in outer),
        *(path(each, GREY, 1.2, stroke_dasharray="5 4") for each in inner),
        line(box.left, box.y(plot.centre), box.right, box.y(plot.centre), INK, 1.5),
    ]


def _mark(each: Mark, box: Box, unit: Unit, names: Mapping[int | None, str], size: float) -> str:
    x, y = box.across(each.denominator), box.y(each.value)
    why = f"{_name(each, names)}: {unit.say(each.value)} ({each.numerator:,} of {each.denominator:,}), {WHERE[each.where]}"
    if each.where == "outside 99.8%":
        return mark(each.meaning, x, y, size + 1, why)
    return dot(x, y, size, why, hollow=each.small)


def _label(each: Mark, box: Box, names: Mapping[int | None, str]) -> str:
    x, y = box.across(each.denominator), box.y(each.value)
    left = x > box.left + box.wide * 0.7
    colour = MARKS[each.meaning] if each.where == "outside 99.8%" else BLUE
    lower = y - 12 if each.direction == "up" else y + 24
    return haloed(x, lower, _name(each, names), text_anchor="end" if left else "start", fill=colour)


def _name(each: Mark, names: Mapping[int | None, str]) -> str:
    return names.get(each.key, "Held by no team")


def _twin(plot: FunnelPlot, title: str, unit: Unit, names: Mapping[int | None, str]) -> Twin:
    """The teams in the order of their names; those kept back with the reason."""
    rows = [
        (
            _name(each, names), unit.say(each.value), f"{each.numerator:,} of {each.denominator:,}",
            f"{unit.say(each.outer[0])} to {unit.say(each.outer[1])}",
            WHERE[each.where] + (". Small numbers" if each.small else ""),
        )
        for each in plot.marks
    ]  # fmt: skip
    rows += [(names.get(key, "Held by no team"), "not shown", "", "", why) for key, why in plot.kept_back]
    columns = (
        {"label": "Team", "lead": True}, {"label": "Figure", "number": True}, {"label": "Counts", "number": True},
        {"label": "99.8% limits", "number": True}, {"label": "Where it lies"},
    )  # fmt: skip
    return Twin(title, columns, tuple(sorted(rows)))
