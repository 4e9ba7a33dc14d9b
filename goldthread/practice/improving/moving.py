"""Whether a measure that must move has moved: the last twelve months against the twelve before, or as it was last published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from goldthread.engine.measuring import Total, gap_of, year_to
from goldthread.practice.measures import Figures, Sight, figures_of
from goldthread.practice.moment import today
from goldthread.practice.published import our_place, standing_of_kept
from goldthread.record.models import ImprovementMeasure, PublishedRelease
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


def movements_of(measures: Iterable[ImprovementMeasure], sight: Sight) -> dict[int, Movement]:
    """How each of these moved, by its key, as somebody may see it."""
    asked = list(measures)
    ours = [MEASURES[name] for name in sorted({each.measure for each in asked} & MEASURES.keys())]
    this = year_to(today())
    last = year_to(this.first - timedelta(days=1))
    figures = figures_of(sight, [last, this], ours) if ours else None
    found = {}
    for each in asked:
        if each.measure in MEASURES and figures is not None:
            measure = MEASURES[each.measure]
            found[each.pk] = _of_ours(
                each, figures, figures.total(measure, last), figures.total(measure, this)
            )
        else:
            found[each.pk] = _of_published(each)
    return found


def _of_ours(
    asked: ImprovementMeasure, figures: Figures, before: Total | None, now: Total | None
) -> Movement:
    what = measure_words(asked.measure)
    if before is None or now is None:
        return Movement(
            asked.measure,
            what,
            "not shown",
            "not shown",
            UNKNOWN,
            "Its numbers are small and not shown to you.",
        )
    better, unit = now.measure.better, now.measure.unit
    told = (asked.measure, what, _said(now.value, unit), _said(before.value, unit))
    reached = _reached(asked, now.value, better)
    if now.value is None or before.value is None:
        return Movement(*told, UNKNOWN, "Nobody counts in one of the two years.", reached)
    if better not in ("higher", "lower"):
        return Movement(*told, UNKNOWN, "Neither more nor less of it is better.", reached)
    gap = gap_of(now, before)
    if gap is None or gap.small:
        return Movement(*told, UNKNOWN, "The numbers are too small to tell a change from chance.", reached)
    if not gap.clear:
        return Movement(
            *told,
            SAME,
            "The last twelve months differ from the twelve before by no more than chance would.",
            reached,
        )
    right = (gap.gap > 0) == (better == "higher")
    words = "The last twelve months differ from the twelve before by more than chance would."
    return Movement(*told, BETTER if right else WORSE, words, reached)


def _of_published(asked: ImprovementMeasure) -> Movement:
    what, place = measure_words(asked.measure), our_place()
    measure = PUBLISHED.get(asked.measure)
    nothing = Movement(
        asked.measure, what, "not known", "not known", UNKNOWN, "Nothing is published of it here."
    )
    if measure is None or place is None or not PublishedRelease.objects.exists():
        return nothing
    known = [each for each in standing_of_kept([measure], [place]).answers(place) if each.value is not None]
    if not known:
        return nothing
    now, before = known[-1], known[-2] if len(known) > 1 else None
    told = (asked.measure, what, f"{_said(now.value, measure.unit)} in {now.year}")
    reached = _reached(asked, now.value, measure.better)
    if before is None or before.value is None or now.value is None or measure.better == "neither":
        return Movement(*told, "not known", UNKNOWN, "There is nothing to set it beside.", reached)
    was = f"{_said(before.value, measure.unit)} in {before.year}"
    if now.value == before.value:
        return Movement(*told, was, SAME, "The last two published figures are the same.", reached)
    right = (now.value > before.value) == (measure.better == "higher")
    words = "By the last two published figures, which may differ by chance."
    return Movement(*told, was, BETTER if right else WORSE, words, reached)


def _reached(asked: ImprovementMeasure, value: float | None, better: str) -> bool | None:
    """Whether it is where it must get to; None where nobody said where, or it has no better."""
    if asked.moves_to is None or value is None or better not in ("higher", "lower"):
        return None
    return value >= asked.moves_to if better == "higher" else value <= asked.moves_to


def _said(value: float | None, unit: str) -> str:
    if value is None:
        return "nobody counts"
    return (
        f"{value:.1f}%"
        if unit == "%"
        else f"{value:,.1f} {unit}"
        if value != int(value)
        else f"{value:,.0f} {unit}"
    )
