"""Who counts in a measure, and what is asked of each: cohorts, tests and amounts, said in the vocabulary's words.

A cohort is rows that happened in a period, rows or children in force at its end, children of the year before, or links of a
duty that fell due. The *day* of a test is that of the row that happened, or the end of the period. What each word means to
both evaluators is written once, in ``docs/decisions/how-measures-count.md``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from goldthread.vocabulary import Column, Points
from goldthread.vocabulary.expressions import Expression

from .clock import Ages, Spells, points
from .counts import Count


def said_of(name: str) -> str:
    return name.replace("_", " ")


# --- who counts


@dataclass(frozen=True, slots=True)
class Happened:
    """Each row, in the period in which its day falls."""

    points: Points

    def __str__(self) -> str:
        return f"each row of {self.points}"


@dataclass(frozen=True, slots=True)
class InForce:
    """What is in force at the end of a period: each child once by the latest begun, or each row.

    ages: on that day. settled: how long it must have been in force by then. unless: not where the child has such a spell.
    """

    spells: tuple[Spells, ...]
    ages: Ages | None = None
    settled: Count | None = None
    unless: Spells | None = None
    each_row: bool = False

    def __str__(self) -> str:
        words = "; or ".join(map(str, self.spells))
        words = f"each {'row' if self.each_row else 'child'} at the end of the period with {words}"
        words = f"{words}, for at least {self.settled}" if self.settled else words
        words = f"{words}, {self.ages}" if self.ages else words
        return f"{words}; without {self.unless}" if self.unless else words


@dataclass(frozen=True, slots=True)
class InTheYear:
    """Each child once with a spell in force on any day of the 12 months that end with a period."""

    spells: Spells

    def __str__(self) -> str:
        return f"each child with {self.spells} on any day of the 12 months that end with the period"


@dataclass(frozen=True, slots=True)
class FellDue:
    """Each link of a duty, in the period in which it fell due; met, met late, lapsed or overdue, and nothing else."""

    clock: str

    def __str__(self) -> str:
        return f"each time the duty {self.clock.replace('_', ' ')} fell due in the period"


Cohort: TypeAlias = Happened | InForce | InTheYear | FellDue


# --- what counts as yes. The *day* of a test is that of the row that happened, or the end of the period.


@dataclass(frozen=True, slots=True)
class Is:
    """A condition on the counted row itself."""

    where: Expression

    def __str__(self) -> str:
        return str(self.where)


@dataclass(frozen=True, slots=True)
class Within:
    """From one day of the row to another in no more than a count.

    through: the column that names the row of ``table`` that began it, and of which ``begins`` is a column.
    """

    begins: str
    ends: str
    count: Count
    through: str = ""
    table: str = ""

    def __str__(self) -> str:
        return f"{said_of(self.ends)} within {self.count} of {said_of(self.table)}{': ' * bool(self.table)}{said_of(self.begins)}"


@dataclass(frozen=True, slots=True)
class Lasted:
    """The counted row lasted at least so long: to its own day, or to the end of the period."""

    begins: str
    count: Count

    def __str__(self) -> str:
        return f"at least {self.count} since {said_of(self.begins)}"


@dataclass(frozen=True, slots=True)
class Had:
    """The child had at least so many such points in the time up to the day, the day itself included or not.

    within: how far back; without it, ever. changes: only points at which this column differs from the point before.
    younger: under this age on the day, at least so many (two numbers).
    """

    points: Points
    within: Count | None = None
    times: int = 1
    before: bool = False
    changes: str = ""
    younger: tuple[int, int] | None = None

    def __str__(self) -> str:
        words = f"{self.points}" if self.times == 1 else f"at least {self.times} times: {self.points}"
        words = f"{words}, with another {self.changes}" if self.changes else words
        words = f"{words}, in the {self.within} before" if self.within else f"{words}, ever before"
        words = f"{words} the day" if self.before else f"{words} the end of the day"
        return (
            f"{words}; under {self.younger[0]}, at least {self.younger[1]} times" if self.younger else words
        )


@dataclass(frozen=True, slots=True)
class HadSpells:
    """The child had at least so many such spells in force in the time up to the day."""

    spells: Spells
    within: Count
    times: int

    def __str__(self) -> str:
        return f"at least {self.times} times {self.spells}, in force in the {self.within} before the end of the day"


@dataclass(frozen=True, slots=True)
class Latest:
    """The child's latest such point up to the day fulfils a condition."""

    points: Points
    where: Expression
    within: Count

    def __str__(self) -> str:
        return f"the latest of {self.points} in the {self.within} before the end of the day: {self.where}"


@dataclass(frozen=True, slots=True)
class Holds:
    """The child has such a spell in force on the day, or (``none``) has none. settled: for how long by then."""

    spells: Spells
    none: bool = False
    settled: Count | None = None

    def __str__(self) -> str:
        words = f"{'none of' if self.none else 'one of'} {self.spells} in force on the day"
        return f"{words}, for at least {self.settled}" if self.settled else words


@dataclass(frozen=True, slots=True)
class NeverLate:
    """No link of a duty that the counted row started was late by the day."""

    clock: str

    def __str__(self) -> str:
        return f"the duty {self.clock.replace('_', ' ')} was never late"


@dataclass(frozen=True, slots=True)
class OnTime:
    """The link of a duty that fell due was met on time."""

    def __str__(self) -> str:
        return "met on time"


@dataclass(frozen=True, slots=True)
class Both:
    """Two tests, each of which looks at how often the child had something, are both yes."""

    first: Had
    second: Had

    def __str__(self) -> str:
        return f"{self.first}; and {self.second}"


Test: TypeAlias = Both | Is | Within | Lasted | Had | HadSpells | Latest | Holds | NeverLate | OnTime


# --- how each is written


def happened(of: Points | Column) -> Happened:
    """Each row with a day in this column."""
    return Happened(points(of))


def in_force(
    *spells: Spells, ages: Ages | None = None, settled: Count | None = None, unless: Spells | None = None,
    each_row: bool = False,
) -> InForce:  # fmt: skip
    return InForce(spells, ages, settled, unless, each_row)


def within(begins: Column, ends: Column, count: Count, *, through: Column | None = None) -> Within:
    """From one column to another; ``through`` names the row that ``begins`` is a column of, where that is another."""
    if through is None:
        return Within(begins.name, ends.name, count)
    return Within(begins.name, ends.name, count, through.name, begins.table.plural)


def lasted(begins: Column, count: Count) -> Lasted:
    return Lasted(begins.name, count)


def had(
    of: Points | Column, within: Count | None = None, *, times: int = 1, before: bool = False,
    changes: Column | None = None, younger: tuple[int, int] | None = None,
) -> Had:  # fmt: skip
    """At least so many points up to the day; ``changes``: those at which this column differs from the point before."""
    return Had(points(of), within, times, before, changes.name if changes is not None else "", younger)
