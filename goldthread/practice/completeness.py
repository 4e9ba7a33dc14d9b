"""How much a contact said when it arrived: what a referrer is asked for, and who leaves it out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import reduce
from operator import add

from django.db.models import Case, Q, QuerySet, Value, When

from goldthread.practice.access import listed
from goldthread.practice.front_door import referrer_of
from goldthread.practice.moment import today
from goldthread.practice.standing import Standing
from goldthread.record.models import Child, CodeField, Contact
from goldthread.rulebook.calendar import add_years

WORRY = "worry"
ASKED: dict[str, tuple[str, Q | None]] = {
    "who": ("Who they are, by name", Q(referrer_name__gt="")),
    "role": ("Their agency or role", Q(referrer_agency__gt="") | Q(referrer_role__gt="")),
    WORRY: ("What they worry about", None),
    "consent": ("Consent, or why it was not sought", Q(consent__gt="")),
    "birth": (
        "The child's birth date",
        Q(child__born_on__isnull=False) | Q(child__expected_on__isnull=False),
    ),
    "else": ("What else they know", Q(else_known__gt="")),
}
"""What every contact is asked for: its words, and of which contacts it is said; a worry's words are counted."""
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
    rows = Contact.unwithdrawn.filter(listed(reader), received_on__gte=since, source__isnull=True)
    counts: Counter[tuple[str, int]] = Counter()
    latest: dict[int, int] = {}
    for row, source, said, worry in _said_by_each(rows):
        if len(worry.split()) >= ENOUGH:
            said += BIT[WORRY]
        counts[source or "", said] += 1
        if said != EVERYTHING and len(latest) < MOST:
            latest[row] = said
    by_source: dict[str, Counter[int]] = {}
    for (code, said), count in counts.items():
        by_source.setdefault(_source(code), Counter())[said] += count
    lines = [_line(source, several) for source, several in by_source.items()]
    shown = Contact.objects.select_related("child").in_bulk(list(latest))
    return Completeness(
        sorted(lines, key=lambda line: (line.share, -line.count, line.source)),
        {name: words for name, (words, _says) in ASKED.items()},
        [
            Lacking(shown[row].child, row, referrer_of(shown[row]), _left_out(said))
            for row, said in latest.items()
        ],
    )


BIT = {name: 1 << place for place, name in enumerate(ASKED)}
EVERYTHING = sum(BIT.values())


def _said_by_each(rows: QuerySet[Contact]) -> QuerySet[Contact, tuple[int, str | None, int, str]]:
    """Of each contact, the latest first: its key, who made it, what it says of what is asked as the sum of BIT, and its worry.

    The database looks, as a year of an authority is too many to take out whole.
    """
    says = [
        Case(When(asked, then=Value(BIT[name])), default=Value(0))
        for name, (_words, asked) in ASKED.items()
        if asked is not None
    ]
    told = rows.annotate(said=reduce(add, says)).order_by("-received_on", "-pk")
    return told.values_list("pk", "received_from", "said", "worry")


def _left_out(said: int) -> tuple[str, ...]:
    """What a contact does not say of what is asked, in words."""
    return tuple(words for name, (words, _asked) in ASKED.items() if not said & BIT[name])


def _line(source: str, counts: Counter[int]) -> Line:
    said = {name: sum(count for each, count in counts.items() if each & BIT[name]) for name in ASKED}
    return Line(source, counts.total(), said, counts[EVERYTHING])


def _source(code: str) -> str:
    field = Contact._meta.get_field("received_from")
    assert isinstance(field, CodeField)
    label = field.label(code)
    return label[:1].upper() + label[1:] if label else "Not recorded"
