"""To whom something that leaves the authority is sent, as a form offers them and as an address names them."""

from __future__ import annotations

from goldthread.practice.naming import names_of
from goldthread.record.models import Child, Person, Relationship

CHILD, OTHER = "child", "other"


def recipients_of(child: Child) -> list[tuple[str, str]]:
    """Whoever may ask about a child: the child, each adult of the family, somebody else. By code, with their names."""
    people = Relationship.unwithdrawn.filter(child=child, person__isnull=False).select_related("person")
    adults = {
        f"person-{row.person_id}": f"{row.person}, {row.kind.replace('-', ' ')}"
        for row in people.order_by("pk")
    }
    return [(CHILD, names_of([child])[child.pk]), *adults.items(), (OTHER, "Somebody else")]


def recipient_of(child: Child, code: str) -> tuple[Person | Child | None, str]:
    """Who a code names, as `disclosure.may_know` takes them, and in words. Whom it does not name may know the least."""
    if code == CHILD:
        return child, "the child"
    kind, _, number = code.partition("-")
    if kind == "person" and number.isdecimal() and len(number) < 18:
        of_family = Person.objects.filter(
            relationships__child=child, relationships__withdrawn_at__isnull=True
        )
        if (person := of_family.filter(pk=int(number)).first()) is not None:
            return person, "somebody of the family"
    return None, "somebody who is not in the record"
