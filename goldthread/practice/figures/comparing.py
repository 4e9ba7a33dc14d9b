"""A figure of ours beside what is published of the authority, its statistical neighbours and the country: never a rank."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.cache import caches
from django.db.models import Max

from goldthread.engine.measuring import Total
from goldthread.exchange.published.answering import Answer, Beside
from goldthread.exchange.published.authorities import PLACES, Place
from goldthread.practice.figures.seeing import Sighted
from goldthread.practice.published.asking import our_place, standing_of_kept
from goldthread.record.models import PublishedRelease
from goldthread.rulebook.measure import Measure
from goldthread.rulebook.published import PUBLISHED, PublishedMeasure

KEPT_FOR = 24 * 60 * 60
LIKE: dict[str, PublishedMeasure] = {each.like: each for each in PUBLISHED.values() if each.like}


@dataclass(frozen=True, slots=True)
class Compared:
    """What is published of one measure for the authority, year by year, the oldest first."""

    place: Place
    published: PublishedMeasure
    answers: tuple[Answer, ...]

    @property
    def country(self) -> str:
        """The name of the country whose figure stands beside."""
        return PLACES[self.place.country].name

    @property
    def latest(self) -> Answer | None:
        """The newest year with a number of our own, or of the neighbours."""
        told = [
            each for each in self.answers if each.value is not None or (each.beside and each.beside.values)
        ]
        return told[-1] if told else None

    def same_way(self, measure: Measure) -> bool:
        """Whether our figure and the published one can lie on one scale: in the same unit, and better in the same direction."""
        return self.published.unit == measure.unit and self.published.better == measure.better


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The latest published figure, and our own count of the same twelve months, whose last day is ``last``.

    own: None where it was not counted, or is kept back. in_its_unit: whether our own count is said in the published unit.
    """

    told: Compared
    answer: Answer
    beside: Beside
    own: float | None
    total: Total | None
    in_its_unit: bool
    last: date


def compared(measures: Iterable[Measure]) -> dict[str, Compared]:
    """What is published of those measures that are published, by our own name of each; nothing where none was brought in."""
    place = our_place()
    asked = [LIKE[measure.name] for measure in measures if measure.name in LIKE]
    if place is None or not asked:
        return {}
    return {each.published.like: each for each in history_of(place, asked)}


def history_of(place: Place, asked: Sequence[PublishedMeasure]) -> list[Compared]:
    """What is published of an authority beside its neighbours and the country, measure by measure; none that says nothing.

    Kept until other statistics are brought in.
    """
    newest = PublishedRelease.objects.aggregate(newest=Max("pk"))["newest"]
    if newest is None:
        return []
    said = f"{newest} {place.code} {' '.join(each.name for each in asked)}"
    key = f"published-{hashlib.sha256(said.encode()).hexdigest()}"
    answers: list[Answer] | None = caches["figures"].get(key)
    if answers is None:
        answers = standing_of_kept(asked, [place], compare=True).answers(place, compare=True)
        caches["figures"].set(key, answers, KEPT_FOR)
    found = [
        Compared(place, each, tuple(answer for answer in answers if answer.measure.name == each.name))
        for each in asked
    ]
    return [each for each in found if each.answers]


def side_by_side(measure: Measure, seen: Sighted, told: Compared | None) -> SideBySide | None:
    """The latest published figure beside our own count of the same year; None where nothing is published."""
    if told is None or (answer := told.latest) is None or answer.beside is None:
        return None
    last = date(answer.year, 3, 31)
    total = seen.year(measure, last)
    own = total.value if total is not None else None
    in_its_unit = told.published.unit == measure.unit
    if (
        own is not None
        and told.published.unit == "per 10,000"
        and measure.kind == "number"
        and answer.denominator
    ):
        own, in_its_unit = 10_000 * own / answer.denominator, True
    return SideBySide(told, answer, answer.beside, own, total, in_its_unit, last)
