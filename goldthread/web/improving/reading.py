"""Who reads the improvement plan, and what in it an address names."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from goldthread.practice import improving
from goldthread.practice.doors import RecordNotFound, reader_of
from goldthread.record.models import Account, Improvement, ImprovementAction

STATES: dict[str, tuple[str, str | None]] = {
    "late": ("Late", "red"),
    "not moving": ("Measure not moving", "orange"),
    "nothing agreed": ("Nothing agreed", "orange"),
    "to close": ("To close", "blue"),
    "on its way": ("On its way", None),
    "closed": ("Closed", "grey"),
}
"""What something in the plan is, in the words and the colour of its tag."""
PAGES = (
    ("Improvement plan", "improving:list"),
    ("Inspections", "inspections:own"),
    ("Search what was asked for", "inspections:search"),
    ("Themes", "inspections:themes"),
    ("Self-evaluation", "improving:evaluation"),
)


def reader(request: HttpRequest) -> Account:
    """Whoever may read the plan. Raises RecordNotFound for anybody else."""
    account = reader_of(request.user)
    if not improving.may_read(account):
        raise RecordNotFound
    return account


def planner(request: HttpRequest) -> Account:
    """Whoever decides what is in it. Raises RecordNotFound for anybody else."""
    account = reader(request)
    if not improving.may_plan(account):
        raise RecordNotFound
    return account


def numbered(number: UUID) -> Improvement:
    """What has this number. Raises RecordNotFound where nothing has."""
    found = Improvement.objects.select_related("raised_by", "closed_by").filter(number=number).first()
    if found is None:
        raise RecordNotFound
    return found


def action_of(improvement: Improvement, key: int) -> ImprovementAction:
    """One of its actions. Raises RecordNotFound for another's."""
    found = improvement.actions.select_related("owner", "improvement").filter(pk=key).first()
    if found is None:
        raise RecordNotFound
    return found


def parts(current: str) -> list[tuple[str, str, bool]]:
    """The pages beside each other: the plan, what inspections said, and what is drafted from both."""
    return [(words, reverse(page), page == current) for words, page in PAGES]
