"""A measure: one question with a count for an answer, so that parts add up to wholes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .amounts import Amount, Filled
from .authority import Authority
from .cohorts import Cohort, FellDue, Happened, InForce, NeverLate, OnTime, Test

Better = Literal["higher", "lower", "neither"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Measure:
    """One question.

    counting: the test of those who count; amount: what is summed instead. Without either it is a number of them.
    per: the column whose different values, team by team, are the denominator (a caseload is so much for each worker).
    bands: upper edges by which the amounts are also kept, so that a median can be read from counts that add.
    source, seen_in, unconfirmed: whose definition it is, where that was read, and what is still to be checked.
    published: the name under which the Department for Education publishes it; empty where it does not.
    differs_from: duty to how this is not it. cautions: what a reader must know.
    Raises TypeError where the words do not fit together.
    """

    name: str
    area: str
    what: str
    question: str
    out_of: Cohort
    better: Better
    owner: str
    source: Authority
    seen_in: str
    counting: Test | None = None
    amount: Amount | None = None
    unit: str = "%"
    per: str = ""
    bands: tuple[int, ...] = ()
    unconfirmed: str = ""
    published: str = ""
    differs_from: Mapping[str, str] = field(default_factory=dict)
    cautions: str = ""

    def __post_init__(self) -> None:
        if self.counting and self.amount:
            raise TypeError(f"{self.name}: a measure tests or sums, never both")
        if isinstance(self.counting, OnTime) != isinstance(self.out_of, FellDue):
            raise TypeError(f"{self.name}: what fell due was met on time or not, and nothing else is")
        if self.per and not (isinstance(self.out_of, InForce) and self.out_of.each_row):
            raise TypeError(f"{self.name}: a denominator of different values needs rows in force")
        if (self.unit == "%") != (self.kind == "share" or isinstance(self.amount, Filled)):
            raise TypeError(f"{self.name}: a share is in per cent, and what is no share says what it is in")

    @property
    def kind(self) -> str:
        """share: a percentage; number: a count; mean: a sum for each that counts."""
        return "mean" if self.amount else "share" if self.counting else "number"

    @property
    def flows(self) -> bool:
        """Whether months add up to a year. What is counted at the end of a period is that of its last day."""
        return isinstance(self.out_of, Happened | FellDue)

    @property
    def splits(self) -> bool:
        """Whether it can be split by disability: not where the denominator is workers, nor where there is none."""
        return not self.per and self.kind != "number"

    @property
    def is_proportion(self) -> bool:
        """Whether each that counts is yes or no, so that a gap has an interval."""
        return self.kind == "share"

    def value(self, numerator: float, denominator: float) -> float | None:
        """What the counts come to: per cent, a number, or so much for each. None where nobody counts."""
        if self.kind == "number":
            return numerator
        if not denominator:
            return None
        return (100 if self.unit == "%" else 1) * numerator / denominator

    def clocks(self) -> frozenset[str]:
        """The duties whose answers it counts."""
        return frozenset(
            part.clock for part in (self.out_of, self.counting) if isinstance(part, FellDue | NeverLate)
        )
