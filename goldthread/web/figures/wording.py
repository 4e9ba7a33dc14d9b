"""A figure in words, as its card and its page say it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldthread.engine.variation import finding
from goldthread.practice.figures.comparing import LIKE, SideBySide
from goldthread.practice.figures.happening import Change
from goldthread.practice.figures.telling import Told
from goldthread.record.models import FigureTarget
from goldthread.rulebook.measure import Measure
from goldthread.rulebook.published import PublishedMeasure
from goldthread.web.charts import Drawing
from goldthread.web.measures.figures import BETTER, Figure, figure, gap_verdict, gap_words

VERDICTS = {
    "improvement": ("A signal: better", "green"),
    "concern": ("A signal: a concern", "red"),
    "change": ("A signal: a change", "blue"),
    "usual": ("Usual variation", "grey"),
    "too few": ("Too few to tell", "grey"),
    "carried over": ("No limits", "grey"),
}
NOBODY_DECIDED = "No target, because nobody has decided one yet."


@dataclass(frozen=True, slots=True)
class Card:
    """One figure as the page shows it."""

    told: Told
    figure: Figure
    unit: str
    month: str
    verdict: str
    colour: str
    target: str
    target_why: str
    compared: tuple[str, ...]
    not_compared: str
    parity: str
    words: str
    stale: str
    drawing: Drawing | None

    @property
    def measure(self) -> Measure:
        return self.told.measure


def card_of(told: Told, drawing: Drawing | None) -> Card:
    verdict, colour = VERDICTS[told.chart.verdict]
    target, why = target_words(told.measure, told.target, told.meets_target)
    return Card(
        told, figure(told.now), unit_of(told.measure), month_of(told.month) if told.month else "", verdict, colour, target, why,
        tuple(comparison(told.beside)) if told.beside else (), not_compared(told.measure),
        parity(told), signal_words(told), stale_words(told), drawing,
    )  # fmt: skip


def signal_words(told: Told) -> str:
    """What lies where, beside the tag that says whether it is a signal."""
    if told.chart.standing:
        return f"{finding(told.chart.standing[0])}."
    if told.chart.stretches:
        return (
            told.words.removeprefix("Usual variation. ")
            .removeprefix("Usual variation now. ")
            .removeprefix("Usual variation.")
        )
    if told.seen.suppressed and told.chart.verdict == "too few":
        return "Months whose numbers are small are not shown, and limits need months in a row that are."
    if told.chart.carried_over:
        return "Counted on the last day of each month: mostly the same children as the month before."
    return told.words


def stale_words(told: Told) -> str:
    """Why what was said of it no longer holds; empty where it does."""
    words = "; ".join(told.stale)
    return f"{words[0].upper()}{words[1:]}." if words else ""


def month_of(day: date) -> str:
    return f"{day:%B %Y}"


def unit_of(measure: Measure) -> str:
    """What comes after a value that is no share."""
    if measure.kind == "mean":
        return f"{'recorded' if measure.unit == '%' else measure.unit} for each"
    return measure.unit if measure.kind == "number" else ""


def target_words(measure: Measure, target: FigureTarget | None, met: bool | None) -> tuple[str, str]:
    """The target, or that there is none; and why."""
    if target is None:
        return NOBODY_DECIDED, ""
    if target.value is None:
        return f"No target, because: {target.why}", ""
    words = f"Target {target.value.normalize():f}{'%' if measure.unit == '%' else ' ' + unit_of(measure)}"
    return f"{words}: {'met' if met else 'not met'}" if met is not None else words, target.why


def comparison(beside: SideBySide) -> list[str]:
    """The published figure, the neighbours, the country and our own count of the same year, a sentence each."""
    of, answer = beside.told.published, beside.answer
    found = [
        f"Published for {answer.year}: {amount(of, answer.value) if answer.value is not None else answer.why}."
    ]
    if beside.beside.values:
        least, most = min(beside.beside.values), max(beside.beside.values)
        found.append(
            f"Statistical neighbours: median {amount(of, beside.beside.median)}, from {amount(of, least)} to {amount(of, most)}."
        )
    if beside.beside.england is not None:
        found.append(f"{beside.told.country}: {amount(of, beside.beside.england)}.")
    if beside.own is not None:
        own = amount(of, round(beside.own, 1)) if beside.in_its_unit else figure(beside.total).value
        found.append(f"Our own count of that year: {own}.")
    return found


def not_compared(measure: Measure) -> str:
    """Why nothing stands beside it."""
    if measure.name in LIKE:
        return "Not compared: no published statistics of this authority were brought in."
    return "Not compared: nobody publishes this of every authority."


def amount(of: PublishedMeasure, value: float | None) -> str:
    """A published value in its unit."""
    if value is None:
        return "not published"
    if of.unit == "%":
        return f"{value:g}%"
    return f"{value:,g} {of.unit}"


def parity(told: Told) -> str:
    """How disabled children compare, in a few words; empty where they are not compared."""
    if not told.measure.splits:
        return ""
    if told.gap is None:
        return "too few to compare"
    verdict = gap_verdict(told.gap)
    if told.seen.suppressed:
        return verdict
    return f"{verdict}, {gap_words(told.gap, told.measure.unit)}"


def entry_of(change: Change) -> dict[str, object]:
    """Something that changed, as the timeline shows it; a signal is found in a month, not on a day."""
    month = month_of(change.on) if change.kind == "signal" else ""
    return {
        "title": change.title, "on": change.on, "words": month, "by": change.by, "text": change.words,
        "kind": "fact" if change.kind in ("signal", "counted") else "decision",
    }  # fmt: skip


def better_words(measure: Measure) -> str:
    return BETTER[measure.better]
