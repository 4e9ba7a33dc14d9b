"""Figures over a period, as somebody may see them. They are kept for some minutes, as counting reads whole tables."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import polars as pl
from django.core.cache import caches

from goldthread.engine.measuring import (
    COUNTS,
    Gap,
    Period,
    Total,
    count,
    gap_of,
    last_months,
    period_of,
    total_of,
    totals_of_teams,
    year_to,
)
from goldthread.practice.local_rules import rules_here
from goldthread.practice.moment import now, today
from goldthread.rulebook.measure import Measure
from goldthread.rulebook.measures import MEASURES

from .seeing import Sight
from .small import GROUPS
from .tables import Asked, read
from .telling import Telling, telling

KEPT_FOR = 15 * 60
MONTHS_OF_CHART = 49


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of some periods as one person may see them. counted_at: when they were counted; missing where they never were.

    told: for somebody who sees no child, what is told instead of the counts.
    """

    counts: pl.DataFrame
    counted_at: datetime | None
    sight: Sight
    told: Telling | None = None

    def total(
        self, measure: Measure, period: Period, team: int | str | None = "all", disabled: str = ""
    ) -> Total | None:
        """What a measure comes to in a period; None where it is kept back from somebody who sees no child."""
        if self.told is not None:
            told = self.told.of(measure)
            return told.split(period).get(disabled) if disabled else told.total(period, team)
        return total_of(self.counts, measure, period=period.last, team=team, disabled=disabled)

    def gap(self, measure: Measure, period: Period, team: int | str | None = "all") -> Gap | None:
        """Disabled children's figure less that of others; None where there is none, or it is kept back."""
        groups = dict(self.groups(measure, period, team))
        return gap_of(groups["yes"], groups["no"]) if groups else None

    def groups(
        self, measure: Measure, period: Period, team: int | str | None = "all"
    ) -> list[tuple[str, Total]]:
        """Each group of a split; none where they are kept back."""
        if self.told is not None:
            return list(self.told.of(measure).split(period).items()) if team == "all" else []
        return [
            (each, total_of(self.counts, measure, period=period.last, team=team, disabled=each))
            for each in GROUPS
        ]

    def bands(self, measure: Measure, period: Period, team: int | str | None = "all") -> tuple[int, ...]:
        """How many are in each band; none where the measure has none, or they are kept back."""
        if not measure.bands:
            return ()
        if self.told is not None:
            return self.told.of(measure).bands(period) if team == "all" else ()
        return tuple(total_of(self.counts, measure, period=period.last, team=team).bands)

    def teams(self, measure: Measure, period: Period) -> list[tuple[int | None, Total]]:
        """Each team that counts anybody, with None for whom no team held; none for somebody who sees no child."""
        if self.told is not None:
            return []
        return totals_of_teams(self.counts, measure, period=period.last)


def choices_of_period(sight: Sight) -> dict[str, tuple[str, Period]]:
    """The periods that can be asked for: the word in the address, what it says, and its days; the usual one first.

    Who sees no child asks for what is over: the difference between two days' figures would be that of one day.
    """
    day = today()
    month = period_of(period_of(day).after)
    quarter = period_of(period_of(day, "quarter").after, "quarter")
    year = period_of(period_of(day, "year").after, "year")
    last = {
        "quarter": ("Last full quarter", quarter),
        "month": ("Last full month", month),
        "to-march": (f"Year to 31 March {year.last.year}", year),
    }
    if sight.suppressed:
        return {"year": ("12 months to the end of last month", year_to(month.last)), **last}
    return {
        "year": ("12 months to today", year_to(day)),
        **last,
        "now": ("This month so far", period_of(day, as_at=day)),
    }


def periods_of() -> list[Period]:
    """The months of a chart, up to today."""
    return last_months(MONTHS_OF_CHART, today())


def read_for(measures: Sequence[Measure], sight: Sight) -> Asked:
    """What these measures are counted from, of those whom somebody sees."""
    return read(measures, sight.children)


def figures_of(
    sight: Sight,
    periods: Sequence[Period],
    measures: Sequence[Measure] | None = None,
    *,
    told: Callable[[], Asked] | None = None,
) -> Figures:
    """Counts of all measures, or of these, as the last minutes found them. told: gives what they are counted from.

    For somebody who sees no child nothing is counted: the kept counts tell.
    """
    if sight.suppressed:
        told_here = telling()
        return Figures(pl.DataFrame(schema=COUNTS), told_here.counted_at, sight, told_here)
    measures = tuple(MEASURES.values()) if measures is None else tuple(measures)
    key = _key(sight, periods, measures)
    kept = caches["figures"].get(key)
    if kept is not None:
        found, counted_at = kept
        return Figures(pl.read_ipc(io.BytesIO(found)), counted_at, sight)
    asked = told() if told else read_for(measures, sight)
    counts = count(measures, asked.tables, periods, asked.now, asked.known, asked.speaks, rules_here())
    written = io.BytesIO()
    counts.write_ipc(written, compression="zstd")
    caches["figures"].set(key, (written.getvalue(), now()), KEPT_FOR)
    return Figures(counts, now(), sight)


def _key(sight: Sight, periods: Sequence[Period], measures: Sequence[Measure]) -> str:
    """What the figures depend on; a new version's definitions are others."""
    said = repr(
        (rules_here(), sight.children, [str(each) for each in periods], [_worded(each) for each in measures])
    )
    return hashlib.sha256(said.encode()).hexdigest()


def _worded(measure: Measure) -> tuple[str, ...]:
    return measure.name, str(measure.out_of), str(measure.counting), str(measure.amount)
