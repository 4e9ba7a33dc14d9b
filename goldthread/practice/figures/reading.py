"""The kept counts as totals: month by month, by group, by team, and over a year."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from goldthread.engine.measuring import Period, Total, added, period_of
from goldthread.engine.measuring.totals import SUMS
from goldthread.practice.figures.keeping import months_to
from goldthread.practice.measures import latest_counting
from goldthread.record.models import FigureCount
from goldthread.rulebook.measure import Measure

YEAR = 12


@dataclass(frozen=True, slots=True)
class Kept:
    """What some measures counted of the whole authority. cells: by measure, last day of the month and group."""

    measures: tuple[Measure, ...]
    cells: dict[tuple[str, date, str], Total]
    first: dict[str, date]
    last: date | None

    def total(self, measure: Measure, month: date, disabled: str = "") -> Total:
        """One month; of one group where it is named."""
        groups = (disabled,) if disabled else ("yes", "no", "not recorded", "not split")
        found = [self.cells.get((measure.name, month, group)) for group in groups]
        return added([each for each in found if each] or [Total(measure)])

    def months(self, measure: Measure) -> list[tuple[Period, Total]]:
        """Every month since the first in which the measure counted anybody, the oldest first."""
        if self.last is None or measure.name not in self.first:
            return []
        found = [period_of(self.last)]
        while found[-1].last > self.first[measure.name]:
            found.append(period_of(found[-1].after))
        return [(each, self.total(measure, each.last)) for each in reversed(found)]

    def year(self, measure: Measure, last: date, disabled: str = "") -> Total:
        """The twelve months to the end of one: their sum for what happened, else the last of them."""
        return over_a_year(measure, last, lambda month: self.total(measure, month, disabled))

    def has_year(self, measure: Measure, last: date) -> bool:
        """Whether all twelve months to the end of one were counted."""
        first = self.first.get(measure.name)
        return (
            first is not None
            and self.last is not None
            and first <= months_back(last)[-1]
            and last <= self.last
        )


def over_a_year(measure: Measure, last: date, of: Callable[[date], Total]) -> Total:
    """The twelve months to the end of one: their sum for what happened, else the last of them."""
    return added([of(month) for month in months_back(last)]) if measure.flows else of(last)


def months_back(last: date, many: int = YEAR) -> list[date]:
    """The last days of so many months, the newest first."""
    found = [period_of(last)]
    while len(found) < many:
        found.append(period_of(found[-1].after))
    return [each.last for each in found]


def kept_of(measures: Iterable[Measure]) -> Kept:
    """What is kept of some measures, of the whole authority, in one query."""
    by_name = {measure.name: measure for measure in measures}
    rows = FigureCount.objects.filter(measure__in=by_name).order_by()
    cells: dict[tuple[str, date, str], Total] = {}
    first: dict[str, date] = {}
    for name, month, disabled, *sums in rows.values_list("measure", "month", "disabled").annotate(*_summed()):
        cells[name, month, disabled] = Total(by_name[name], *sums)
        first[name] = min(month, first.get(name, month))
    return Kept(tuple(by_name.values()), cells, first, newest())


def newest() -> date | None:
    """The last day of the newest month that was counted; None before the first counting."""
    counting = latest_counting()
    return months_to(counting.day, 1)[0].last if counting else None


def teams_of(measure: Measure, last: date) -> dict[int, Total]:
    """The twelve months to the end of one, team by team; 0 for those whom no team held."""
    months = months_back(last) if measure.flows else [last]
    rows = FigureCount.objects.filter(measure=measure.name, month__in=months).order_by()
    return {team: Total(measure, *sums) for team, *sums in rows.values_list("team").annotate(*_summed())}


def bands_of(measure: Measure, last: date) -> tuple[int, ...]:
    """How many are in each band over the twelve months to the end of one; none for a measure without bands."""
    if not measure.bands:
        return ()
    months = months_back(last) if measure.flows else [last]
    rows = FigureCount.objects.filter(measure=measure.name, month__in=months).order_by()
    found = dict(rows.values_list("band").annotate(Sum("counted")))
    return tuple(found.get(band, 0) for band in range(len(measure.bands) + 1))


def _summed() -> list[Sum]:
    return [Sum(name, default=0) for name in SUMS]
