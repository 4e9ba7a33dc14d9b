"""The one way in which a page gets a request: through the door of the record that it asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from goldthread.practice.doors import NOBODY, RecordNotFound, open_record, reader_of
from goldthread.practice.moment import today
from goldthread.practice.naming import names_of
from goldthread.practice.retaining import needs_governance
from goldthread.practice.subject_access.requests import STATES, due_on, state_of
from goldthread.record.models import AccessRequest, Account, Child
from goldthread.rulebook.calendar import ENGLAND_AND_WALES
from goldthread.rulebook.subject_access import edition_on
from goldthread.web.design_system.dates import over_words

COLOURS = {
    "identity": "yellow", "to read": "orange", "deciding": "orange", "second look": "purple", "looked": "blue", "made": "blue",
}  # fmt: skip


def opened(
    request: HttpRequest,
    number: UUID,
    *,
    page: str,
    why: str = "",
    rows: Callable[[Child], int] | None = None,
) -> tuple[AccessRequest, Account]:
    """The request of that number, its child's record opened and the reading written down; and who reads.

    Raises RecordNotFound for whoever does not see to requests, and alike for a request that there is not.
    """
    reader = reader_of(request.user)
    needs_governance(reader)
    found = (
        AccessRequest.objects.filter(public_id=number)
        .select_related("child", "person", "looked_by__worker")
        .first()
    )
    child = open_record(found.child.public_id if found else NOBODY, by=reader, page=page, why=why, rows=rows)
    if found is None or found.child_id != child.pk:
        raise RecordNotFound
    return found, reader


def shown(found: AccessRequest) -> dict[str, Any]:
    """What every page about a request says of it."""
    state, due = state_of(found), due_on(found)
    over = ENGLAND_AND_WALES.working_days_between(due, today())
    return {
        "asked": found,
        "child": found.child,
        "name": names_of([found.child])[found.child_id],
        "state": state,
        "state_words": STATES[state],
        "colour": COLOURS.get(state),
        "due": due,
        "over": over_words(over) if found.is_open else "",
        "late": found.is_open and due < today(),
        "edition": edition_on(found.received_on),
    }
