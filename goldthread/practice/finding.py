"""Finding a child by what a person knows: a name, a number, or a birth date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from goldthread.practice.access import may_list, not_hidden
from goldthread.practice.standing import Standing, standing_of
from goldthread.record.models import Account, Child, Identifier, OtherName

BIRTH_DATE = re.compile(r"^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$")


def find_children(words: str, *, by: Account | Standing) -> QuerySet[Child]:
    """The children, of those whom somebody may list, whom the words fit, by family name; all where there are no words.

    words: parts of a name in any order, a number of any system from its start, or a birth date as 3/6/2019.
    """
    return _fitting(may_list(by), words)


def find_beyond(words: str, *, by: Account | Standing) -> QuerySet[Child]:
    """The children of the whole authority whom the words fit, restricted ones left out, for who may open one for a reason.

    None where there are no words, or for a role that opens nothing for a reason.
    """
    standing = by if isinstance(by, Standing) else standing_of(by)
    found = not_hidden(standing) if standing.role.asks and words.strip() else Child.objects.none()
    return _fitting(found, words)


def _fitting(children: QuerySet[Child], words: str) -> QuerySet[Child]:
    found = children.filter(withdrawn_at__isnull=True).order_by("family_name", "given_name", "pk")
    words = words.strip()
    if not words:
        return found
    born_on = _birth_date(words)
    if born_on is not None:
        return found.filter(born_on=born_on)
    named = Q()
    for part in words.split():
        other = OtherName.unwithdrawn.filter(Q(given_name__icontains=part) | Q(family_name__icontains=part))
        own = Q(given_name__icontains=part) | Q(family_name__icontains=part)
        named &= own | Q(pk__in=other.filter(person=None).values("child_id"))
    numbered = Identifier.unwithdrawn.filter(value__istartswith=words).values("child_id")
    return found.filter(named | Q(pk__in=numbered))


def children_numbered(public_ids: Iterable[UUID | str]) -> list[Child]:
    """The children of these public numbers, to be opened by ``list_records``; a number that no child has is left out."""
    return list(Child.objects.filter(public_id__in=[UUID(str(public_id)) for public_id in public_ids]))


def _birth_date(words: str) -> date | None:
    match = BIRTH_DATE.match(words)
    if not match:
        return None
    day, month, year = map(int, match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
