"""The children behind a figure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import polars as pl

from goldthread.engine.measuring import Period, behind
from goldthread.practice.local_rules import rules_here
from goldthread.rulebook.measure import Measure

from .seeing import Sight
from .tables import Asked, read


@dataclass(frozen=True, slots=True)
class Behind:
    """One that counts: whose it is, on which day, by which team it was held, and what it adds."""

    child: int
    day: date
    team: int | None
    disabled: str
    numerator: int
    denominator: int

    @property
    def yes(self) -> bool:
        return self.numerator > 0


def behind_of(
    measure: Measure,
    period: Period,
    sight: Sight,
    *,
    team: int | str | None = "all",
    disabled: str = "",
    said: str = "",
    told: Callable[[], Asked] | None = None,
) -> list[Behind]:
    """Each that counts in a measure over a period. For somebody who sees no child there is none.

    said: ``yes`` or ``no``, for a share those alone of whom it is so or not so. For a share those come first who are not
    as they should be; else the largest first.
    """
    if sight.suppressed:
        return []
    asked = told() if told else read([measure], sight.children)
    rows = behind(measure, asked.tables, [period], asked.now, asked.known, asked.speaks, rules_here()).filter(
        pl.col("known")
    )
    if team != "all":
        rows = rows.filter(pl.col("team").eq_missing(pl.lit(team, dtype=pl.Int64)))
    if disabled:
        rows = rows.filter(pl.col("disabled") == disabled)
    if said in ("yes", "no") and measure.is_proportion:
        rows = rows.filter((pl.col("numerator") > 0) == (said == "yes"))
    first_no = measure.is_proportion and measure.better == "higher"
    rows = rows.sort(["numerator", "day", "child"], descending=[not first_no, True, False])
    wanted = ("child", "day", "team", "disabled", "numerator", "denominator")
    return [Behind(*row) for row in rows.select(wanted).iter_rows()]
