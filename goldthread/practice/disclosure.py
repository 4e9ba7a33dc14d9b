"""What may be shown of where a child is, and to whom it may be sent: the one place that decides.

Every page asks `on_screen` or `shown_on_screens`, everything that leaves the authority asks `may_know`, and both give the
same thing: a `Knowing`, which says of a row, of a column and of any text what may be told. Where it cannot tell, it withholds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Q

from goldthread.practice.access import not_hidden
from goldthread.practice.moment import today
from goldthread.practice.standing import Standing, standing_of
from goldthread.record.models import (
    Account,
    Associate,
    Child,
    HiddenPlacement,
    Identifier,
    Person,
    Recorded,
    Rejected,
    Relationship,
    SafetyWarning,
    Source,
    UndisclosedAddress,
    model_of,
    table_of,
)
from goldthread.vocabulary import TABLES

WITHHELD = "[withheld]"

SAYS_WHERE = frozenset(
    {
        "lines", "postcode", "home_postcode", "urn", "outside_authority", "authority_of_placement", "carer", "household",
        "school", "school_urn",
    }
)  # fmt: skip
"""Columns that say, in whichever table of a child's they stand, where the child is or with whom."""

IN_WORDS = frozenset({"lines", "postcode", "home_postcode", "urn", "carer"})
"""Those of them that are taken out of text too. The others are words of every day: yes, an authority's name."""

NAMES_A_PLACE = re.compile("post|address|urn|house|street|town|carer|school|place", re.IGNORECASE)
"""Columns of files, whatever their standard calls them, in which a value may be where a child is."""

PRECAUTIONS = (UndisclosedAddress, HiddenPlacement, SafetyWarning)
LEAST = 5
"""A part of an address of fewer letters is no trace of it."""


@dataclass(frozen=True)
class Knowing:
    """What somebody may know of where a child is.

    outside: whether it is for somebody outside the authority, to whom no precaution may be told either.
    reader, decides: the account that reads it on a page, and whether its role decides; of information about associates it may
    know only what it wrote, unless its role decides.
    reasons: why something is withheld, a sentence each, for whoever sends it; empty where nothing is.
    """

    child: int
    outside: bool
    reasons: tuple[str, ...] = ()
    everywhere: bool = False
    rows: frozenset[tuple[str, int]] = frozenset()
    places: frozenset[str] = frozenset()
    traces: tuple[str, ...] = field(default=(), repr=False)
    reader: int | None = None
    decides: bool = False

    @property
    def complete(self) -> bool:
        """Whether nothing of where the child is has to be withheld."""
        return not self.reasons

    def tells(self, row: Recorded, column: str) -> bool:
        """Whether one column of a row of the child's may be told."""
        if not self.tells_row(row):
            return False
        return column not in SAYS_WHERE or not self.withholds_place(row)

    def tells_row(self, row: Recorded) -> bool:
        """Whether there being such a row may be told: a precaution is nobody's business outside, an associate few people's."""
        if isinstance(row, Associate):
            return not self.outside and (self.decides or row.recorded_by_id in {self.reader} - {None})
        return not (self.outside and isinstance(row, PRECAUTIONS))

    def withholds_place(self, row: Recorded) -> bool:
        """Whether the columns of a row that say where the child is are withheld."""
        if self.complete:
            return False
        table = table_of(row)
        if self.everywhere or (table, row.pk) in self.rows:
            return True
        if table not in ("addresses", "placements"):  # nothing says which home it speaks of
            return any(getattr(row, name, None) for name in SAYS_WHERE)
        return bool(self.places & _places(row))

    def told(self, row: Recorded) -> dict[str, Any]:
        """The columns of a row by name, as they may be told; none of a row that may not be told of at all."""
        if not self.tells_row(row):
            return {}
        found: dict[str, Any] = {}
        for name, column in TABLES[table_of(row)].columns().items():
            value = getattr(row, f"{name}_id" if column.kind == "ref" else name)
            if value not in (None, "") and not self.tells(row, name):
                value = WITHHELD
            elif isinstance(value, str) and column.kind == "text":
                value = self.words(value)
            found[name] = value
        return found

    def words(self, text: str) -> str:
        """A text with every trace of what is withheld taken out. What it says in other words, only a person can see."""
        return self._trace.sub(WITHHELD, text) if self.traces and text else text

    def cell(self, column: str, value: str) -> str:
        """One value out of a file, by the name of its column there, as it may be told."""
        if value and not self.complete and NAMES_A_PLACE.search(column):
            return WITHHELD
        return self.words(value)

    @cached_property
    def _trace(self) -> re.Pattern[str]:
        longest = sorted(self.traces, key=len, reverse=True)
        return re.compile(r"(?<!\w)(?:" + "|".join(map(_pattern, longest)) + r")(?!\w)", re.IGNORECASE)


def may_know(recipient: Person | Child | None, child: Child) -> Knowing:
    """What somebody outside the authority may know of where a child is.

    recipient: whoever it is sent to; None for somebody who is not in the record, who may know the least. From the child
    themself no placement is hidden; an address not to be disclosed is withheld from everybody, for paper travels.
    """
    return _knowing(child, True, recipient, siblings=None)


def on_screen(child: Child, *, by: Account | Standing) -> Knowing:
    """What a page shows of where a child is before anybody asked for it. by: whoever is signed in."""
    standing = by if isinstance(by, Standing) else standing_of(by)
    knowing = _knowing(child, False, None, siblings=standing)
    return replace(knowing, reader=standing.account, decides=standing.role.arranges)


def shown_on_screens(children: Iterable[int]) -> dict[int, Knowing]:
    """The same for lists, only for those children of whom something is withheld; in as many queries for many as for few."""
    undisclosed: dict[int, list[UndisclosedAddress]] = {}
    for each in in_force(UndisclosedAddress).filter(child__in=list(children)):
        undisclosed.setdefault(each.child_id, []).append(each)
    rows = _rows_that_say_where(undisclosed)
    return {
        child: _made(child, False, several, [], rows.get(child, []), "")
        for child, several in undisclosed.items()
    }


def quiet_subjects(source: Source) -> dict[str, Knowing]:
    """What lists of an import may show of those of its children of whom something is withheld, by the source's own key."""
    knowing = shown_on_screens(in_force(UndisclosedAddress).values_list("child_id", flat=True))
    if not knowing:
        return {}
    own = Identifier.objects.filter(source=source, scheme="la_child_id", child__in=knowing)
    held = Rejected.objects.filter(source=source, child__in=knowing)
    pairs = {*own.values_list("value", "child_id"), *held.values_list("subject", "child_id")}
    return {subject: knowing[child] for subject, child in pairs if subject and child is not None}


def in_force(model: type[Recorded]) -> Any:
    """The precautions of one kind that stand today: from the day on which they begin, until the day on which they end."""
    day = today()
    return model.unwithdrawn.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=day))


def _knowing(
    child: Child, outside: bool, recipient: Person | Child | None, siblings: Account | Standing | bool | None
) -> Knowing:
    """siblings: for whom the brothers and sisters are looked at too; None for all, False for none of them."""
    kin = set() if siblings is False else _siblings(child, siblings)
    of = [child.pk, *sorted(kin)]
    undisclosed = list(in_force(UndisclosedAddress).filter(child__in=of))
    hidden = list(_hidden_from(recipient, child, of)) if outside else []
    if not undisclosed and not hidden:
        return Knowing(child.pk, outside)
    of_each = _rows_that_say_where(of)
    rows = [row for key in of for row in of_each.get(key, [])]
    return _made(child.pk, outside, undisclosed, hidden, rows, _who(recipient))


def _made(
    child: int, outside: bool, undisclosed: list[UndisclosedAddress], hidden: list[HiddenPlacement], rows: list[Any], who: str
) -> Knowing:  # fmt: skip
    """What the precautions leave to be known. rows: those that may say where the children of whom they speak are."""
    withheld, places, traces, everywhere = _reach(undisclosed, hidden, rows, child)
    reasons = [f"An address is not to be disclosed: {each.why}" for each in undisclosed]
    reasons += [f"A placement is hidden from {who}: {each.why}" for each in hidden]
    return Knowing(
        child, outside, tuple(dict.fromkeys(reasons)), everywhere, frozenset(withheld), frozenset(places), tuple(sorted(traces))
    )  # fmt: skip


HOMES = ("addresses", "placements")


def _rows_that_say_where(children: Iterable[int]) -> dict[int, list[Any]]:
    """Every row of these children that may say where they are, withdrawn ones too: homes first; one query a table."""
    keys = list(children)
    others = [
        name
        for name, table in TABLES.items()
        if name not in HOMES and table.child_owned and IN_WORDS & table.columns().keys()
    ]
    found: dict[int, list[Any]] = {}
    for name in (*HOMES, *others) if keys else ():
        model: Any = model_of(name)
        rows = model.objects.filter(child__in=keys)
        for row in rows.select_related("household") if name == "placements" else rows:
            found.setdefault(row.child_id, []).append(row)
    return found


def _hidden_from(recipient: Person | Child | None, child: Child, of: list[int]) -> Any:
    hidden = in_force(HiddenPlacement).filter(child__in=of)
    if isinstance(recipient, Person):
        return hidden.filter(person=recipient)
    if isinstance(recipient, Child) and recipient.pk == child.pk:
        return hidden.none()
    return hidden  # who is not known to be let know is not let know


def _siblings(child: Child, by: Account | Standing | bool | None) -> set[int]:
    """Brothers and sisters, who may live in the same place; for a page only those of whom its reader may know."""
    kinds = ("sibling", "half-sibling")
    rows = Relationship.unwithdrawn.filter(
        Q(child=child) | Q(other_child=child), other_child__isnull=False, kind__in=kinds
    )
    if isinstance(by, (Account, Standing)):
        known = not_hidden(by).values("pk")
        rows = rows.filter(child__in=known, other_child__in=known)
    pairs = rows.values_list("child_id", "other_child_id")
    return {key for pair in pairs for key in pair} - {child.pk}


def _reach(
    undisclosed: list[UndisclosedAddress], hidden: list[HiddenPlacement], said: list[Any], child: int
) -> tuple[set[tuple[str, int]], set[str], set[str], bool]:
    """Which of the rows that say where a child is, and brothers and sisters, are withheld; and what is a trace of those."""
    homes = [row for row in said if table_of(row) in HOMES]
    wherever = {each.child_id for each in undisclosed if each.address_id is None}
    named = {("addresses", each.address_id) for each in undisclosed if each.address_id is not None}
    named |= {("placements", each.placement_id) for each in hidden if each.placement_id is not None}
    moving = {each.child_id for each in hidden if each.placement_id is None}
    withheld = [
        row
        for row in homes
        if row.child_id in wherever
        or (table_of(row), row.pk) in named
        or (table_of(row) == "placements" and row.child_id in moving)
    ]
    kept = [row for row in withheld if table_of(row) == "placements"]
    withheld += [
        row
        for row in homes
        if table_of(row) == "addresses"
        and row not in withheld
        and any(_at_once(row, each) for each in kept if each.child_id == row.child_id)
    ]
    whose = {row.child_id for row in withheld} | wherever | moving
    withheld += [row for row in said if table_of(row) not in HOMES and row.child_id in whose]
    rows = named | {(table_of(row), row.pk) for row in withheld}
    places = {place for row in withheld for place in _places(row)}
    traces = {trace for row in withheld for trace in _traces(row)}
    return rows, places, traces, child in wherever


def _at_once(address: Any, placement: Any) -> bool:
    """Whether a child may have lived at an address while placed."""
    return (address.ended_on or date.max) > placement.began_on and (address.began_on or date.min) < (
        placement.ended_on or date.max
    )


def _places(row: Recorded) -> set[str]:
    """By what two rows are known to speak of one place."""
    found = {re.sub(r"\W", "", str(getattr(row, name, "") or "")).upper() for name in ("postcode", "urn")}
    return found - {""}


def _traces(row: Any) -> set[str]:
    found = set()
    for name in IN_WORDS:
        value = str(getattr(row, name, "") or "").strip()
        parts = [value, *(each.strip() for each in re.split(r"[,\n]", value))] if name == "lines" else [value]
        found |= {each for each in parts if len(each) >= LEAST}
    if table_of(row) == "placements" and row.household and " " in row.household.name.strip():
        found.add(row.household.name.strip())  # one word alone may be the child's own family name
    return found


def _pattern(trace: str) -> str:
    """A trace however it is spaced: "ZZ12 3AB" and "zz123ab" are one postcode."""
    if re.fullmatch(r"[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2}", trace):
        return r"\s*".join(re.escape(each) for each in re.sub(r"\s", "", trace))
    return r"\s+".join(re.escape(each) for each in trace.split())


def _who(recipient: Person | Child | None) -> str:
    return str(recipient) if isinstance(recipient, Person) else "somebody"
