"""Information about people with whom a child is said to be: written by who hears it, read by who decides."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from goldthread.practice.managing import is_manager
from goldthread.practice.moment import today
from goldthread.practice.recording import keep_associate, let_go_of_associate, name_associate
from goldthread.record.models import Account, Associate
from goldthread.rulebook.retention import ASSOCIATES
from goldthread.web.missing.forms import GRADES, AssociateForm, LookAgainForm
from goldthread.web.recording.page import At, Page, record


def _look_again(
    *, associate: Associate, by: Account, answer: str, because: str, review_on: date | None
) -> Associate:
    if answer == LookAgainForm.LET_GO or review_on is None:
        return let_go_of_associate(associate=associate, by=by, because=because)
    return keep_associate(associate=associate, by=by, review_on=review_on, because=because)


def _then(at: At, result: Any) -> str:
    number = result.missing_episode_id if result else None
    if number is None:
        return reverse("child:page", args=[at.child.public_id])
    return reverse("missing:episode", args=[at.child.public_id, number])


def _graded(at: At) -> dict[str, Any]:
    return {
        "rule": ASSOCIATES,
        "grades": {name: GRADES[name][getattr(at.row, name)] for name in GRADES} if at.row else {},
    }


def _refuses(at: At) -> str:
    if at.row.let_go_on is not None:
        return "This information was let go: nothing of it is left."
    return "" if is_manager(at.by) else "A manager decides whether it is still needed. Ask yours."


NAME = Page(
    name="child: associate", heading="Somebody with whom the child is said to be", form=AssociateForm, deed=name_associate,
    done="It is recorded. You and those who decide can read it; nobody else does.", template="missing/associate.jinja",
    intro="Information about somebody, who may be a child, is weighed before it is used. It is kept apart from the timeline.",
    values=lambda at: {"told_on": today()}, known=_graded, then=_then,
)  # fmt: skip

LOOK_AGAIN = Page(
    name="child: associate looked at again", heading="Is this still needed?", form=LookAgainForm, deed=_look_again,
    done="It was looked at again.", table="associates", row_as="associate", template="missing/associate.jinja",
    known=_graded, then=_then, refuses=_refuses,
)  # fmt: skip


def name(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record what was told of somebody with whom the child is said to be."""
    return record(request, public_id, page=NAME)


def look_again(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Keep information about somebody for longer, or let it go."""
    return record(request, public_id, page=LOOK_AGAIN, number=number)
