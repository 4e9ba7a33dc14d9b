"""What a person chose to see, from the address and back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from goldthread.practice.access import listed
from goldthread.practice.doors import open_record
from goldthread.practice.due import KEPT
from goldthread.practice.naming import names_of
from goldthread.practice.standing import Standing
from goldthread.practice.waiting import KINDS, WaitingFilters
from goldthread.practice.waiting.filters import STATUSES
from goldthread.record.models import Account, Allocation, Team, Worker


def read(query: QueryDict | MultiValueDict[str, str]) -> WaitingFilters:
    """The filters in an address. What no list understands is left out, so that an old bookmark still opens."""
    return WaitingFilters(
        kind=query.get("kind", "") if query.get("kind") in KINDS else "",
        team=_number(query.get("team")),
        worker=_number(query.get("worker")),
        duty=query.get("duty", "") if query.get("duty") in KEPT else "",
        status=query.get("status", "") if query.get("status") in STATUSES else "",
        family=_uuid(query.get("family")),
        disabled=query.get("disabled") == "yes",
    )


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 18 else None


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None


def choices(by: Account | Standing) -> dict[str, list[tuple[str, str]]]:
    """What each filter offers: value and words, the first meaning all. Workers are those of the children one may list."""
    held = Allocation.unwithdrawn.filter(listed(by), ended_on__isnull=True, worker__isnull=False)
    workers = Worker.unwithdrawn.filter(pk__in=held.values("worker_id")).order_by("family_name", "given_name")
    named = workers.values_list("pk", "family_name", "given_name", "registration")
    return {
        "team": [
            ("", "All teams"),
            *((str(team.pk), team.name) for team in Team.unwithdrawn.order_by("name")),
        ],
        "worker": [("", "All workers"), *((str(key), worker_name(*names)) for key, *names in named)],
        "duty": [("", "All duties"), *((name, clock.what) for name, clock in KEPT.items())],
        "status": [("", "All children"), *STATUSES.items()],
    }


def worker_name(family: str, given: str, registration: str) -> str:
    """The name as a list sorts it; the registration number where the source holds no name."""
    if family and given:
        return f"{family}, {given}"
    return family or given or f"Worker {registration}"


def chosen(
    filters: WaitingFilters, offered: dict[str, list[tuple[str, str]]], by: Any
) -> list[tuple[str, str]]:
    """The filters in use: what each says, and the name by which the address carries it. by: whoever is signed in.

    Raises RecordNotFound for the family of a child whom they cannot open.
    """
    values: dict[str, Any] = {
        "team": filters.team,
        "worker": filters.worker,
        "duty": filters.duty,
        "status": filters.status,
    }
    said = []
    for name, value in values.items():
        words = dict(offered[name]).get(str(value or ""), "") if value else ""
        if words:
            said.append((words, name))
    if filters.disabled:
        said.append(("Disabled children", "disabled"))
    if filters.family:
        child = open_record(filters.family, by=by, page="waiting: family")
        said.append((f"Family of {names_of([child])[child.pk]}", "family"))
    if filters.kind:
        said.append((KINDS[filters.kind].capitalize(), "kind"))
    return said
