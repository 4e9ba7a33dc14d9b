"""What figures are told to people who see no child: the small are kept back, and enough beside them that none can be worked out.

Told are whole months, quarters, and years to 31 March, each once it is over, of the whole authority; teams and groups of whole
years. So every sum lies within one year, no day's figure can be taken from the next day's, and what was told is never taken
back. See ``docs/decisions/small-numbers.md``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial

import numpy as np
import polars as pl

from goldthread.engine.measuring import Period, Total, added, period_of
from goldthread.engine.measuring.totals import SUMS
from goldthread.engine.suppressing import FEWEST, Release, Sum, kept_back
from goldthread.rulebook.measure import Measure

GROUPS = ("yes", "no", "not recorded")
YEARS = 4
"""Whole years before this one whose figures are told, as far as counts are kept (`practice.figures.keeping.MONTHS`)."""

Team = int | str | None
Cell = tuple[Period, Team]
Yearly = Callable[[], frozenset[Cell]]
NOBODY: Mapping[date, Collection[Team]] = {}
WEIGHTS = {"month": 1.0, "quarter": 3.0, "year": 12.0, "team": 2.0}
"""What is lost by keeping back each kind of figure. The year of the authority goes last."""


def months_told(day: date) -> list[Period]:
    """The months whose figures are told on a day: those that are over, from 1 April four whole years ago."""
    first = period_of(day, "year").first
    month = period_of(date(first.year - YEARS, first.month, 1))
    found: list[Period] = []
    while month.last < day:
        found.append(month)
        month = period_of(month.last + timedelta(days=1))
    return found


def counts_of(total: Total) -> tuple[int, ...]:
    """The counts behind a figure, none of which may be small. Each adds up over months and teams."""
    if total.measure.kind == "number":
        return (total.numerator,)
    if total.measure.is_proportion:
        return total.denominator, total.numerator, total.denominator - total.numerator
    return total.counted, total.denominator


def large(*totals: Total) -> bool:
    """Whether no count behind any of these figures is under five: nought is, so that it too is kept back."""
    return all(count >= FEWEST for total in totals for count in counts_of(total))


@dataclass(slots=True)
class Told:
    """One measure's figures as they are told to people who see no child.

    cells: what each period comes to, for all or a team; of these, kept are kept back. groups: of a whole year of a measure
    that flows, or a month's end of another, each disability group.
    """

    measure: Measure
    cells: Mapping[Cell, Total]
    groups: Mapping[Period, Mapping[str, Total]]
    kept: frozenset[Cell]
    _covered: dict[Period, tuple[Period, ...] | None] = field(default_factory=dict)

    def total(self, period: Period, team: Team = "all") -> Total | None:
        """What a period comes to; None where it is kept back, or is none that is told.

        A longer period is told where it is made of shown ones: it says nothing that they do not.
        """
        if not self.measure.flows:
            period = period_of(period.last)
        if team != "all":
            return self._cell((period, team))
        parts = self._parts(period)
        totals = [self._cell((part, team)) for part in parts or ()]
        found = [each for each in totals if each is not None]
        return sum(found[1:], start=found[0]) if found else None

    def split(self, period: Period) -> dict[str, Total]:
        """Each disability group of a period; none where one of them is small, or the period's own figure is kept back."""
        if not self.measure.flows:
            period = period_of(period.last)
        found = self.groups.get(period, {})
        if (
            not self.measure.splits
            or not found
            or not self._shown((period, "all"))
            or not large(*found.values())
        ):
            return {}
        return {name: replace(each, not_known=0) for name, each in found.items()}

    def bands(self, period: Period) -> tuple[int, ...]:
        """How many are in each band of a period whose groups may be told; none where one band is small."""
        if not self.measure.flows:
            period = period_of(period.last)
        cell = (period, "all")
        if (
            period not in self.groups
            or not self._shown(cell)
            or min(self.cells[cell].bands, default=0) < FEWEST
        ):
            return ()
        return self.cells[cell].bands

    def _cell(self, cell: Cell) -> Total | None:
        return replace(self.cells[cell], not_known=0) if self._shown(cell) else None

    def _shown(self, cell: Cell) -> bool:
        return cell in self.cells and cell not in self.kept

    def _parts(self, period: Period) -> tuple[Period, ...] | None:
        """Shown periods one after the other that make up this one."""
        if period not in self._covered:
            self._covered[period] = self._cover(period)
        return self._covered[period]

    def _cover(self, period: Period) -> tuple[Period, ...] | None:
        if period.after == period.last:
            return ()
        for grain in ("year", "quarter", "month"):
            first = period_of(period.first, grain)
            if first.after != period.after or first.last > period.last or not self._shown((first, "all")):
                continue
            rest = () if first.last == period.last else self._cover(Period(first.last, period.last))
            if rest is not None:
                return (first, *rest)
        return None


def told_of(
    measure: Measure,
    counts: pl.DataFrame,
    months: Sequence[Period],
    alone: Mapping[date, Collection[Team]] = NOBODY,
    kept_back_in: Callable[[Period, Yearly], frozenset[Cell]] = lambda _, work_out: work_out(),
) -> Told:
    """What is told of a measure. counts: of these months, as the engine gives them; months: those of `months_told`.

    alone: by the last day of each year, the teams that were of one worker then, whose figures are that worker's. kept_back_in:
    gives what is kept back in a year, worked out where that was not done before.
    """
    at = _by_cell(measure, counts)
    teams = sorted({team for _, team, _ in at}, key=lambda each: (each is None, each))
    cells: dict[Cell, Total] = {}
    groups: dict[Period, dict[str, Total]] = {}
    kept: set[Cell] = set()
    for year in dict.fromkeys(period_of(each.last, "year") for each in months):
        inside = [each for each in months if year.after < each.last <= year.last]
        mine = {key: total for key, total in at.items() if year.after < key[0] <= year.last}
        parts = _Parts(measure, mine, inside)
        found, sums, steps = _year(measure, parts, year, teams)
        cells |= found
        for period in [year] if measure.flows else inside:
            if not measure.flows or len(inside) == 12:
                groups[period] = {group: parts.total(period, "all", group) for group in GROUPS}
        kept |= kept_back_in(year, partial(_kept, found, sums, steps, alone.get(year.last, ())))
    return Told(measure, cells, groups, frozenset(kept))


def _by_cell(measure: Measure, counts: pl.DataFrame) -> dict[tuple[date, int | None, str], Total]:
    """The counts of one measure by month, team and group, bands together."""
    rows = counts.filter(pl.col("measure") == measure.name)
    found: dict[tuple[date, int | None, str], list[int]] = {}
    bands: dict[tuple[date, int | None, str], list[int]] = {}
    for last, team, group, band, *sums in rows.select(
        "period", "team", "disabled", "band", *SUMS
    ).iter_rows():
        key = (last, team, group)
        found[key] = [a + b for a, b in zip(found.get(key, [0] * len(SUMS)), sums, strict=True)]
        if measure.bands:
            bands.setdefault(key, [0] * (len(measure.bands) + 1))[band] += sums[SUMS.index("counted")]
    return {
        key: Total(measure, **dict(zip(SUMS, sums, strict=True)), bands=tuple(bands.get(key, ())))
        for key, sums in found.items()
    }


@dataclass(slots=True)
class _Parts:
    """The months of one year of a measure, added up as they are asked for."""

    measure: Measure
    at: Mapping[tuple[date, int | None, str], Total]
    months: Sequence[Period]

    def total(self, period: Period, team: Team = "all", group: str = "") -> Total:
        lasts = {each.last for each in self.months if period.after < each.last <= period.last}
        if not self.measure.flows:
            lasts = {max(lasts)}
        empty = Total(self.measure, bands=(0,) * (len(self.measure.bands) + 1 if self.measure.bands else 0))
        found = (
            total
            for (last, of, which), total in self.at.items()
            if last in lasts and team in ("all", of) and group in ("", which)
        )
        return added((empty, *found))


def _year(
    measure: Measure, parts: _Parts, year: Period, teams: Iterable[int | None]
) -> tuple[dict[Cell, Total], list[tuple[Cell, list[Cell]]], list[list[Cell]]]:
    """The cells of a year as far as it has gone, which of them others add up to, and in what order they are told."""
    cells: dict[Cell, Total] = {}
    sums: list[tuple[Cell, list[Cell]]] = []
    steps: list[list[Cell]] = []
    quarters: list[Cell] = []
    for number, month in enumerate(parts.months, 1):
        step: list[Cell] = [(month, "all")]
        if measure.flows and number % 3 == 0:
            quarter: Cell = (period_of(month.last, "quarter"), "all")
            sums.append((quarter, [(each, "all") for each in parts.months[number - 3 : number]]))
            quarters.append(quarter)
            step.append(quarter)
        if number == 12:
            whole: Cell = (year if measure.flows else month, "all")
            of_teams: list[Cell] = [(whole[0], team) for team in teams]
            cells |= {cell: parts.total(*cell) for cell in of_teams}
            # A team that nobody would look for has nothing to hide behind: who knows of it knows that it had none.
            sums.append((whole, [cell for cell in of_teams if any(counts_of(cells[cell]))]))
            if measure.flows:
                sums.append((whole, quarters))
                step.append(whole)
            step += of_teams
        cells |= {cell: parts.total(*cell) for cell in step if cell not in cells}
        steps.append(step)
    return cells, sums, steps


def _kept(
    cells: Mapping[Cell, Total],
    sums: Iterable[tuple[Cell, list[Cell]]],
    steps: Iterable[list[Cell]],
    alone: Collection[Team],
) -> frozenset[Cell]:
    """The cells that are kept back."""
    order = list(cells)
    place = {cell: at for at, cell in enumerate(order)}
    columns = [
        (total.numerator, total.denominator - total.numerator)
        if total.measure.is_proportion
        else (total.numerator, total.counted, total.denominator)
        if total.measure.kind == "mean"
        else (total.numerator,)
        for total in cells.values()
    ]
    release = Release(
        np.array(columns, np.int64).reshape(len(order), -1),
        tuple(Sum(place[whole], tuple(place[part] for part in parts)) for whole, parts in sums if parts),
        [[place[cell] for cell in step] for step in steps],
        [_weight(cell) for cell in order],
        frozenset(at for at, cell in enumerate(order) if not large(cells[cell])),
        frozenset(at for at, (_, team) in enumerate(order) if team != "all" and team in alone),
    )
    return frozenset(order[at] for at in kept_back(release))


def _weight(cell: Cell) -> float:
    period, team = cell
    if team != "all":
        return WEIGHTS["team"]
    days = (period.last - period.after).days
    return WEIGHTS["month" if days < 32 else "quarter" if days < 100 else "year"]
