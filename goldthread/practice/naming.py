"""What people call a child on screen, and how old the child is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from goldthread.record.models import Child, Identifier
from goldthread.rulebook.calendar import add_years


def names_of(children: Iterable[Child]) -> dict[int, str]:
    """Each child's name by key; where the source holds no names, the authority's number for the child."""
    several = list(children)
    nameless = [child.pk for child in several if not (child.given_name or child.family_name)]
    numbers: dict[int, str] = {}
    if nameless:
        numbers = dict(
            Identifier.unwithdrawn.filter(child_id__in=nameless, scheme="la_child_id")
            .order_by("-pk")
            .values_list("child_id", "value")
        )
    return {
        child.pk: f"{child.given_name} {child.family_name}".strip()
        or f"Child {numbers.get(child.pk, 'without a number')}"
        for child in several
    }


def age_of(child: Child, on: date) -> int | None:
    """Completed years; None for an unborn child, or where the birth date is not recorded."""
    if child.born_on is None or child.born_on > on:
        return None
    years = on.year - child.born_on.year
    return years if add_years(child.born_on, years) <= on else years - 1


def age_words(child: Child, on: date) -> str:
    """ "6", "under 1", "unborn, expected 3 Jun 2026" or "age not recorded"."""
    age = age_of(child, on)
    if age is None:
        return "unborn" if child.expected_on else "age not recorded"
    return str(age) if age else "under 1"
