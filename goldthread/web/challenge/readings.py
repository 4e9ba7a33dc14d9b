"""One decision or supervision that was dealt: reading it, saying what one thinks, and answering."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.practice.challenging.readings import (
    ANSWERS,
    WHY,
    answer_reading,
    may_answer,
    say_of_reading,
)
from goldthread.practice.disclosure import Knowing, on_screen
from goldthread.practice.doors import RecordNotFound, open_record, reader_of
from goldthread.practice.entries import entry_of, facts_of
from goldthread.practice.moment import now
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.standing import standing_of
from goldthread.record.models import Decision, Reading, Supervision, table_of
from goldthread.web.design_system.fields import LongText
from goldthread.web.recording.menu import address_of
from goldthread.web.recording.page import At, Page, RecordForm, record

PAGE = "child: second-line reading"
SHOWN = 3


class SayForm(RecordForm):
    """What a manager's manager says."""

    answer = forms.ChoiceField(
        label="What do you say of it?", choices=list(ANSWERS.items()), widget=forms.RadioSelect,
        error_messages={"required": "Choose what you say of it"},
    )  # fmt: skip
    words = LongText(
        "Your question or challenge, or what was good",
        "The manager answers a question or a challenge. Both stay on the child's record.",
    )


class ReplyForm(RecordForm):
    """What the manager answers."""

    reply = LongText(
        "Your answer", "It stays on the child's record beside what was asked.", required="Write your answer"
    )


def thing_of(reading: Reading) -> Decision | Supervision:
    """The decision or supervision that was dealt."""
    found = reading.decision or reading.supervision
    assert found is not None  # a constraint: one of the two
    return found


def _known(at: At) -> dict[str, Any]:
    thing = thing_of(at.row)
    earlier = type(thing).unwithdrawn.filter(child=at.child).exclude(pk=thing.pk)
    day = "decided_on" if isinstance(thing, Decision) else "held_on"
    before = [
        (getattr(each, day), facts_of(each, at.knowing), address_of(at.child, table_of(each), each.pk))
        for each in earlier.filter(**{f"{day}__lte": getattr(thing, day)}).order_by(f"-{day}", "-pk")[:SHOWN]
    ]
    return {**_about(at.row, at.knowing), "before": before}


def _about(reading: Reading, knowing: Knowing) -> dict[str, Any]:
    thing = thing_of(reading)
    return {
        "reading": reading,
        "facts": facts_of(thing, knowing),
        "what": "Supervision"
        if isinstance(thing, Supervision)
        else f"Decision: {reading.kind.replace('-', ' ')}",
        "thing_href": address_of(reading.child, table_of(thing), thing.pk),
        "answers": ANSWERS,
        "said": knowing.words(reading.words),
        "replied": knowing.words(reading.reply),
    }


def _to_the_deal(at: At, _result: Any) -> str:
    return reverse("quality:deal")


def _not_the_reader(at: At) -> str:
    if at.by.worker_id is None or at.row.deal.reader_id != at.by.worker_id:
        return "This was dealt to somebody else to read."
    return "You said what you think of this. It stays as it was said." if at.row.read_on else ""


def _not_the_manager(at: At) -> str:
    if at.row.replied_on is not None:
        return "This was answered. It stays as it was said."
    if at.row.answer not in ("ask", "challenge") or not may_answer(at.standing, at.row):
        return "The manager whose decision or supervision it is answers this."
    return ""


READ = Page(
    name=PAGE, heading="Read what a manager decided", form=SayForm, deed=say_of_reading, done="It is recorded what you say.",
    table="readings", row_as="reading", template="challenge/read.jinja", known=_known, then=_to_the_deal,
    refuses=_not_the_reader, why=WHY,
)  # fmt: skip
ANSWER = Page(
    name="child: answer to second-line reading", heading="Answer what was asked of your decision", form=ReplyForm,
    deed=answer_reading, done="Your answer is recorded.", table="readings", row_as="reading", template="challenge/answer.jinja",
    known=_known, then=_to_the_deal, refuses=_not_the_manager, button="Answer",
)  # fmt: skip


def read(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Read one that was dealt, and say what one thinks of it."""
    return record(request, public_id, page=READ, number=number)


def answer(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Answer a question or a challenge."""
    return record(request, public_id, page=ANSWER, number=number)


def reading(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """What was read, what was said of it and answered: on the child's record, for everybody to whom it is open."""
    standing = standing_of(reader_of(request.user))
    child = open_record(public_id, by=standing, page=PAGE)
    knowing = on_screen(child, by=standing)
    row = entry_of(child, "readings", number, knowing)
    worker = standing.works[0].worker if standing.works else None
    if row.read_on is None and worker != row.deal.reader_id:
        raise RecordNotFound
    context = {
        "as_at": now(),
        "child": child,
        "name": names_of([child])[child.pk],
        "age": age_words(child, standing.day),
        "may_answer": row.answer in ("ask", "challenge")
        and row.replied_on is None
        and may_answer(standing, row),
        "is_reader": worker is not None and worker == row.deal.reader_id,
        **_about(row, knowing),
    }
    return render(request, "challenge/reading.jinja", context)
