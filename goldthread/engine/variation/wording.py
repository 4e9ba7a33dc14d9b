"""What a chart says, in a sentence."""

from __future__ import annotations

from datetime import date

from .process import ProcessChart
from .rules import NEAR_A_LIMIT, OUTSIDE, Signal

MEANING = {
    "improvement": "A signal, and an improvement",
    "concern": "A signal, and a concern",
    "neither": "A signal",
}


def said_of(chart: ProcessChart) -> str:
    """Signal or noise, of the newest month; and where it is usual, when there was a signal last."""
    if not chart.stretches:
        return chart.why_none
    if chart.standing:
        signal = chart.standing[0]
        return f"{MEANING[signal.meaning]}: {finding(signal)}."
    if not chart.signals:
        return "Usual variation."
    last = max(chart.signals, key=lambda each: each.days[-1])
    return f"Usual variation now. Earlier, {finding(last)}."


def finding(signal: Signal) -> str:
    """What was found, without a full stop: which months lie where."""
    months = listed(signal.days)
    verb = "lies" if len(signal.days) == 1 else "lie"
    if signal.rule == OUTSIDE:
        return f"{months} {verb} {'above the upper' if signal.direction == 'up' else 'below the lower'} limit"
    side = "above" if signal.direction == "up" else "below"
    if signal.rule == NEAR_A_LIMIT:
        limit = "upper" if signal.direction == "up" else "lower"
        return f"{months} {verb} nearer to the {limit} limit than to the mean"
    return f"{len(signal.days)} months in a row, {months}, lie {side} the mean"


def listed(days: tuple[date, ...]) -> str:
    """Months as people say them: one, two, or from the first to the last."""
    words = [month_of(day) for day in days]
    if len(words) < 3:
        return " and ".join(words)
    return f"{words[0]} to {words[-1]}"


def month_of(day: date) -> str:
    return f"{day:%b %Y}"
