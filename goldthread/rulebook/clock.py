"""A clock: a duty with a due date, said in the vocabulary's words.

What each word means to both evaluators is written once, in ``docs/decisions/how-the-engine-counts.md``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from goldthread.vocabulary import TABLES, Column, Points
from goldthread.vocabulary.expressions import Expression

from .authority import Authority
from .counts import Count, ordinal
from .stricter import Stricter


@dataclass(frozen=True, slots=True)
class Spells:
    """Stretches of time in which something was so: rows of a table, from one column to another, where a condition holds.

    settled: how long after its beginning a spell counts as settled, for a duty that begins only then (in months).
    """

    table: str
    begins: str
    ends: str
    where: Expression | None = None
    settled: Count | None = None

    def __str__(self) -> str:
        words = self.table.replace("_", " ")
        if self.begins != "began_on":
            words += f" from {self.begins.replace('_', ' ')} to {self.ends.replace('_', ' ')}"
        words = f"{words}, where {self.where}" if self.where is not None else words
        return f"{words}, once it has lasted {self.settled}" if self.settled else words


class NotRecorded(Points):
    """Moments that the record does not hold yet: a duty on them answers when it is due, and runs on nothing."""

    __slots__ = ()

    def __init__(self, what: str) -> None:
        super().__init__("", what)

    def __str__(self) -> str:
        return f"not recorded yet: {self.column}"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to a setting. due, starts, done: what the clock says instead under it; the default's changes nothing."""

    code: str
    words: str
    due: tuple[Count, ...] = ()
    starts: Points | None = None
    done: Points | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """A choice left to the authority because sources disagree. default: what counts here; others: who says otherwise.

    options: the answers that an authority may choose from, the default first; none where the law leaves nothing to choose
    and the disagreement is only shown.
    """

    name: str
    question: str
    default: str
    others: str
    options: tuple[Option, ...] = ()
    takes: Literal["option", "terms", "number"] = "option"

    @property
    def open(self) -> bool:
        """Whether an authority can answer it."""
        return bool(self.options) or self.takes != "option"


@dataclass(frozen=True, slots=True)
class Ages:
    """A band of ages: from one birthday until another, in whole years."""

    from_years: int | None = None
    under_years: int | None = None

    def __str__(self) -> str:
        parts = []
        if self.from_years is not None:
            parts.append(f"from the {self.from_years}{ordinal(self.from_years)} birthday")
        if self.under_years is not None:
            parts.append(f"until the {self.under_years}{ordinal(self.under_years)} birthday")
        return " ".join(parts)


@dataclass(frozen=True, slots=True)
class Lasts:
    """How long after its start a duty is replaced by another, for starting rows where a condition holds."""

    count: Count
    where: Expression


@dataclass(frozen=True, slots=True)
class Sooner:
    """Another event that brings a due date forward: the first such point at or after the start, or the ``nth``.

    fact: the name by which a question gives it.
    """

    points: Points
    fact: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class Afterwards:
    """From an event on, another count: the first such point at or after the start, for what is still to be done then."""

    points: Points
    count: Count


@dataclass(frozen=True, slots=True)
class Edition:
    """What a rule said from a day on: how long, by whose authority, and whether that was read in its source.

    due: one count for each link of the chain; the last one goes on where the clock says ``every``.
    unconfirmed: what is still to be checked, and against what; empty where the number was read in its source.
    """

    since: date
    due: tuple[Count, ...]
    source: Authority
    seen_in: str
    unconfirmed: str = ""

    @property
    def confirmed(self) -> bool:
        return not self.unconfirmed


def points(of: Points | Column) -> Points:
    return of if isinstance(of, Points) else Points(of.table.plural, of.name)


def spells(
    begins: Column, ends: Column, where: Expression | None = None, settled: Count | None = None
) -> Spells:
    """Spells between two columns of one table."""
    return Spells(begins.table.plural, begins.name, ends.name, where, settled)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A duty with a due date. Built by `clock`, which checks it; the words are explained there."""

    name: str
    what: str
    duty: str
    rows: tuple[str, ...]
    starts: Points
    done: Points
    editions: tuple[Edition, ...]
    key: str = ""
    shared: bool = False
    every: bool = False
    ends: tuple[Points, ...] = ()
    superseded_by: tuple[Points, ...] = ()
    during: Spells | None = None
    unless: tuple[Spells, ...] = ()
    ages: Ages | None = None
    lasts: Lasts | None = None
    sooner: tuple[Sooner, ...] = ()
    already: Count | None = None
    afterwards: Afterwards | None = None
    counting: str = ""
    settings: tuple[Setting, ...] = ()
    stricter: tuple[Stricter, ...] = ()
    """The authority's own counts beside the law's, put there by `goldthread.rulebook.local`."""

    @property
    def recorded(self) -> bool:
        """Whether the record holds both what starts the duty and what meets it; otherwise it runs on nothing."""
        return not isinstance(self.starts, NotRecorded) and not isinstance(self.done, NotRecorded)

    @property
    def owner(self) -> str:
        """The table of those whom the duty is about: children, or foster households, or adopters."""
        table = TABLES[self.starts.table] if self.recorded else TABLES["children"]
        named = table.columns()[table.owner_column()]
        return named.to or table.plural

    @property
    def is_interval(self) -> bool:
        """Whether each event is itself the start of the next: from the last one to the next one."""
        return self.recorded and self.starts == self.done

    @property
    def is_chain(self) -> bool:
        return self.every or any(len(edition.due) > 1 for edition in self.editions)

    @property
    def in_hours(self) -> bool:
        return any(count.unit == "hours" for edition in self.editions for count in edition.due)

    def row_of(self, link: int) -> str:
        """The row of the timescales that a link of the chain answers to."""
        return self.rows[min(link, len(self.rows) - 1)]

    def edition_on(self, day: date) -> Edition | None:
        """The edition in force on a day; None before the first."""
        found = None
        for edition in self.editions:
            if edition.since <= day:
                found = edition
        return found

    def stricter_on(self, day: date, nth: int) -> Stricter | None:
        """The authority's own count for a start on a day, for one count of the chain."""
        return next((each for each in self.stricter if each.nth == nth and each.holds_on(day)), None)

    def tables(self) -> frozenset[str]:
        """The tables whose rows can change this clock's answers."""
        named: list[Points | Spells] = [self.starts, self.done, *self.ends, *self.superseded_by, *self.unless]
        if self.during:
            named.append(self.during)
        named += [each.points for each in self.sooner]
        if self.afterwards:
            named.append(self.afterwards.points)
        found = {part.table for part in named} - {""}
        return frozenset(found | {"children"} if self.ages else found)

    @property
    def counts(self) -> frozenset[Count]:
        """Every count of every edition."""
        return frozenset(count for edition in self.editions for count in edition.due)


def clock(
    *,
    name: str,
    what: str,
    duty: str,
    rows: Iterable[str],
    starts: Points | Column,
    done: Points | Column,
    editions: Iterable[Edition],
    key: Column | None = None,
    shared: bool = False,
    every: bool = False,
    ends: Iterable[Points | Column] = (),
    superseded_by: Iterable[Points | Column] = (),
    during: Spells | None = None,
    unless: Iterable[Spells] = (),
    ages: Ages | None = None,
    lasts: Lasts | None = None,
    sooner: Sooner | Iterable[Sooner] = (),
    already: Count | None = None,
    afterwards: Afterwards | None = None,
    counting: str = "",
    settings: Iterable[Setting] = (),
) -> Clock:
    """Build a clock and check that its words fit together.

    starts, done: the moments that begin and meet the duty. If they are the same moments, each begins the next.
    key: the column of the completing table that names the starting row. Without it, and where it is empty, a completion
    belongs to every open instance if ``shared``, else to the earliest open one.
    every: the last count goes on, from each completion to the next.
    ends: what stops the duty; superseded_by: what replaces it by another.
    lasts: after how long the duty is replaced, where the starting row meets a condition (a day clock in whole months).
    during: the spell in which a start must lie and with which the duty ends; unless: spells in which no duty starts.
    sooner: events that bring a due date forward, the earliest of them counting.
    settings: where sources disagree, and what counts here.
    afterwards: an event from which on another count holds, of the same unit.
    already: a completion this long before the start counts too. counting: how to count, in words, as the source has it.
    Raises TypeError where the words do not fit.
    """
    made = Clock(
        name=name, what=what, duty=duty, rows=tuple(rows), starts=points(starts), done=points(done),
        editions=tuple(sorted(editions, key=lambda edition: edition.since)),
        key=key.name if key is not None else "", shared=shared, every=every,
        ends=tuple(map(points, ends)), superseded_by=tuple(map(points, superseded_by)),
        during=during, unless=tuple(unless), ages=ages, lasts=lasts,
        sooner=(sooner,) if isinstance(sooner, Sooner) else tuple(sooner), already=already, afterwards=afterwards,
        counting=counting, settings=tuple(settings),
    )  # fmt: skip
    if not made.rows:
        raise TypeError(f"{name}: a clock names its rows of the timescales")
    units = {count.unit == "hours" for edition in made.editions for count in edition.due}
    units |= {afterwards.count.unit == "hours"} if afterwards else set()
    if len(units) != 1:
        raise TypeError(f"{name}: a clock counts in hours or in days, never both, and has an edition")
    if made.is_chain and not made.shared:
        raise TypeError(
            f"{name}: a chain says shared=True, so that each completion begins the next link of every chain"
        )
    if made.already and (made.is_chain or not made.shared):
        raise TypeError(f"{name}: an earlier completion counts only for a shared clock of one link")
    if any(count.unit == "birthday" for count in made.counts) and made.recorded and made.ages is None:
        raise TypeError(
            f"{name}: a duty by a birthday says its ages, so that it starts only for a known birth date"
        )
    if not made.recorded:
        return made
    if made.key and TABLES[made.done.table].columns()[made.key].to != made.starts.table:
        raise TypeError(f"{name}: {made.done.table}.{made.key} does not name a row of {made.starts.table}")
    return made
