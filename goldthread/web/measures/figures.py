"""Figures in words: what a total comes to, of how many, and how far groups are apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from goldthread.engine.measuring import Gap, Period, Total

HIDDEN = "small numbers, not shown"
BETTER = {"higher": "higher is better", "lower": "lower is better", "neither": ""}
GROUP_WORDS = {
    "yes": "Disabled children",
    "no": "Children without a disability",
    "not recorded": "Disability not recorded",
}
WIDE, HIGH = 600, 160


@dataclass(frozen=True, slots=True)
class Figure:
    """A total as it is shown. hidden: kept back, as its numbers are small; empty: nobody counts."""

    value: str
    of: str
    hidden: bool = False
    empty: bool = False
    not_known: int = 0


def figure(total: Total | None) -> Figure:
    if total is None:
        return Figure(HIDDEN, "", hidden=True)
    value = said(total, total.value)
    if total.value is None:
        return Figure("nobody counts", "", empty=True, not_known=total.not_known)
    if total.measure.kind == "number":
        return Figure(value, "", empty=not total.numerator, not_known=total.not_known)
    of = f"{total.numerator:,} of {total.denominator:,}"
    if total.measure.unit != "%":
        of = f"{total.numerator:,} {total.measure.unit} among {total.denominator:,}"
    return Figure(value, of, not_known=total.not_known)


def said(total: Total, value: float | None) -> str:
    """A value in the measure's unit."""
    if value is None:
        return "nobody counts"
    if total.measure.unit == "%":
        return f"{value:.1f}%"
    return f"{value:,.0f}" if total.measure.kind == "number" else f"{value:,.1f}"


def gap_words(gap: Gap, unit: str) -> str:
    """How far apart two groups are, and between what that may well lie."""
    points = " points" if unit == "%" else f" {unit}"
    apart, low, high = (
        round(each, 1) + 0.0 for each in (gap.gap, gap.low, gap.high)
    )  # no minus before a nought
    return f"{apart:+.1f}{points} ({low:.1f} to {high:.1f})"


def gap_verdict(gap: Gap) -> str:
    """Whether the gap is clear, in words."""
    if gap.small:
        return "small numbers: do not rely on it"
    return "a clear gap" if gap.clear else "no clear gap"


@dataclass(frozen=True, slots=True)
class Chart:
    """A run chart: its points in a box of `WIDE` by `HIGH`, the height of the median, and what it says in words."""

    points: tuple[tuple[float, float], ...]
    middle: float
    words: str


def chart(totals: Sequence[tuple[Period, Total | None]]) -> Chart | None:
    """The months of a measure as a line. None with fewer than three that are known."""
    known = [
        (at, total) for at, (_, total) in enumerate(totals) if total is not None and total.value is not None
    ]
    if len(known) < 3:
        return None
    values = [float(total.value or 0) for _, total in known]
    top = max(*values, 1.0)
    step = WIDE / max(len(totals) - 1, 1)
    points = tuple(
        (round(at * step, 1), height(value, top)) for (at, _), value in zip(known, values, strict=True)
    )
    of, middle = known[0][1], median(values)
    least, most = said(of, min(values)), said(of, max(values))
    words = f"Between {least} and {most}; half the months lie above {said(of, middle)}, the dashed line."
    return Chart(points, height(middle, top), words)


def height(value: float, top: float) -> float:
    return round(HIGH - 8 - (HIGH - 16) * value / top, 1)
