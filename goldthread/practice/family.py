"""A child's family: who they are to the child, and which of them are children whom we know too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from goldthread.practice.access import not_hidden
from goldthread.practice.standing import Standing
from goldthread.record.models import Account, Child, Relationship

SEEN_FROM_THE_OTHER_END = {
    "sibling": "sibling",
    "half-sibling": "half sibling",
    "own-child": "parent",
    "mother": "own child",
    "father": "own child",
    "step-parent": "stepchild",
    "grandparent": "grandchild",
    "aunt-or-uncle": "niece or nephew",
    "carer": "cared for by this child",
}


@dataclass(frozen=True, slots=True)
class FamilyMember:
    """Somebody in a child's family. public_id: the number of their own record, where they are a child."""

    name: str
    what: str
    born_on: date | None
    parental_responsibility: bool | None
    public_id: UUID | None
    child_id: int | None
    person_id: int | None
    began_on: date | None
    ended_on: date | None
    source: str


def family_of(child: Child, *, by: Account | Standing) -> list[FamilyMember]:
    """Everybody related to a child, from either end and each once; those still related first.

    by: who is told. A child whose record is restricted is left out for whoever is not named.
    """
    known_to = not_hidden(by).values("pk")
    own = Relationship.unwithdrawn.filter(
        Q(other_child__isnull=True) | Q(other_child__in=known_to), child=child
    ).select_related("person", "other_child", "source")
    members = [
        _member(row.other_child or row.person, row.kind.replace("-", " "), row) for row in own.order_by("pk")
    ]
    known = {member.child_id for member in members}
    others = Relationship.unwithdrawn.filter(other_child=child, child__in=known_to).select_related(
        "child", "source"
    )
    for row in others.order_by("pk"):
        if row.child_id not in known:
            members.append(_member(row.child, SEEN_FROM_THE_OTHER_END.get(row.kind, "other"), row))
            known.add(row.child_id)
    return sorted(members, key=lambda member: (member.ended_on is not None, member.child_id is not None))


def _member(who: object, what: str, row: Relationship) -> FamilyMember:
    is_child = isinstance(who, Child)
    return FamilyMember(
        name=str(who),
        what=what,
        born_on=getattr(who, "born_on", None),
        parental_responsibility=row.parental_responsibility if not is_child else None,
        public_id=who.public_id if isinstance(who, Child) else None,
        child_id=who.pk if isinstance(who, Child) else None,
        person_id=row.person_id if not is_child else None,
        began_on=row.began_on,
        ended_on=row.ended_on,
        source=row.source.name if row.source else "Recorded here",
    )
