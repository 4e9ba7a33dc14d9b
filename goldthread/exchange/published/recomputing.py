"""Every printed figure worked out again from the published counts, and each that does not agree counted with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from goldthread.rulebook.published import PublishedMeasure, Ratio

from .figures import figures, ratio_of
from .rounding import agrees, could_be
from .tokens import why

EXACT = "agrees to its rounding"
REACHED = "agrees as far as its counts, themselves rounded, can tell"
DIFFERS = "does not agree"
NO_COUNTS = "not covered: no counts of it are published"
WITHHELD = "not covered: a count behind it is withheld, or not printed of that place"
NO_FILE = "not covered: no file that was read holds its counts for that year"
TOLD_BY_SIGN = "not covered: a sign stands in place of the figure"
TENS = ("cin_", "care_", "tool")
"""Kinds whose counts are exact for an authority, and rounded to the nearest ten for regions and England."""


@dataclass(slots=True)
class Recomputed:
    """How many figures there are by outcome; which differ. outcomes: (measure, outcome) to how many."""

    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    signs: Counter[str] = field(default_factory=Counter)
    differing: list[str] = field(default_factory=list)

    def total(self, outcome: str) -> int:
        return sum(many for (_, which), many in self.outcomes.items() if which == outcome)

    @property
    def cells(self) -> int:
        return self.outcomes.total()

    @property
    def worked_out(self) -> int:
        return sum(self.total(outcome) for outcome in (EXACT, REACHED, DIFFERS))

    def lines(self) -> list[str]:
        """What came of it, in words."""
        said = [f"{self.cells:,} cells of {len({name for name, _ in self.outcomes})} measures"]
        said += [
            f"{self.total(each):,} {each}"
            for each in (EXACT, REACHED, DIFFERS, NO_COUNTS, NO_FILE, WITHHELD, TOLD_BY_SIGN)
        ]
        said += [f"  {sign or 'empty'} ({why(sign)}): {many:,}" for sign, many in self.signs.most_common()]
        return said + [f"  differs: {each}" for each in self.differing]


def recomputed(values: pl.DataFrame, measures: Iterable[PublishedMeasure]) -> Recomputed:
    """Work out every printed figure of the measures again, in every file that prints it."""
    found = Recomputed()
    held = set(values.select("kind", "year").unique().iter_rows())
    asked = {measure.name: measure for measure in measures}
    printed = figures(values, asked.values()).filter(pl.col("kind") != "worked out")
    for row in printed.iter_rows(named=True):
        name = row["measure"]
        outcome = _outcome(row, asked[name], held)
        found.outcomes[name, outcome] += 1
        if outcome == TOLD_BY_SIGN:
            found.signs[row["token"]] += 1
        elif outcome == DIFFERS:
            found.differing.append(
                f"{name} of {row['authority']} in {row['period']} ({row['kind']}): printed {row['value']:g}, "
                f"its counts are {row['numerator']:g} and {row['denominator']:g}"
            )
    return found


def _outcome(row: dict[str, Any], measure: PublishedMeasure, held: set[tuple[str, int]]) -> str:
    if row["token"]:
        return TOLD_BY_SIGN
    ratio = ratio_of(measure, str(row["kind"]))
    if ratio is None:
        return NO_COUNTS
    printed, above, below = row["value"], row["numerator"], row["denominator"]
    if (
        not isinstance(above, float)
        or not isinstance(below, float)
        or not isinstance(printed, float)
        or below <= 0
    ):
        asked = {(each.kind, row["year"]) for each in ratio.above}
        asked |= {(each.kind, row["year"] - ratio.years_before) for each in ratio.below}
        return WITHHELD if asked <= held else NO_FILE
    if agrees(printed, above, below, ratio.per, measure.places):
        return EXACT
    off_above, off_below = _off(ratio, str(row["authority"]))
    reached = could_be(
        printed, above, below, ratio.per, measure.places, off_above=off_above, off_below=off_below
    )
    return REACHED if (off_above or off_below) and reached else DIFFERS


def _off(ratio: Ratio, authority: str) -> tuple[float, float]:
    """How far the counts above and below may lie from the true ones."""
    whole = authority.startswith("E")

    def one(kind: str, name: str) -> float:
        if kind.startswith("workforce"):
            return 0.05 if name.endswith("_fte") else 0.0
        return 5.0 if whole and kind.startswith(TENS) else 0.0

    return (
        sum(one(series.kind, series.name) for series in ratio.above),
        sum(one(series.kind, series.name) for series in ratio.below),
    )
