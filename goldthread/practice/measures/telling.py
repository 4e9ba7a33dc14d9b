"""What the kept counts tell people who see no child; every page, file and token of theirs asks here, so that they agree.

Kept counts are of everybody but those whose record is restricted. Were one page to hold those too, two pages laid side by side
would tell of them.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

import polars as pl
from django.core.cache import caches

from goldthread.engine.measuring import COUNTS, Period, period_of
from goldthread.engine.measuring.periods import Grain
from goldthread.engine.measuring.totals import SUMS
from goldthread.practice.moment import today
from goldthread.record.models import FigureCount, FigureCounting, Team
from goldthread.rulebook.measure import Measure

from .seeing import teams_of_one
from .small import Cell, Told, Yearly, months_told, told_of

TOLD_FOR = 7 * 24 * 60 * 60
CELL = ("measure", "month", "team", "disabled", "band")
"""Whose counts a row of the kept ones holds."""


@dataclass(frozen=True)
class Telling:
    """What is told as at one counting. counted_at: when that was; missing, and nothing told, before the first.

    months: those whose figures are told, the oldest first.
    """

    months: tuple[Period, ...]
    counted_at: datetime | None
    _told: dict[str, Told] = field(default_factory=dict)

    def of(self, measure: Measure) -> Told:
        """What is told of a measure. What is kept back is worked out once for the same counts."""
        if measure.name not in self._told:
            self._told[measure.name] = self._told_of(measure)
        return self._told[measure.name]

    @cached_property
    def alone(self) -> dict[date, list[int]]:
        """By the last day of each year, the teams that were of one worker then."""
        years = dict.fromkeys(period_of(each.last, "year").last for each in self.months)
        return {last: sorted(teams_of_one(last)) for last in years}

    def periods(self, grain: Grain) -> list[Period]:
        """The months, quarters or years that are over, the oldest first."""
        found = dict.fromkeys(period_of(each.last, grain) for each in self.months)
        last = self.months[-1].last if self.months else date.min
        return [each for each in found if each.last <= last]

    def teams(self, measure: Measure) -> list[int | None]:
        """The teams of which something is told, kept back or not; None for those whom no team held."""
        found = {team for _, team in self.of(measure).cells if team != "all"}
        return sorted((each for each in found if isinstance(each, int)), key=int) + (
            [None] if None in found else []
        )

    def named(self, team: int | None) -> str:
        """What a team of these figures is called."""
        return self._names.get(team, "Held by no team") if team else "Held by no team"

    @cached_property
    def _names(self) -> dict[int, str]:
        return dict(Team.objects.values_list("pk", "name"))

    def _told_of(self, measure: Measure) -> Told:
        since = self.months[0].after if self.months else None
        rows = FigureCount.objects.filter(measure=measure.name).order_by(*CELL)
        if since is not None:
            rows = rows.filter(month__gt=since, month__lte=self.months[-1].last)
        counts = [
            (name, month, team or None, *rest)
            for name, month, team, *rest in (rows.values_list(*CELL, *SUMS) if self.months else ())
        ]
        frame = pl.DataFrame(counts, schema=COUNTS, orient="row")

        def kept_back_in(year: Period, work_out: Yearly) -> frozenset[Cell]:
            """As it was worked out before for the very same counts of that year."""
            told = [each for each in counts if year.after < each[1] <= year.last]
            months = [str(each) for each in self.months if year.after < each.last <= year.last]
            said = repr((measure.kind, measure.flows, months, self.alone.get(year.last), told))
            key = f"told-{hashlib.sha256(said.encode()).hexdigest()}"
            found: frozenset[Cell] | None = caches["figures"].get(key)
            if found is None:
                found = work_out()
                caches["figures"].set(key, found, TOLD_FOR)
            return found

        return told_of(measure, frame, self.months, self.alone, kept_back_in)


def latest_counting() -> FigureCounting | None:
    """The latest counting that is done: while one runs another is not begun, so that its counts are those that stand."""
    return FigureCounting.objects.filter(ended_at__isnull=False, failed="").order_by("-pk").first()


def telling() -> Telling:
    """What is told today: of the last counting that was done, the months that were over then."""
    done = latest_counting()
    if done is None:
        return Telling((), None)
    return Telling(tuple(months_told(min(done.day, today()))), done.ended_at)
