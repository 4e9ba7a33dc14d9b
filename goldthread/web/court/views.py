"""Care proceedings: a letter before them, their beginning, how they stand, and how they end."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from goldthread.practice.court import lacks_an_offer, open_proceeding
from goldthread.practice.managing import is_manager
from goldthread.practice.moment import today
from goldthread.practice.recording import (
    end_proceedings,
    issue_proceedings,
    send_letter_before_proceedings,
)
from goldthread.record.models import Decision, Due, FamilyMeeting, Plan, Proceeding
from goldthread.rulebook.clocks import CLOCKS
from goldthread.rulebook.gates import GATES
from goldthread.web.court.forms import EndForm, IssuedForm, LetterForm
from goldthread.web.protection.reading import read
from goldthread.web.recording.page import At, Page, record

NAME = "child: care proceedings"
TABLE = "proceedings"
MANAGER = "This is decided by a manager. Ask yours."


def _known(at: At) -> dict[str, Any]:
    rows = Proceeding.unwithdrawn.filter(child=at.child).order_by("-pk")
    decisions = Decision.unwithdrawn.filter(child=at.child, kind="proceedings").select_related("decided_by")
    return {
        "proceedings": [each for each in rows if at.row is None or each.pk != at.row.pk],
        "meetings": FamilyMeeting.unwithdrawn.filter(child=at.child).order_by("-offered_on", "-pk"),
        "plans": Plan.unwithdrawn.filter(child=at.child, ended_on=None).order_by("-began_on", "-pk"),
        "decisions": decisions.order_by("-decided_on", "-pk"),
        "gate": GATES["family_meeting"],
    }


def _page(at: At, result: Any) -> str:
    row = result if isinstance(result, Proceeding) else at.row or open_proceeding(at.child)
    if row is None:
        return reverse("child:page", args=[at.child.public_id])
    return reverse("court:proceeding", args=[at.child.public_id, row.pk])


def _may_send(at: At) -> str:
    if not is_manager(at.by):
        return MANAGER
    return "" if open_proceeding(at.child) is None else "Proceedings about this child stand open already."


def _may_issue(at: At) -> str:
    if not is_manager(at.by):
        return MANAGER
    row = open_proceeding(at.child)
    return "Care proceedings about this child were issued already." if row and row.issued_on else ""


def _ended(row: Proceeding) -> bool:
    return bool(
        row.final_order_on or row.withdrawn_on or (row.pre_proceedings_ended_on and not row.issued_on)
    )


def _may_end(at: At) -> str:
    if _ended(at.row):
        return "These proceedings have ended."
    return "" if at.row.issued_on or is_manager(at.by) else MANAGER


LETTER = Page(
    name=NAME,
    heading="Letter before proceedings",
    form=LetterForm,
    deed=send_letter_before_proceedings,
    done="The letter before proceedings is recorded, with the decision to send it.",
    button="Record the letter",
    intro="It tells the parents what has to change, and that the court will be asked if it does not.",
    template="court/record.jinja",
    values=lambda at: {"letter_on": today()},
    known=_known,
    then=_page,
    refuses=_may_send,
)
ISSUED = Page(
    name=NAME,
    heading="Proceedings begun",
    form=IssuedForm,
    deed=issue_proceedings,
    done="The application is recorded, with the decision to make it.",
    button="Record the application",
    template="court/record.jinja",
    values=lambda at: {"issued_on": today()},
    known=_known,
    then=_page,
    refuses=_may_issue,
)
END = Page(
    name=NAME,
    heading="How it ended",
    form=EndForm,
    deed=end_proceedings,
    done="It is recorded how it ended.",
    table=TABLE,
    row_as="proceeding",
    template="court/record.jinja",
    values=lambda at: {"on": today()},
    known=_known,
    then=_page,
    refuses=_may_end,
)


def letter(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record a letter before proceedings."""
    return record(request, public_id, page=LETTER)


def issued(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record that an application was issued."""
    return record(request, public_id, page=ISSUED)


def end(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Record how pre-proceedings or proceedings ended."""
    return record(request, public_id, page=END, number=number)


def proceeding(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """How proceedings stand: their days, what is due, and what was decided and why."""

    def told(at: At) -> dict[str, Any]:
        dues = Due.objects.filter(child=at.child, start_table=TABLE, start_row=at.row.pk).order_by(
            "due_on", "pk"
        )
        return {
            **_known(at), "dues": [(CLOCKS[each.clock].what, each) for each in dues], "ended": _ended(at.row),
            "manages": is_manager(at.by),
            "lacks_an_offer": bool(at.row.issued_on) and lacks_an_offer(at.row, at.row.issued_on),
        }  # fmt: skip

    return read(request, public_id, TABLE, number, NAME, "court/proceeding.jinja", told)
