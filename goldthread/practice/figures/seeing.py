"""Kept counts as somebody may see them: whole, or for those who see no child without small numbers."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.cache import caches

from goldthread.engine.measuring import Gap, Period, Total, gap_of, period_of
from goldthread.engine.measuring.totals import SUMS
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.figures.reading import Kept, kept_of
from goldthread.practice.measures import latest_counting, telling
from goldthread.practice.moment import today
from goldthread.practice.roles import role_of
from goldthread.practice.standing import Standing
from goldthread.rulebook.measure import Measure

TOLD_FOR = 7 * 24 * 60 * 60
Sums = dict[str, int]


@dataclass(frozen=True, slots=True)
class Seen:
    """The figures of some measures for somebody who sees children: all of them."""

    kept: Kept
    suppressed: bool = False

    @property
    def words(self) -> str:
        """Who is counted."""
        return (
            "Everybody is counted but restricted records, which are in no figure. A list shows only whom you may see, and a "
            "restricted record to those who are let into it."
        )

    @property
    def last(self) -> date | None:
        """The last day of the newest month that was counted."""
        return self.kept.last

    def months(self, measure: Measure) -> Sequence[tuple[Period, Total | None]]:
        """Every month, the oldest first; None for one that is kept back."""
        return self.kept.months(measure)

    def now(self, measure: Measure) -> Total | None:
        """The newest month; None where it is kept back."""
        return None if self.last is None else self.kept.total(measure, self.last)

    def year(self, measure: Measure, last: date) -> Total | None:
        """The year to a 31 March; None where it was not counted whole, or is kept back."""
        return self.kept.year(measure, last) if self.kept.has_year(measure, last) else None

    def gap(self, measure: Measure) -> Gap | None:
        """Disabled children's figure less that of others over the twelve months to the newest. None where there is none."""
        if self.last is None or not measure.splits:
            return None
        yes, no = (self.kept.year(measure, self.last, each) for each in ("yes", "no"))
        return gap_of(yes, no)


@dataclass(frozen=True, slots=True)
class Suppressed:
    """The same for who sees no child: the months that `practice.measures.small` tells.

    cells: what a measure comes to in a period; None where it is kept back. gaps: of the last whole year, or the newest month of
    what is in force.
    """

    cells: dict[tuple[str, Period], Sums | None]
    gaps: dict[str, Gap | None]
    periods: tuple[Period, ...]
    suppressed: bool = True

    @property
    def words(self) -> str:
        """Who is counted."""
        return (
            "Everybody is counted but restricted records. Numbers under five, nought among them, are not shown, nor those from "
            "which one could be worked out, nor teams."
        )

    @property
    def last(self) -> date | None:
        """The last day of the newest month that was counted."""
        return self.periods[-1].last if self.periods else None

    def months(self, measure: Measure) -> Sequence[tuple[Period, Total | None]]:
        """Every month that is told, the oldest first; None for one that is kept back."""
        return [(month, self._total(measure, month)) for month in self.periods]

    def now(self, measure: Measure) -> Total | None:
        """The newest month; None where it is kept back."""
        return self._total(measure, self.periods[-1]) if self.periods else None

    def year(self, measure: Measure, last: date) -> Total | None:
        """The year to a 31 March; None where it was not counted whole, or is kept back."""
        return self._total(measure, period_of(last, "year"))

    def gap(self, measure: Measure) -> Gap | None:
        """Disabled children's figure less that of others. None where there is none, or it is kept back."""
        return self.gaps.get(measure.name)

    def _total(self, measure: Measure, period: Period) -> Total | None:
        sums = self.cells.get((measure.name, period))
        return None if sums is None else Total(measure, bands=(), **sums)


Sighted = Seen | Suppressed


def as_it_leaves(standing: Standing) -> Standing:
    """As whom a file is made that leaves the house, whoever makes it: somebody who never sees a child, or a small number."""
    return replace(standing, role=role_of("board-member"), works=(), kept={}, tied={})


def seen_by(standing: Standing, measures: Sequence[Measure]) -> Sighted:
    """The figures of some measures as somebody sees them. Raises RecordNotFound for who sees none."""
    if not standing.role.reads_figures:
        raise RecordNotFound
    return Seen(kept_of(measures)) if standing.role.sees_children else _suppressed(measures)


def _suppressed(measures: Sequence[Measure]) -> Suppressed:
    """What is told of some measures, kept until they are counted again."""
    counting = latest_counting()
    said = f"{counting.pk if counting else 0} {today()} {' '.join(each.name for each in measures)}"
    key = f"figures-told-{hashlib.sha256(said.encode()).hexdigest()}"
    kept: Any = caches["figures"].get(key)
    if kept is None:
        kept = _told(measures)
        caches["figures"].set(key, kept, TOLD_FOR)
    return Suppressed(*kept)


def _told(
    measures: Sequence[Measure],
) -> tuple[dict[tuple[str, Period], Sums | None], dict[str, Gap | None], tuple[Period, ...]]:
    cells: dict[tuple[str, Period], Sums | None] = {}
    gaps: dict[str, Gap | None] = {}
    here = telling()
    if not here.months:
        return cells, gaps, ()
    last, whole = here.months[-1], here.periods("year")
    for measure in measures:
        told = here.of(measure)
        for period in (*here.months, *whole):
            total = told.total(period)
            cells[measure.name, period] = (
                None if total is None else {name: getattr(total, name) for name in SUMS}
            )
        split = told.split(whole[-1] if measure.flows and whole else last)
        gaps[measure.name] = gap_of(split["yes"], split["no"]) if split else None
    return cells, gaps, here.months
