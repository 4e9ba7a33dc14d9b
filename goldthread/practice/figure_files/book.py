"""What a file of figures holds: each measure by month, quarter and year, its teams of whole years, and who took it out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localtime

from goldthread.engine.measuring import Period, Total
from goldthread.practice.doors import take_out_figures
from goldthread.practice.measures import Telling, telling
from goldthread.practice.moment import now
from goldthread.rulebook.measure import Measure

GRAINS: tuple[Literal["month", "quarter", "year"], ...] = ("month", "quarter", "year")
KEPT_BACK = "c"
POLICY = (
    "A file is passed on, so small numbers are kept back in it, whoever took it out: where a count behind a figure is under "
    "five, nought among them, and enough beside it that none can be worked out. {there} Figures are of months, "
    "quarters and years to 31 March that are over; of teams, of whole years alone."
)
POLICY_IN_CELLS = POLICY.format(there="The sign c stands there.")
POLICY_ON_PAPER = POLICY.format(there="It says there that they are not shown.")


@dataclass(frozen=True, slots=True)
class Row:
    """What one period comes to. team: its name, empty for the whole authority. total: none where it is kept back."""

    measure: Measure
    grain: str
    period: Period
    team: str
    total: Total | None

    @property
    def value(self) -> float | None:
        """The figure, to two decimals."""
        value = self.total.value if self.total is not None else None
        return None if value is None else round(float(value), 2)


@dataclass(frozen=True, slots=True)
class Book:
    """The figures of some measures as they leave. taken_by: who took them out, at ``taken_at``."""

    council: str
    measures: tuple[Measure, ...]
    told: Telling
    taken_by: str
    taken_at: datetime

    @property
    def taken(self) -> str:
        """Who took it out, and when, in words."""
        return f"Taken out by {self.taken_by}, {date_format(localtime(self.taken_at), 'j F Y, H:i')}"

    def rows(self) -> Iterator[Row]:
        """Measure by measure; months, quarters, years and then teams, each the oldest first."""
        for measure in self.measures:
            told = self.told.of(measure)
            for grain in GRAINS:
                for period in self.told.periods(grain):
                    yield Row(measure, grain, period, "", told.total(period))
            for period in self.told.periods("year"):
                for team in self.told.teams(measure):
                    yield Row(measure, "year", period, self.told.named(team), told.total(period, team))

    def latest(self, measure: Measure) -> dict[str, Row]:
        """By month, quarter and year, the newest that is over."""
        told = self.told.of(measure)
        return {
            grain: Row(measure, grain, last, "", told.total(last))
            for grain in GRAINS
            for last in self.told.periods(grain)[-1:]
        }


def book_of(measures: Sequence[Measure], *, by: object, kind: str) -> Book:
    """The figures for a file, the taking written down. kind: what kind of file. Raises RecordNotFound for who reads none."""
    reader = take_out_figures(by=by, page=f"figures: {kind}", rows=len(measures))
    return Book(settings.COUNCIL_NAME, tuple(measures), telling(), reader.shown_name, now())
