"""Figures in words: what a total comes to, of how many, and how far groups are apart."""

from __future__ import annotations

from dataclasses import dataclass

from goldthread.engine.measuring import Gap, Total

HIDDEN = "small numbers, not shown"
BETTER = {"higher": "higher is better", "lower": "lower is better", "neither": ""}
GROUP_WORDS = {
    "yes": "Disabled children",
    "no": "Children without a disability",
    "not recorded": "Disability not recorded",
}


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
        return Figure("nobody to count", "", empty=True, not_known=total.not_known)
    if total.measure.kind == "number":
        return Figure(value, "", empty=not total.numerator, not_known=total.not_known)
    of = f"{total.numerator:,} of {total.denominator:,}"
    if total.measure.unit != "%":
        of = f"{total.numerator:,} {total.measure.unit} among {total.denominator:,}"
    return Figure(value, of, not_known=total.not_known)


def said(total: Total, value: float | None) -> str:
    """A value in the measure's unit."""
    if value is None:
        return "nobody to count"
    if total.measure.unit == "%":
        return f"{value:.1f}%"
    return f"{value:,.0f}" if total.measure.kind == "number" else f"{value:,.1f}"


def gap_words(gap: Gap, unit: str) -> str:
    """How far apart two groups are, and between what that may well lie."""
    points = " points" if unit == "%" else f" {unit}"
    apart, low, high = (
        round(each, 1) + 0.0 for each in (gap.gap, gap.low, gap.high)
    )  # no minus before a nought
    return f"{apart:+.1f}{points} ({low:.1f} to {high:.1f})".replace("-", "\N{MINUS SIGN}")


def gap_verdict(gap: Gap) -> str:
    """Whether the gap is clear, in words."""
    if gap.small:
        return "small numbers: do not rely on it"
    return "a clear gap" if gap.clear else "no clear gap"
