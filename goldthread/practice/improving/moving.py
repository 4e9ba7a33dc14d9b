"""Whether a measure that must move has moved: the last twelve months against the twelve before, or as it was last published."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.cache import caches

from goldthread.engine.measuring import Period, Total, gap_of, year_to
from goldthread.practice.figures.reading import Kept, kept_of
from goldthread.practice.measures import latest_counting, telling
from goldthread.practice.measures.telling import TOLD_FOR
from goldthread.practice.moment import today
from goldthread.practice.published import our_place, standing_of_kept
from goldthread.practice.standing import Standing
from goldthread.record.models import ImprovementEvidence, ImprovementMeasure, PublishedRelease
from goldthread.rulebook.measure import Measure
from goldthread.rulebook.measures import MEASURES
from goldthread.rulebook.published import PUBLISHED

from .measuring import measure_words

BETTER, WORSE, SAME, UNKNOWN = "better", "worse", "not moving", "not known"
WORDS = {
    BETTER: "moved the right way",
    WORSE: "moved the wrong way",
    SAME: "not moving",
    UNKNOWN: "cannot be told",
}


Sums = tuple[int, int, int, int, int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Movement:
    """How a measure moved. state: one of ``WORDS``. now, before: figures in words; reached: whether it is where it must get to.

    because: by what the state is known, in a sentence.
    """

    measure: str
    what: str
    now: str
    before: str
    state: str
    because: str
    reached: bool | None = None

    @property
    def words(self) -> str:
        return WORDS[self.state]


@dataclass(frozen=True, slots=True)
class Years:
    """The twelve months to the newest that was counted, and the twelve before; None for what is not told to this reader."""

    last: date
    now: Total | None
    before: Total | None


def figure_said(evidence: ImprovementEvidence, standing: Standing) -> str:
    """What a measure came to as the writer of it saw it, in words; of our own nothing is told to who sees no child.

    The writer saw small numbers, and twelve months to a day that is told to nobody else.
    """
    if evidence.measure in MEASURES and not standing.role.sees_children:
        return "a figure that is not shown, as its numbers may be small"
    return evidence.figure or "a figure that was not kept"


def movements_of(measures: Iterable[ImprovementMeasure], standing: Standing) -> dict[int, Movement]:
    """How each of these moved, by its key, by the kept counts as somebody sees them."""
    asked = list(measures)
    ours = [MEASURES[name] for name in sorted({each.measure for each in asked} & MEASURES.keys())]
    kept = kept_of(ours)
    years = _years_of(ours, kept, standing)
    return {
        each.pk: _of_ours(each, years.get(each.measure)) if each.measure in MEASURES else _of_published(each)
        for each in asked
    }


def _years_of(measures: Sequence[Measure], kept: Kept, standing: Standing) -> dict[str, Years]:
    """By measure, both years as somebody sees them; none before anything was counted."""
    if kept.last is None:
        return {}
    this = year_to(kept.last)
    if standing.role.sees_children:
        return {each.name: _seen(each, kept, kept.last, this.after) for each in measures}
    said = _told(measures, this, year_to(this.after))
    return {
        each.name: Years(kept.last, *(Total(each, *sums) if sums else None for sums in said[each.name]))
        for each in measures
    }


def _seen(measure: Measure, kept: Kept, last: date, earlier: date) -> Years:
    held = kept.has_year(measure, earlier)
    return Years(last, kept.year(measure, last), kept.year(measure, earlier) if held else None)


def _told(measures: Sequence[Measure], this: Period, before: Period) -> dict[str, tuple[Sums | None, ...]]:
    """By measure, both years for who sees no child, kept until they are counted again.

    As every page of theirs tells it: nothing from which a small number could be worked out.
    """
    counting = latest_counting()
    said = f"{counting.pk if counting else 0} {today()} {this} {before} {' '.join(each.name for each in measures)}"
    key = f"moved-{hashlib.sha256(said.encode()).hexdigest()}"
    found: dict[str, tuple[Sums | None, ...]] | None = caches["figures"].get(key)
    if found is None:
        here = telling()
        found = {
            each.name: tuple(_sums(here.of(each).total(year)) for year in (this, before)) for each in measures
        }
        caches["figures"].set(key, found, TOLD_FOR)
    return found


def _sums(total: Total | None) -> Sums | None:
    if total is None:
        return None
    return total.numerator, total.denominator, total.squares, total.counted, total.not_known, total.bands


def _of_ours(asked: ImprovementMeasure, years: Years | None) -> Movement:
    what = measure_words(asked.measure)
    if years is None:
        return Movement(
            asked.measure, what, "not counted yet", "not known", UNKNOWN, "No figures were counted yet."
        )
    now, before = years.now, years.before
    told = (asked.measure, what, _said(now, over=True), _said(before))
    if now is None or before is None:
        because = "One of the two years is not told: its numbers are small, or it was not counted."
        return Movement(
            *told, UNKNOWN, because, _reached(asked, now.value, now.measure.better) if now else None
        )
    better = now.measure.better
    reached = _reached(asked, now.value, better)
    if now.value is None or before.value is None:
        return Movement(*told, UNKNOWN, "Nobody counts in one of the two years.", reached)
    if better not in ("higher", "lower"):
        return Movement(*told, UNKNOWN, "Neither more nor less of it is better.", reached)
    gap = gap_of(now, before)
    if gap is None or gap.small:
        return Movement(*told, UNKNOWN, "The numbers are too small to tell a change from chance.", reached)
    which = (
        "The twelve months to the newest that was counted"
        if now.measure.flows
        else "The end of the newest month counted"
    )
    if not gap.clear:
        return Movement(
            *told, SAME, f"{which} and the year before differ by no more than chance would.", reached
        )
    right = (gap.gap > 0) == (better == "higher")
    because = f"{which} and the year before differ by more than chance would."
    return Movement(*told, BETTER if right else WORSE, because, reached)


def _of_published(asked: ImprovementMeasure) -> Movement:
    what, place = measure_words(asked.measure), our_place()
    measure = PUBLISHED.get(asked.measure)
    nothing = Movement(
        asked.measure, what, "not known", "not known", UNKNOWN, "Nothing is published of it here."
    )
    if measure is None or place is None or not PublishedRelease.objects.exists():
        return nothing
    known = [
        (each.year, each.value)
        for each in standing_of_kept([measure], [place]).answers(place)
        if each.value is not None
    ]
    if not known:
        return nothing
    year, value = known[-1]
    told = (asked.measure, what, f"{_in_unit(value, measure.unit)} in {year}")
    reached = _reached(asked, value, measure.better)
    if len(known) < 2 or measure.better == "neither":
        return Movement(*told, "not known", UNKNOWN, "There is nothing to set it beside.", reached)
    earlier, was = known[-2]
    before = f"{_in_unit(was, measure.unit)} in {earlier}"
    if value == was:
        return Movement(*told, before, SAME, "The last two published figures are the same.", reached)
    right = (value > was) == (measure.better == "higher")
    because = "By the last two published figures, which may differ by chance."
    return Movement(*told, before, BETTER if right else WORSE, because, reached)


def _reached(asked: ImprovementMeasure, value: float | None, better: str) -> bool | None:
    """Whether it is where it must get to; None where nobody said where, or it has no better."""
    if asked.moves_to is None or value is None or better not in ("higher", "lower"):
        return None
    return value >= asked.moves_to if better == "higher" else value <= asked.moves_to


def _said(total: Total | None, *, over: bool = False) -> str:
    """A year's figure in words. over: with the months over which it was counted, for it stands beside those of one month."""
    if total is None:
        return "not shown"
    if total.value is None:
        return "nobody to count"
    words = _in_unit(total.value, total.measure.unit)
    return f"{words} in 12 months" if over and total.measure.flows else words


def _in_unit(value: float, unit: str) -> str:
    if unit == "%":
        return f"{value:.1f}%"
    return f"{value:,.0f} {unit}" if value == int(value) else f"{value:,.1f} {unit}"
