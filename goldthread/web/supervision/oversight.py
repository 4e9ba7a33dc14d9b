"""The oversight of one child: supervisions, directions with what became of them, decisions with their day of review."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldthread.practice.access import may_record
from goldthread.practice.disclosure import on_screen
from goldthread.practice.doors import RecordNotFound, open_record, reader_of
from goldthread.practice.entries import entry_of
from goldthread.practice.managing import is_manager
from goldthread.practice.moment import now, today
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.overseeing import days_allowed, last_overseen
from goldthread.practice.standing import Standing, standing_of
from goldthread.practice.supervising.agenda import wanted_of
from goldthread.practice.supervising.deciding import KINDS, awaiting_review
from goldthread.practice.supervising.directions import Standing as StandingDirection
from goldthread.practice.supervising.directions import answer_direction, directions_of_many, give_direction
from goldthread.practice.supervising.discussing import (
    agree_amendment,
    ask_for_discussion,
    met,
    propose_amendment,
)
from goldthread.practice.supervising.line import sessions_seen
from goldthread.record.models import (
    Account,
    Child,
    Decision,
    DirectionAnswer,
    Supervision,
    SupervisionAmendment,
)
from goldthread.vocabulary import Fault
from goldthread.web.good_practice.parts import worked_in
from goldthread.web.recording.page import At, Page, record
from goldthread.web.supervision.forms import AmendForm, AnswerForm, AskForm, DirectionForm
from goldthread.web.supervision.sessions import said_of

NAME = "child: oversight"
MANAGER = "A manager gives directions. Ask yours, or ask for the child to be discussed in supervision."
ANSWERED = {"done": "Done", "still-right": "Still right", "withdrawn": "Withdrawn"}


class Line(NamedTuple):
    """Something that a manager did, in the order of time. kind: supervision or decision."""

    on: date
    kind: str
    row: Any
    directions: list[StandingDirection]


def oversight(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """All oversight of a child: what is open first, then everything in the order of time, the latest first."""
    account = reader_of(request.user)
    standing = standing_of(account)
    child = open_record(public_id, by=standing, page=NAME)
    directions = directions_of_many([child.pk]).get(child.pk, [])
    context = _about(child, account, standing) | {
        "overseen": last_overseen(child),
        "long": days_allowed(),
        "open": sorted((each for each in directions if each.state == "open"), key=lambda each: each.due_on),
        "to_review": list(
            awaiting_review(Decision.unwithdrawn.filter(child=child)).select_related("decided_by")
        ),
        "lines": _lines(child, directions),
        "alone": [
            each for each in directions if each.row.supervision_id is None and each.row.decision_id is None
        ],
        "asked": wanted_of(child),
        "answered": ANSWERED,
        "kinds": {**KINDS, "closure": "Whether our work ends"},
        "manages": is_manager(account),
    }
    return render(request, "supervision/oversight.jinja", context)


def _about(child: Child, account: Account, standing: Standing) -> dict[str, Any]:
    return {
        "as_at": now(),
        "child": child,
        "name": names_of([child])[child.pk],
        "age": age_words(child, today()),
        "knowing": on_screen(child, by=standing),
        "may": bool(may_record(standing, [child.pk])),
        "own": account.worker_id,
    }


def _lines(child: Child, directions: list[StandingDirection]) -> list[Line]:
    by_supervision: dict[int, list[StandingDirection]] = {}
    by_decision: dict[int, list[StandingDirection]] = {}
    for each in directions:
        if each.row.supervision_id is not None:
            by_supervision.setdefault(each.row.supervision_id, []).append(each)
        elif each.row.decision_id is not None:
            by_decision.setdefault(each.row.decision_id, []).append(each)
    talks = Supervision.unwithdrawn.filter(child=child).select_related("worker", "supervisor", "session")
    made = Decision.unwithdrawn.filter(child=child).select_related("decided_by", "signed_off_by")
    lines = [Line(each.held_on, "supervision", each, by_supervision.get(each.pk, [])) for each in talks]
    lines += [Line(each.decided_on, "decision", each, by_decision.get(each.pk, [])) for each in made]
    return sorted(lines, key=lambda each: (each.on, each.row.pk), reverse=True)


def _to_oversight(at: At, _result: Any) -> str:
    return reverse("oversight:page", args=[at.child.public_id])


ASK = Page(
    name="child: ask for supervision",
    heading="Ask to discuss this child in supervision",
    form=AskForm,
    deed=ask_for_discussion,
    done="It stands on the agenda of your next supervision.",
    button="Put it on the agenda",
    refuses=lambda at: (
        "" if at.by.worker_id is not None else "A worker asks for this, in their own supervision."
    ),
    then=_to_oversight,
)

DIRECT = Page(
    name="child: direction",
    heading="Direct what is to be done",
    form=DirectionForm,
    deed=give_direction,
    done="The direction is given.",
    button="Give the direction",
    refuses=lambda at: "" if is_manager(at.by) else MANAGER,
    then=_to_oversight,
)

AMEND = Page(
    name="child: amend supervision",
    heading="Add to what was written",
    form=AmendForm,
    deed=propose_amendment,
    done="It is proposed. It counts once the other of you agrees.",
    button="Propose it",
    table="supervisions",
    row_as="supervision",
    refuses=lambda at: "" if met(at.row, at.by) else "Those who met amend what was written of it.",
    then=lambda at, _row: reverse("oversight:supervision", args=[at.child.public_id, at.row.pk]),
    known=lambda at: {"row": at.row},
)


def ask(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Ask for a child to be discussed."""
    return record(request, public_id, page=ASK)


def direct(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Give a direction between supervisions."""
    return record(request, public_id, page=DIRECT)


def amend(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Propose an amendment to what was written of a child in supervision."""
    return record(request, public_id, page=AMEND, number=number)


def answer(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Say what became of a direction."""
    account = reader_of(request.user)
    form: Any = type("AnswerFormHere", (AnswerForm,), {"may_carry": is_manager(account)})
    page = Page(
        name="child: direction",
        heading="What became of this direction?",
        form=form,
        deed=answer_direction,
        done="It is recorded what became of it.",
        table="directions",
        row_as="direction",
        template="supervision/answer.jinja",
        known=lambda at: {"told": _answers(at)},
        then=_to_oversight,
    )
    return record(request, public_id, page=page, number=number)


def _answers(at: At) -> list[DirectionAnswer]:
    rows = DirectionAnswer.unwithdrawn.filter(direction=at.row).select_related("answered_by")
    return list(rows.order_by("answered_on", "pk"))


def supervision(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """What was written of a child in one supervision, with what was added to it."""
    account = reader_of(request.user)
    standing = standing_of(account)
    child = open_record(public_id, by=standing, page=NAME)
    row: Supervision = entry_of(child, "supervisions", number, on_screen(child, by=standing))
    directions = directions_of_many([child.pk]).get(child.pk, [])
    answers = DirectionAnswer.unwithdrawn.filter(supervision=row).select_related("direction").order_by("pk")
    session = row.session
    context = _about(child, account, standing) | {
        "row": row,
        "given": [each for each in directions if each.row.supervision_id == row.pk],
        "answers": list(answers),
        "answered": ANSWERED,
        "amendments": list(
            SupervisionAmendment.unwithdrawn.filter(supervision=row)
            .select_related("proposed_by", "agreed_by")
            .order_by("pk")
        ),
        **worked_in(child, row, records=bool(may_record(standing, [child.pk]))),
        "met": met(row, account),
        "session": session if session and sessions_seen(standing).filter(pk=session.pk).exists() else None,
        "ended": session is None or session.ended_on is not None,
    }
    return render(request, "supervision/supervision.jinja", context)


def agree(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Agree to an amendment."""
    account = reader_of(request.user)
    standing = standing_of(account)
    child = open_record(public_id, by=standing, page=NAME)
    row: SupervisionAmendment = entry_of(child, "supervision_amendments", number)
    if request.method == "POST":
        try:
            agree_amendment(amendment=row, by=account)
            messages.success(request, "You agreed: it stands beside what was written.")
        except RecordNotFound:
            raise
        except (ValidationError, Fault) as fault:
            messages.error(request, said_of(fault))
    return redirect("oversight:supervision", child.public_id, row.supervision_id)
