"""Finding a child by what a person knows: a name, a number, or a birth date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from goldthread.record.models import Child, Identifier

BIRTH_DATE = re.compile(r"^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$")


def find_children(words: str) -> QuerySet[Child]:
    """The children whom the words fit, by family name; all of them where there are no words.

    words: parts of a name in any order, a number of any system from its start, or a birth date as 3/6/2019.
    """
    found = Child.unwithdrawn.order_by("family_name", "given_name", "pk")
    words = words.strip()
    if not words:
        return found
    born_on = _birth_date(words)
    if born_on is not None:
        return found.filter(born_on=born_on)
    named = Q()
    for part in words.split():
        named &= Q(given_name__icontains=part) | Q(family_name__icontains=part)
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
