"""The precautions in a child's record, as a page shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldthread.practice.disclosure import in_force
from goldthread.practice.moment import today
from goldthread.record.models import Child, HiddenPlacement, SafetyWarning, UndisclosedAddress

KINDS: dict[str, tuple[type[Any], str]] = {
    "warning": (SafetyWarning, "Safety warning"),
    "address": (UndisclosedAddress, "Address not to be disclosed"),
    "placement": (HiddenPlacement, "Placement hidden"),
}
"""What each kind is called in addresses, its table, and how a page says it; the most urgent first."""


@dataclass(frozen=True, slots=True)
class Precaution:
    """One precaution in words.

    title: what it is, and from or of whom. what: what it says. to_do: what it asks of whoever reads it.
    overdue: whether it should have been looked at again by today.
    """

    kind: str
    row: Any
    title: str
    what: str
    to_do: str
    overdue: bool

    @property
    def urgent(self) -> bool:
        return self.kind == "warning"


def precautions_of(child: Child) -> list[Precaution]:
    """What stands today, warnings first, the newest first."""
    return [
        _said(kind, row)
        for kind in KINDS
        for row in _with_names(kind, in_force(KINDS[kind][0]).filter(child=child))
    ]


def precautions_before(child: Child) -> list[Precaution]:
    """What stood before and has ended, the last to end first."""
    ended = [
        _said(kind, row)
        for kind, (model, _title) in KINDS.items()
        for row in _with_names(kind, model.unwithdrawn.filter(child=child, ended_on__lte=today()))
    ]
    return sorted(ended, key=lambda each: each.row.ended_on, reverse=True)


def precaution_of(child: Child, kind: str, number: int) -> Any:
    """The row of one precaution of a child that has not ended; None where there is none."""
    if kind not in KINDS:
        return None
    return in_force(KINDS[kind][0]).filter(child=child, pk=number).first()


def titles_of_many(children: Iterable[int]) -> dict[int, list[str]]:
    """What kinds stand in the records of several children, by child; in three queries."""
    keys = list(children)
    found: dict[int, list[str]] = {}
    for model, title in KINDS.values():
        for child in in_force(model).filter(child__in=keys).values_list("child_id", flat=True).distinct():
            found.setdefault(child, []).append(title)
    return found


def warned_of(children: Iterable[int]) -> frozenset[int]:
    """Those of the children in whose record a safety warning stands; in one query."""
    found = in_force(SafetyWarning).filter(child__in=list(children))
    return frozenset(found.values_list("child_id", flat=True))


def people_of(found: Iterable[Precaution]) -> dict[int, list[str]]:
    """What precautions say of each person, by person: for the family beside them."""
    people: dict[int, list[str]] = {}
    words = {"warning": "Safety warning", "placement": "Must not know the placement"}
    for each in found:
        person: int | None = getattr(each.row, "person_id", None)
        if person is not None and words[each.kind] not in people.get(person, []):
            people.setdefault(person, []).append(words[each.kind])
    return people


def _with_names(kind: str, rows: Any) -> Any:
    if kind != "address":
        rows = rows.select_related("person")
    return rows.select_related("recorded_by__worker").order_by("-began_on", "-pk")


def _said(kind: str, row: Any) -> Precaution:
    title = KINDS[kind][1]
    if kind == "warning":
        title, what, to_do = f"{title}: {row.person}" if row.person_id else title, row.what, row.what_to_do
    elif kind == "placement":
        title = f"{title} from {row.person}"
        every = "" if row.placement_id else " This holds for every placement, those to come too."
        what = row.why
        to_do = f"Tell {row.person} nothing of carers, address or school.{every}"
    else:
        where = "This address" if row.address_id else "Wherever the child lives"
        what, to_do = row.why, f"{where}: do not write it, say it or send it to anybody outside."
    return Precaution(kind, row, title, what, to_do, _overdue(row.review_on))


def _overdue(review_on: date | None) -> bool:
    return review_on is not None and review_on < today()
