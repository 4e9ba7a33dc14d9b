"""Counts added up: of all, of a team, of a group, of several periods or authorities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from goldthread.rulebook.measure import Measure

SUMS = ("numerator", "denominator", "squares", "counted", "not_known")


@dataclass(frozen=True, slots=True)
class Total:
    """What some counts add up to. bands: how many lie in each band of a measure that has them."""

    measure: Measure
    numerator: int = 0
    denominator: int = 0
    squares: int = 0
    counted: int = 0
    not_known: int = 0
    bands: tuple[int, ...] = ()

    @property
    def value(self) -> float | None:
        """Per cent, a number, or so much for each; None where nobody counts."""
        return self.measure.value(self.numerator, self.denominator)

    def __add__(self, other: Total) -> Total:
        return added((self, other))


def added(totals: Iterable[Total]) -> Total:
    """The sum of parts: of teams, groups or authorities, and of periods for a measure that flows. Raises TypeError for none."""
    parts = list(totals)
    if not parts or len({part.measure.name for part in parts}) != 1:
        raise TypeError("totals of one measure are added, and at least one")
    bands = tuple(map(sum, zip(*(part.bands for part in parts), strict=True)))
    return Total(
        parts[0].measure, **{name: sum(getattr(part, name) for part in parts) for name in SUMS}, bands=bands
    )


def total_of(
    counts: pl.DataFrame,
    measure: Measure,
    *,
    period: date | None = None,
    team: int | str | None = "all",
    disabled: str = "",
) -> Total:
    """What the rows of one measure add up to. team: its key, None for those whom no team held, or ``all``.

    period: the last day of one; without it all rows given, which is right for a measure that flows.
    """
    rows = counts.filter(pl.col("measure") == measure.name)
    if period is not None:
        rows = rows.filter(pl.col("period") == period)
    if team != "all":
        rows = rows.filter(pl.col("team").eq_missing(pl.lit(team, dtype=pl.Int64)))
    if disabled:
        rows = rows.filter(pl.col("disabled") == disabled)
    found = dict(rows.group_by("band").agg(pl.col("counted").sum()).iter_rows()) if measure.bands else {}
    bands = _bands(measure, found)
    sums = rows.select(pl.col(*SUMS).sum()).row(0, named=True)
    return Total(measure, **sums, bands=bands)


def totals_of_teams(
    counts: pl.DataFrame, measure: Measure, *, period: date
) -> list[tuple[int | None, Total]]:
    """The same of each team that has rows in a period, in the order of their keys; None for those whom no team held."""
    rows = counts.filter((pl.col("measure") == measure.name) & (pl.col("period") == period))
    bands: dict[int | None, dict[int, int]] = {}
    if measure.bands:
        for team, band, counted in rows.group_by("team", "band").agg(pl.col("counted").sum()).iter_rows():
            bands.setdefault(team, {})[band] = counted
    sums = rows.group_by("team").agg(pl.col(*SUMS).sum()).select("team", *SUMS)
    found = [
        (
            team,
            Total(
                measure, **dict(zip(SUMS, added_up, strict=True)), bands=_bands(measure, bands.get(team, {}))
            ),
        )
        for team, *added_up in sums.iter_rows()
    ]
    return sorted(found, key=lambda each: each[0] or 0)


def _bands(measure: Measure, counted: Mapping[int, int]) -> tuple[int, ...]:
    return tuple(counted.get(band, 0) for band in range(len(measure.bands) + 1)) if measure.bands else ()
