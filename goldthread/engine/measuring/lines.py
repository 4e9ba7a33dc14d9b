"""Counts as lines to print or to write to a file: one a measure, period and, where asked, team."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import polars as pl

from goldthread.rulebook.measure import Measure

from .gaps import gap_of
from .groups import GROUPS
from .periods import Period
from .totals import Total, total_of

NOT_ALLOCATED = "not allocated"


def lines(
    counts: pl.DataFrame,
    measures: Iterable[Measure],
    periods: Sequence[Period],
    *,
    by_team: bool = False,
    teams: Mapping[int, str] | None = None,
) -> Iterator[dict[str, Any]]:
    """Each figure with its numerator, denominator, groups and gap, in the order of measures, periods and teams.

    teams: what each is called; one that is not named is called by its number.
    """
    for measure in measures:
        mine = counts.filter(pl.col("measure") == measure.name)
        for period in periods:
            rows = mine.filter(pl.col("period") == period.last)
            if not by_team:
                yield _line(rows, measure, period)
                continue
            found = rows["team"].unique().to_list()
            for team in sorted(found, key=lambda each: (each is None, each or 0)):
                some = rows.filter(pl.col("team").eq_missing(pl.lit(team, dtype=pl.Int64)))
                named = NOT_ALLOCATED if team is None else (teams or {}).get(team, f"team {team}")
                yield _line(some, measure, period) | {"team": named}


def _line(rows: pl.DataFrame, measure: Measure, period: Period) -> dict[str, Any]:
    total = total_of(rows, measure)
    line: dict[str, Any] = {
        "measure": measure.name, "what": measure.what, "first": period.first.isoformat(), "last": period.last.isoformat(),
        "team": None, "value": _rounded(total.value), "unit": measure.unit, **_counts(total), "not_known": total.not_known,
    }  # fmt: skip
    if measure.bands:
        line["bands"] = dict(zip(band_words(measure), total.bands, strict=True))
    if not measure.splits:
        return line
    groups = {group: total_of(rows, measure, disabled=group) for group in GROUPS[:3]}
    line["disabled"] = {
        group: {"value": _rounded(each.value), **_counts(each)} for group, each in groups.items()
    }
    gap = gap_of(groups["yes"], groups["no"])
    line["gap"] = gap and {
        "gap": _rounded(gap.gap), "low": _rounded(gap.low), "high": _rounded(gap.high), "small": gap.small,
        "method": gap.method,
    }  # fmt: skip
    return line


def band_words(measure: Measure) -> list[str]:
    """What each band of a measure holds, in its unit."""
    edges = measure.bands
    words = [f"up to {edges[0]:,}"] + [f"{low + 1:,} to {high:,}" for low, high in pairwise(edges)]
    return [*words, f"more than {edges[-1]:,}"]


def _counts(total: Total) -> dict[str, int]:
    return {"numerator": total.numerator, "denominator": total.denominator, "counted": total.counted}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
