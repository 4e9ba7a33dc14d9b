"""How much each that counts adds, for a measure that sums: days, times, points.

The *day* is that of the row that happened, or the end of the period; see `goldthread.rulebook.cohorts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from goldthread.vocabulary import Column, Points
from goldthread.vocabulary.expressions import Expression

from .clock import Spells, points
from .cohorts import said_of
from .counts import Count


@dataclass(frozen=True, slots=True)
class DaysSince:
    """Days from a day of the counted row to its own day, or to the end of the period."""

    begins: str

    def __str__(self) -> str:
        return f"days since {said_of(self.begins)}"


@dataclass(frozen=True, slots=True)
class TimesHad:
    """How often the child had such points in the time up to the day."""

    points: Points
    within: Count
    changes: str = ""

    def __str__(self) -> str:
        other = f", with another {self.changes}" if self.changes else ""
        return f"how often {self.points}{other}, in the {self.within} before the end of the day"


@dataclass(frozen=True, slots=True)
class DaysWithout:
    """Days in the time up to the day on which the child had one of the cohort's spells and none of these."""

    spells: Spells
    within: Count

    def __str__(self) -> str:
        return f"days with none of {self.spells}, in the {self.within} before the end of the day"


@dataclass(frozen=True, slots=True)
class Filled:
    """How many of some conditions on the child's own row are fulfilled, out of all of them."""

    conditions: tuple[Expression, ...]

    def __str__(self) -> str:
        return "; ".join(map(str, self.conditions))


@dataclass(frozen=True, slots=True)
class Weighed:
    """The heaviest weight of which the child has such a spell in force on the day, else the last."""

    weights: tuple[tuple[int, Spells], ...]
    otherwise: int

    def __str__(self) -> str:
        said = "; ".join(f"{weight} points: {spells}" for weight, spells in self.weights)
        return f"{said}; {self.otherwise} points: any other child"


@dataclass(frozen=True, slots=True)
class Longest:
    """Days of the longest of the child's spells of this kind, up to the day; of one whose beginning is not known, none."""

    spells: Spells

    def __str__(self) -> str:
        return f"days of the longest of {self.spells}, up to the day"


@dataclass(frozen=True, slots=True)
class One:
    """One for each that counts."""

    def __str__(self) -> str:
        return "one for each"


Amount: TypeAlias = Longest | DaysSince | TimesHad | DaysWithout | Filled | Weighed | One


def times_had(of: Points | Column, within: Count, *, changes: Column | None = None) -> TimesHad:
    return TimesHad(points(of), within, changes.name if changes is not None else "")
