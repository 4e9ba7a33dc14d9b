"""How much a contact said when it arrived: what a referrer is asked for, and who leaves it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from goldthread.practice.access import listed
from goldthread.practice.front_door import referrer_of
from goldthread.practice.moment import today
from goldthread.practice.standing import Standing
from goldthread.record.models import Child, CodeField, Contact
from goldthread.rulebook.calendar import add_years

ASKED: dict[str, tuple[str, Callable[[Contact], bool]]] = {
    "who": ("Who they are, by name", lambda row: bool(row.referrer_name)),
    "role": ("Their agency or role", lambda row: bool(row.referrer_agency or row.referrer_role)),
    "worry": ("What they worry about", lambda row: len(row.worry.split()) >= ENOUGH),
    "consent": ("Consent, or why it was not sought", lambda row: bool(row.consent)),
    "birth": ("The child's birth date", lambda row: bool(row.child.born_on or row.child.expected_on)),
    "else": ("What else they know", lambda row: bool(row.else_known)),
}
"""What every contact is asked for: its words, and whether one says it."""
ENOUGH = 8  # words: fewer tell nobody what happened
MOST = 30


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of referrer: how many contacts, how many said each thing that is asked, and how many said it all."""

    source: str
    count: int
    said: dict[str, int]
    complete: int

    @property
    def share(self) -> int:
        """In a hundred, how many said it all."""
        return round(100 * self.complete / self.count)


@dataclass(frozen=True, slots=True)
class Lacking:
    """One contact to go back to its referrer about, and what it left out."""

    child: Child
    row: int
    referrer: str
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Completeness:
    """All of it. asked: the words of each thing that is asked."""

    lines: list[Line]
    asked: dict[str, str]
    lacking: list[Lacking]


def completeness_by_source(reader: Standing) -> Completeness:
    """Of the contacts of the last 12 months that were recorded here, about children whom somebody may list; worst first."""
    since = add_years(today(), -1)
    rows = list(
        Contact.unwithdrawn.filter(
            listed(reader), received_on__gte=since, source__isnull=True
        ).select_related("child")
    )
    by_source: dict[str, list[Contact]] = {}
    for row in rows:
        by_source.setdefault(_source(row), []).append(row)
    lines = [_line(source, several) for source, several in by_source.items()]
    latest = sorted(rows, key=lambda row: (row.received_on, row.pk), reverse=True)
    lacking = [
        Lacking(row.child, row.pk, referrer_of(row), tuple(ASKED[each][0] for each in left_out(row)))
        for row in latest
        if left_out(row)
    ]
    return Completeness(
        sorted(lines, key=lambda line: (line.share, -line.count, line.source)),
        {name: words for name, (words, _says) in ASKED.items()},
        lacking[:MOST],
    )


def left_out(row: Contact) -> list[str]:
    """What a contact does not say of what is asked, by name."""
    return [name for name, (_words, says) in ASKED.items() if not says(row)]


def _line(source: str, rows: list[Contact]) -> Line:
    said = {name: sum(says(row) for row in rows) for name, (_words, says) in ASKED.items()}
    return Line(source, len(rows), said, sum(not left_out(row) for row in rows))


def _source(row: Contact) -> str:
    field = row._meta.get_field("received_from")
    assert isinstance(field, CodeField)
    label = field.label(row.received_from)
    return label[:1].upper() + label[1:] if label else "Not recorded"
