"""Whether a child of whom somebody tells us is one whom we know: who is alike, and in what."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from rapidfuzz.distance import JaroWinkler

from goldthread.practice.access import not_hidden
from goldthread.practice.disclosure import shown_on_screens
from goldthread.practice.standing import Standing
from goldthread.record.models import Account, Address, Child, Identifier

ALIKE = 0.88  # of Jaro and Winkler's measure: Smyth and Smith are, Smith and Smart are not
NEAR = 31  # days: a birth date told from memory
MOST = 8
SOUNDS = (
    ("PH", "F"), ("GH", "G"), ("CK", "K"), ("QU", "K"), ("WR", "R"), ("KN", "N"), ("TH", "T"), ("SCH", "SH"), ("Y", "I"),
    ("C", "K"), ("Z", "S"), ("DG", "J"), ("EE", "I"), ("EA", "I"), ("IE", "I"), ("OU", "U"), ("OO", "U"), ("H", ""),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """What was told of a child who may be known: any of it may be missing."""

    given_name: str = ""
    family_name: str = ""
    born_on: date | None = None
    expected_on: date | None = None
    upn: str = ""
    postcode: str = ""


@dataclass(frozen=True, slots=True)
class Alike:
    """A child who may be the same, and the reasons, the strongest first."""

    child: Child
    reasons: tuple[str, ...]
    weight: int


def plain_name(name: str) -> str:
    """A name in capitals without accents, hyphens and apostrophes."""
    told = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub("[^A-Z]", "", told.upper())


def sound_of(name: str) -> str:
    """How a name sounds, roughly: names written differently and said alike are the same."""
    plain = plain_name(name)
    for written, said in SOUNDS:
        plain = plain.replace(written, said)
    plain = re.sub(r"(.)\1+", r"\1", plain)
    return plain[:1] + re.sub("[AEIOU]", "", plain[1:])


def sounds_like(one: str, other: str) -> bool:
    """Whether two names are written or said alike. An empty name is like none."""
    first, second = plain_name(one), plain_name(other)
    if not (first and second):
        return False
    return sound_of(one) == sound_of(other) or JaroWinkler.normalized_similarity(first, second) >= ALIKE


def possible_duplicates(asked: Asked, *, by: Account | Standing, most: int = MOST) -> list[Alike]:
    """The children who may be the one told of, the likeliest first, of those whom somebody may know of.

    An address that may not be disclosed is no reason: that would tell who lives there.
    """
    keys = dict.fromkeys([*_numbered(asked), *_at_home(asked)])
    known = not_hidden(by).filter(withdrawn_at__isnull=True)
    found = list(known.filter(pk__in=keys)) + list(known.filter(_worth_a_look(asked)).exclude(pk__in=keys))
    numbers, homes = set(_numbered(asked)), set(_at_home(asked))
    alike = [_compared(asked, child, child.pk in numbers, child.pk in homes) for child in found]
    return sorted(
        (each for each in alike if each is not None),
        key=lambda each: (-each.weight, each.child.family_name, each.child.pk),
    )[:most]


def sounding_alike(words: str, *, by: Account | Standing, most: int = MOST) -> list[Child]:
    """The children, of those whom somebody may know of, each word sounds like a name of; none for no words."""
    parts = [part for part in words.split() if plain_name(part)][:3]
    if not parts:
        return []
    first = Q()
    for part in parts:
        first &= Q(family_name__istartswith=part[0]) | Q(given_name__istartswith=part[0])
    known = not_hidden(by).filter(first, withdrawn_at__isnull=True)
    rows = known.order_by("family_name", "given_name", "pk").values_list("pk", "given_name", "family_name")
    keys = [
        key
        for key, given, family in rows.iterator()
        if all(any(sounds_like(part, name) for name in (*given.split(), family)) for part in parts)
    ][:most]
    found = known.in_bulk(keys)
    return [found[key] for key in keys]


def _worth_a_look(asked: Asked) -> Q:
    """Of all children, those whose names may be like it: of the same birth date, or with a first letter in common."""
    found = Q(pk__in=())
    if asked.born_on:
        found |= Q(born_on=asked.born_on)
    first, given = asked.family_name.strip()[:1], asked.given_name.strip()[:1]
    if first and given:
        found |= Q(family_name__istartswith=first, given_name__istartswith=given)
    elif first:
        found |= Q(family_name__istartswith=first, given_name="")
    return found


def _compared(asked: Asked, child: Child, same_number: bool, same_home: bool) -> Alike | None:
    given, family = (
        sounds_like(asked.given_name, child.given_name),
        sounds_like(asked.family_name, child.family_name),
    )
    reasons: list[tuple[int, str]] = []
    if same_number:
        reasons.append((100, "the same unique pupil number"))
    if given and family:
        same = plain_name(asked.given_name + asked.family_name) == plain_name(
            child.given_name + child.family_name
        )
        reasons.append((50, "the same name") if same else (40, "a name that sounds alike"))
    elif family or given:
        reasons.append((15, "the same family name" if family else "a given name that sounds alike"))
    if asked.born_on and child.born_on:
        reasons += _by_birth(asked.born_on, child.born_on)
    if asked.expected_on and child.expected_on and abs((asked.expected_on - child.expected_on).days) <= NEAR:
        reasons.append((30, "expected at the same time"))
    if same_home:
        reasons.append((25, "the same address"))
    weight = sum(worth for worth, _words in reasons)
    apart = (
        asked.born_on
        and child.born_on
        and abs((asked.born_on - child.born_on).days) > 400
        and not same_number
    )
    if weight < 40 or (apart and not (same_home and given)):
        return None
    return Alike(child, tuple(words for _worth, words in sorted(reasons, reverse=True)), weight)


def _by_birth(asked: date, known: date) -> Iterable[tuple[int, str]]:
    if asked == known:
        yield 40, "the same birth date"
    elif (asked.day, asked.month, asked.year) == (known.month, known.day, known.year):
        yield 30, "the birth date with day and month the other way round"
    elif abs((asked - known).days) <= NEAR:
        yield 15, "a birth date within a month"


def _numbered(asked: Asked) -> list[int]:
    if not asked.upn.strip():
        return []
    same = Identifier.unwithdrawn.filter(scheme__in=("upn", "former_upn"), value__iexact=asked.upn.strip())
    return list(same.values_list("child_id", flat=True))


def _at_home(asked: Asked) -> list[int]:
    """The children who live at a postcode, those left out whose address is withheld."""
    postcode = " ".join(asked.postcode.split())
    if len(postcode) < 5:
        return []
    homes = list(Address.unwithdrawn.filter(postcode__iexact=postcode, ended_on=None))
    withheld = shown_on_screens({home.child_id for home in homes}) if homes else {}
    return [
        home.child_id
        for home in homes
        if home.child_id not in withheld or not withheld[home.child_id].withholds_place(home)
    ]
