"""A check: a gate that is no clock. Of each thing that happened it asks what the record must show of it.

It answers *met*, *not met*, or *cannot be told* where the record does not hold the fact. What is brought in from a source that
leaves something out cannot be told; what was recorded here and leaves it out is not met.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldthread.vocabulary import Points
from goldthread.vocabulary.expressions import Expression

from .authority import Authority
from .clock import Spells

STATES = ("met", "not met", "cannot be told")


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that must be so. words: what must be; lacking: what is said where it is not."""

    words: str
    lacking: str


@dataclass(frozen=True, slots=True)
class Says(Need):
    """The row itself, or with ``of_child`` the child's own row, meets a condition.

    unknown: a condition under which it cannot be told, such as a code for *unknown*.
    """

    condition: Expression
    of_child: bool = False
    unknown: Expression | None = None


@dataclass(frozen=True, slots=True)
class Reached(Need):
    """A day in a column of the row is recorded, and lies on or before the day on which it is asked."""

    column: str


@dataclass(frozen=True, slots=True)
class Exists(Need):
    """Some row of another table that names this one meets a condition.

    via: the other table's column that names this row. day, from_column: without ``via``, any row of the same child whose day
    lies from this row's day on and not after the day on which it is asked.
    """

    table: str
    where: Expression
    via: str = ""
    day: str = ""
    from_column: str = ""


@dataclass(frozen=True, slots=True)
class Everyone(Need):
    """Each person of some kind in the child's life, at that time, is named by a row of another table that names this one.

    people: the spells of a table with a column ``person``; has: the table that names both; where: what its row must meet.
    It cannot be told where no such person is recorded.
    """

    people: Spells
    has: str
    via: str
    where: Expression


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth point of another kind from the row's own day on, before its end: on that day the check is asked."""

    points: Points
    number: int
    ends: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A gate. about: the rows it is asked of, and the day on which; asked: on another day, of another kind.

    later: how many days after its day it is asked, where the row's ``open_until`` has not come by then. unless: spells in which
    it is not asked. since: the first day of which it is asked. missing: the fact that the record does not hold at all.
    rows: the rows of the timescales that it answers to. finding: what an inspection found, by its number.
    """

    name: str
    what: str
    rule: str
    source: Authority
    since: date
    seen_in: str
    unconfirmed: str = ""
    finding: str = ""
    rows: tuple[str, ...] = ()
    about: Points | None = None
    asked: Nth | None = None
    later: int = 0
    open_until: str = ""
    unless: tuple[Spells, ...] = ()
    needs: tuple[Need, ...] = ()
    missing: str = ""

    @property
    def confirmed(self) -> bool:
        return not self.unconfirmed

    @property
    def recorded(self) -> bool:
        """Whether the record holds what it asks; otherwise it runs on nothing."""
        return self.about is not None and not self.missing

    def tables(self) -> frozenset[str]:
        """The tables whose rows can change its answers."""
        if self.about is None:
            return frozenset()
        found = {self.about.table, *(spell.table for spell in self.unless)}
        if self.asked:
            found.add(self.asked.points.table)
        for need in self.needs:
            if isinstance(need, Exists):
                found.add(need.table)
            elif isinstance(need, Everyone):
                found |= {need.people.table, need.has}
            elif isinstance(need, Says) and need.of_child:
                found.add("children")
        return frozenset(found)

    def columns(self) -> dict[str, frozenset[str]]:
        """The columns that it reads, by table."""
        found: dict[str, set[str]] = {table: {"id", "source"} for table in self.tables()}
        for table in found:
            if table != "children":
                found[table].add("child")
        if self.about is None:
            return {}
        own = found[self.about.table]
        own |= (
            {self.about.column} | _read(self.about.where) | ({self.open_until} if self.open_until else set())
        )
        if self.asked:
            own.add(self.asked.ends)
            found[self.asked.points.table] |= {self.asked.points.column} | _read(self.asked.points.where)
        for spell in self.unless:
            found[spell.table] |= {spell.begins, spell.ends} | _read(spell.where)
        for need in self.needs:
            if isinstance(need, Says):
                (found["children"] if need.of_child else own).update(
                    _read(need.condition) | _read(need.unknown)
                )
            elif isinstance(need, Reached):
                own.add(need.column)
            elif isinstance(need, Exists):
                found[need.table] |= _read(need.where) | ({need.via} if need.via else {need.day})
                own |= {need.from_column} if need.from_column else set()
            elif isinstance(need, Everyone):
                people = need.people
                found[people.table] |= {"person", people.begins, people.ends} | _read(people.where)
                found[need.has] |= {"person", need.via} | _read(need.where)
        return {table: frozenset(names) for table, names in found.items()}


def _read(condition: Expression | None) -> frozenset[str]:
    return condition.columns() if condition is not None else frozenset()
