"""The points of a chart, and the baselines from which its limits are worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldthread.engine.measuring import Period, Total
from goldthread.vocabulary import Fault

FEW = 5
"""A share of fewer than so many is shown, but no limit is worked out from it and no signal is asked of it."""


@dataclass(frozen=True, slots=True)
class Point:
    """What a measure came to in one month: ``on`` its last day.

    value: None in a month without one. numerator, denominator: whole numbers, where it is a share of so many; of a count the
    numerator alone. With them limits are never narrower than chance alone would have them.
    """

    on: date
    value: float | None
    numerator: int | None = None
    denominator: int | None = None

    @property
    def few(self) -> bool:
        return self.denominator is not None and self.denominator < FEW

    @property
    def known(self) -> bool:
        """Whether it has a value that can be judged."""
        return self.value is not None and not self.few


@dataclass(frozen=True, slots=True)
class Baseline:
    """The months from which limits are worked out, both included; they hold from its first day until the next one's.

    why: the decision by which they were chosen; empty for the first months of the chart, which nobody had to choose.
    """

    first: date
    last: date
    why: str = ""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise Fault(f"A baseline ends after it begins, and {self.last} is before {self.first}.")


def points_of(totals: Sequence[tuple[Period, Total | None]]) -> list[Point]:
    """Whole months of one measure as points. None: kept back, as its numbers are small; it is a gap."""
    found = []
    for period, total in totals:
        if total is None:
            found.append(Point(period.last, None))
        elif total.measure.is_proportion:
            found.append(Point(period.last, total.value, total.numerator, total.denominator))
        elif total.measure.kind == "number":
            found.append(Point(period.last, total.value, total.numerator))
        else:
            found.append(Point(period.last, total.value))
    return found
