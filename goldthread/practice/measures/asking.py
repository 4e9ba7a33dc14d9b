"""Figures over a period, as somebody may see them. They are kept for some minutes, as counting reads whole tables."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import polars as pl
from django.core.cache import caches

from goldthread.engine.measuring import (
    Gap,
    Period,
    Total,
    count,
    gap_of,
    last_months,
    period_of,
    total_of,
    year_to,
)
from goldthread.practice.local_rules import rules_here
from goldthread.practice.moment import now, today
from goldthread.rulebook.measure import Measure
from goldthread.rulebook.measures import MEASURES

from .seeing import Sight
from .small import FEWEST, counts_of, kept_back, shown, sums_of
from .tables import Asked, read

KEPT_FOR = 15 * 60
MONTHS_OF_CHART = 25
GROUPS = ("yes", "no", "not recorded")


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of some periods as one person may see them. counted_at: when they were counted. periods: one after the other."""

    counts: pl.DataFrame
    counted_at: datetime
    sight: Sight
    periods: tuple[Period, ...]
    _kept_back: dict[tuple[str, int | str | None], frozenset[Period]] = field(default_factory=dict)

    def total(
        self, measure: Measure, period: Period, team: int | str | None = "all", disabled: str = ""
    ) -> Total | None:
        """What a measure comes to in a period; None where the number is too small to be shown."""
        found = total_of(self.counts, measure, period=period.last, team=team, disabled=disabled)
        if self.sight.suppressed and (not shown(found) or period in self._beside(measure, team)):
            return None
        return found

    def _beside(self, measure: Measure, team: int | str | None) -> frozenset[Period]:
        """The periods that are kept back so that no small one can be worked out from the others and their sums."""
        if len(self.periods) == 1:
            return frozenset()
        named = (measure.name, team)
        if named not in self._kept_back:
            totals = [total_of(self.counts, measure, period=each.last, team=team) for each in self.periods]
            found = kept_back([counts_of(total) for total in totals], sums_of(self.periods))
            self._kept_back[named] = frozenset(self.periods[at] for at in found)
        return self._kept_back[named]

    def gap(self, measure: Measure, period: Period, team: int | str | None = "all") -> Gap | None:
        """Disabled children's figure less that of others; None where there is none, or the numbers are too small to be shown."""
        groups = [
            total_of(self.counts, measure, period=period.last, team=team, disabled=each) for each in GROUPS
        ]
        if self.sight.suppressed and (not shown(*groups) or period in self._beside(measure, team)):
            return None
        return gap_of(groups[0], groups[1])

    def groups(
        self, measure: Measure, period: Period, team: int | str | None = "all"
    ) -> list[tuple[str, Total]]:
        """Each group of a split; none where one of them is too small to be shown."""
        found = [
            (each, total_of(self.counts, measure, period=period.last, team=team, disabled=each))
            for each in GROUPS
        ]
        small = not shown(*(total for _, total in found)) or period in self._beside(measure, team)
        return [] if self.sight.suppressed and small else found

    def bands(self, measure: Measure, period: Period, team: int | str | None = "all") -> tuple[int, ...]:
        """How many are in each band; none where the measure has none, or one of them is too small to be shown."""
        total = self.total(measure, period, team) if measure.bands else None
        if total is None or (self.sight.suppressed and min(total.bands) < FEWEST):
            return ()
        return tuple(total.bands)

    def teams(self, measure: Measure, period: Period) -> list[tuple[int | None, Total]]:
        """Each team that counts anybody, with None for whom no team held; none for somebody who sees no child."""
        if self.sight.suppressed:
            return []
        rows = self.counts.filter((pl.col("measure") == measure.name) & (pl.col("period") == period.last))
        teams = rows["team"].unique().to_list()
        return [
            (team, total_of(rows, measure, team=team)) for team in sorted(teams, key=lambda each: each or 0)
        ]


def choices_of_period() -> dict[str, tuple[str, Period]]:
    """The periods that can be asked for: the word in the address, what it says, and its days."""
    day = today()
    month = period_of(period_of(day).after)
    quarter = period_of(period_of(day, "quarter").after, "quarter")
    return {
        "year": ("12 months to today", year_to(day)),
        "quarter": ("Last full quarter", quarter),
        "month": ("Last full month", month),
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

    For somebody who sees no child, one month is counted among the others, as it may have to be kept back for them.
    """
    months = periods_of()
    if sight.suppressed and all(each in months for each in periods):
        periods = months
    measures = tuple(MEASURES.values()) if measures is None else tuple(measures)
    key = _key(sight, periods, measures)
    kept = caches["figures"].get(key)
    if kept is not None:
        found, counted_at = kept
        return Figures(pl.read_ipc(io.BytesIO(found)), counted_at, sight, tuple(periods))
    asked = told() if told else read_for(measures, sight)
    counts = count(measures, asked.tables, periods, asked.now, asked.known, asked.speaks, rules_here())
    written = io.BytesIO()
    counts.write_ipc(written, compression="zstd")
    caches["figures"].set(key, (written.getvalue(), now()), KEPT_FOR)
    return Figures(counts, now(), sight, tuple(periods))


def _key(sight: Sight, periods: Sequence[Period], measures: Sequence[Measure]) -> str:
    """What the figures depend on; a new version's definitions are others."""
    said = repr(
        (rules_here(), sight.children, [str(each) for each in periods], [_worded(each) for each in measures])
    )
    return hashlib.sha256(said.encode()).hexdigest()


def _worded(measure: Measure) -> tuple[str, ...]:
    return measure.name, str(measure.out_of), str(measure.counting), str(measure.amount)
