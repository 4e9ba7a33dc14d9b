"""Brothers and sisters: who may be recorded of in one go, each with a row of their own."""

from __future__ import annotations

from uuid import uuid4

from goldthread.practice.access import may_record, not_hidden
from goldthread.practice.standing import Standing, standing_of
from goldthread.record.models import Account, Child, Relationship

SIBLINGS = ("sibling", "half-sibling")
PARENTS = ("mother", "father", "step-parent")


def brothers_and_sisters(child: Child, *, by: Account | Standing) -> list[Child]:
    """The child's siblings, and the children of the same parents, of whom the account may write; the eldest first.

    Those of whom it may not write are left out, so that their number tells nothing.
    """
    standing = by if isinstance(by, Standing) else standing_of(by)
    found = siblings_of(child)
    theirs = may_record(standing, found) if found else set()
    return list(Child.unwithdrawn.filter(pk__in=theirs).order_by("born_on", "pk"))


def siblings_not_hidden(child: Child, *, by: Account | Standing) -> list[Child]:
    """The same, of whose existence the account may know, whether or not it may write of them."""
    return list(not_hidden(by).filter(pk__in=siblings_of(child), withdrawn_at=None).order_by("born_on", "pk"))


def siblings_of(child: Child) -> set[int]:
    """The keys of the children who are recorded as siblings, from either end, or who share a parent."""
    kin = Relationship.unwithdrawn
    named = kin.filter(child=child, kind__in=SIBLINGS, other_child__isnull=False)
    naming = kin.filter(other_child=child, kind__in=SIBLINGS)
    parents = kin.filter(child=child, kind__in=PARENTS, person__isnull=False).values("person_id")
    shared = kin.filter(person_id__in=parents, kind__in=PARENTS)
    return {
        *named.values_list("other_child_id", flat=True),
        *naming.values_list("child_id", flat=True),
        *shared.values_list("child_id", flat=True),
    } - {child.pk}


def new_together() -> str:
    """What ties the rows of one event about several children: the same on each."""
    return uuid4().hex
