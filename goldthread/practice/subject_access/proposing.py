"""What may have to be left out, found in the record by itself; a person decides on each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from goldthread.practice.access import restrictions_in_force
from goldthread.practice.recording.corrections import WRONG
from goldthread.practice.subject_access.contents import CONTENT, Contents
from goldthread.practice.subject_access.gaps import Out, pattern_of
from goldthread.practice.subject_access.withheld import withheld_from
from goldthread.record.models import (
    AccessRequest,
    Child,
    Contact,
    Document,
    Person,
    Recorded,
    Referral,
    Relationship,
    model_of,
    table_of,
)

LEAST = 3
"""A name of fewer letters is looked for only as part of a whole name."""

SOMEBODY_PRIVATE = {"1A": "a relative or carer", "1B": "an acquaintance", "1D": "somebody private"}
"""Codes of who referred a child that speak of one private person."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that may be left out: on what ground, about whom, the words or entries, and why."""

    kind: str
    about: str
    words: tuple[str, ...]
    cells: tuple[str, ...]
    why: str


def proposals_for(request: AccessRequest, contents: Contents) -> list[Proposal]:
    """Everything that the record gives reason to leave out of what this request is given, of which something is in it."""
    child = contents.child
    texts = list(contents.texts())
    keys = {key for key, _ in texts} | {key.rpartition(":")[0] for key, _ in texts}
    found = [
        *_people(child, request.person),
        *_other_children(child),
        *_who_told_us(child),
        *_of_another_child(contents),
        *_documents(child),
        *_by_precaution(request),
    ]
    return [each for each in found if _stands_in(each, texts, keys)]


def _documents(child: Child) -> Iterator[Proposal]:
    for row in Document.objects.filter(child=child).order_by("pk"):
        day = f"{row.dated_on.day} {row.dated_on:%B} {row.dated_on.year}"
        yield Proposal(
            "third-party",
            f"What is in the document “{row.title}” of {day}",
            (),
            (f"documents:{row.pk}:{CONTENT}",),
            "Nothing can be taken out of a file by a machine. Somebody reads it, and gives it whole where all of it may be. "
            "Where only a part may be given, file a copy without the rest, read the record again, and give that copy.",
        )


def _stands_in(proposal: Proposal, texts: list[tuple[str, str]], keys: set[str]) -> bool:
    if keys & set(proposal.cells):
        return True
    pattern = pattern_of(proposal.words)
    return pattern is not None and any(pattern.search(text) for _, text in texts)


def never_told(child: Child) -> list[Out]:
    """What is left out whoever asks and is put before nobody: the names of kin whose records are restricted."""
    walled = restrictions_in_force().exclude(child=child).values("child_id")
    kin = _kin(child).filter(Q(other_child__in=walled) | Q(child__in=walled))
    names = [name for other in _others(child, kin) for name in names_to_find(other, child)]
    return [Out("other-child", tuple(names))] if names else []


def names_to_find(who: Child | Person, child: Child) -> tuple[str, ...]:
    """The names by which somebody may be spoken of in a child's record, but for names that are the child's own."""
    own = {part.casefold() for part in f"{child.given_name} {child.family_name}".split()}
    whole = f"{who.given_name} {who.family_name}".strip()
    parts = [*who.given_name.split(), who.family_name]
    single = [part for part in parts if len(part) >= LEAST and part.casefold() not in own]
    return tuple(dict.fromkeys([*([whole] if " " in whole else []), *single]))


BY_PRECAUTION = {
    "third-party": "Information about people with whom the child is said to be",
    "address": "An address that is not to be disclosed",
    "placement": "A placement that is hidden",
    "worker-safety": "A warning for the safety of workers",
}


def _by_precaution(request: AccessRequest) -> list[Proposal]:
    """What a precaution on the record keeps from who asks, one a ground.

    Its words are not among it: `withheld_from` looks for them when the copy is made, and no page shows them.
    """
    cells: dict[str, list[str]] = {}
    for each in withheld_from(request):
        cells.setdefault(each.kind, []).extend(each.cells)
    why = (
        "A precaution on the record says so. It is left out while the precaution stands, and that there is one is told to nobody "
        "outside."
    )
    return [
        Proposal(kind, BY_PRECAUTION[kind], (), tuple(found), why) for kind, found in cells.items() if found
    ]


def _people(child: Child, asks: Person | None) -> Iterator[Proposal]:
    kin = Relationship.unwithdrawn.filter(child=child, person__isnull=False).select_related("person")
    for row in kin.order_by("pk"):
        if asks is not None and row.person_id == asks.pk:
            continue
        what = row.kind.replace("-", " ")
        yield Proposal(
            "third-party",
            f"{row.person}, {what}",
            names_to_find(row.person, child),
            (),
            f"The name of somebody else, the {what if what != 'other' else 'other person'} in this record. Left in where they "
            "agreed, or where it is reasonable: a child who lived with them knows who they are.",
        )


def _kin(child: Child) -> QuerySet[Relationship]:
    return Relationship.unwithdrawn.filter(Q(child=child) | Q(other_child=child), other_child__isnull=False)


def _others(child: Child, kin: QuerySet[Relationship]) -> list[Child]:
    rows = kin.select_related("child", "other_child").order_by("pk")
    other = {}
    for row in rows:
        who = row.other_child if row.child_id == child.pk else row.child
        if who is not None:
            other[who.pk] = who
    return list(other.values())


def _other_children(child: Child) -> Iterator[Proposal]:
    walled = restrictions_in_force().values("child_id")
    open_to_see = (
        _kin(child)
        .exclude(Q(other_child__in=walled) & ~Q(other_child=child))
        .exclude(Q(child__in=walled) & ~Q(child=child))
    )
    for other in _others(child, open_to_see):
        yield Proposal(
            "other-child",
            f"{other}, another child",
            names_to_find(other, child),
            (),
            "The name of another child, whose own record is theirs to ask for.",
        )


def _who_told_us(child: Child) -> Iterator[Proposal]:
    rows: list[tuple[Recorded, str]] = [
        *(
            (row, "received_from")
            for row in Contact.objects.filter(child=child, received_from__in=SOMEBODY_PRIVATE)
        ),
        *(
            (row, "referred_by")
            for row in Referral.objects.filter(child=child, referred_by__in=SOMEBODY_PRIVATE)
        ),
    ]
    if rows:
        yield Proposal(
            "third-party",
            "Who told us: a private person",
            (),
            tuple(f"{table_of(row)}:{row.pk}:{column}" for row, column in rows),
            "Says that a private person, such as a neighbour, told the authority. They may have been promised that "
            "it stays private.",
        )


def _of_another_child(contents: Contents) -> Iterator[Proposal]:
    child, start = contents.child, WRONG["wrong-child"]
    cells: list[str] = []
    for name in contents.tables:
        if name != "children":
            rows = model_of(name).objects.filter(Q(child=child), withdrawn_because__startswith=start)
            cells += [f"{name}:{pk}" for pk in rows.order_by("pk").values_list("pk", flat=True)]
    if cells:
        yield Proposal(
            "other-child",
            "What was written on this record by mistake",
            (),
            tuple(cells),
            "It was taken back because it is about another child.",
        )
