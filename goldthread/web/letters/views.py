"""A letter is chosen, written from its template, recorded word for word, and made into paper."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.practice.access import may_record
from goldthread.practice.disclosure import may_know, on_screen
from goldthread.practice.doors import open_record, reader_of
from goldthread.practice.entries import entry_of
from goldthread.practice.letters import KINDS, document, offered
from goldthread.practice.moment import now, today
from goldthread.practice.naming import names_of
from goldthread.practice.recipients import OTHER, recipient_of, recipients_of
from goldthread.practice.recording import send_letter
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account, Child, Letter, Person
from goldthread.web.access.forms import WhyField
from goldthread.web.accounts.step_up import step_up
from goldthread.web.design_system.fields import DateField
from goldthread.web.missing.forms import words_of
from goldthread.web.recording.page import At, Page, RecordForm, record

PAPER = "A letter on paper"


class LetterForm(RecordForm):
    """To whom, what it says, and how it goes."""

    def prepare(self) -> None:
        """The family is offered by name; somebody else is written."""
        self.fields["to"] = forms.ChoiceField(
            label="To whom?", choices=[("", "Choose"), *recipients_of(self.child)],
            help_text="What they may not know of where the child is, is taken out of the words.",
            error_messages={"required": "Choose to whom it is sent"},
        )  # fmt: skip
        self.fields["to_name"] = forms.CharField(
            label="Their name, as it stands in the letter", max_length=200, required=False,
            help_text="Only for somebody else, or where the family calls them otherwise.",
        )  # fmt: skip
        self.fields["words"] = WhyField("What does it say?", "Fill in what stands as three dots.")
        self.fields["words"].widget.attrs["rows"] = 16
        self.fields["sent_on"] = DateField(called="the day", label="When is it sent?", not_after=today())
        self.fields["how"] = forms.ChoiceField(
            label="How?", choices=words_of(Letter, "how"), widget=forms.RadioSelect,
            error_messages={"required": "Choose how it is sent"},
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Somebody else has a name; nothing is sent with gaps."""
        said = super().clean() or {}
        if said.get("to") == OTHER and not (said.get("to_name") or "").strip():
            self.add_error("to_name", "Enter their name")
        if "..." in (said.get("words") or ""):
            self.add_error("words", "Fill in what stands as three dots, or take it out")
        return said


def _send(*, child: Child, by: Account, kind: str, to: str, to_name: str, words: str, **said: Any) -> Letter:
    """The recipient as the record knows them."""
    recipient, _words = recipient_of(child, to)
    person = recipient if isinstance(recipient, Person) else None
    name = to_name.strip() or (str(person) if person else names_of([child])[child.pk])
    return send_letter(
        child=child, by=by, kind=kind, to_name=name, words=words, person=person, to_child=isinstance(recipient, Child), **said
    )  # fmt: skip


def choose(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The letters that can be written, and those that were sent."""
    reader = standing_of(reader_of(request.user))
    child = open_record(public_id, by=reader, page="child: letters")
    context = {
        "as_at": now(),
        "child": child,
        "name": names_of([child])[child.pk],
        "kinds": KINDS,
        "sent": Letter.unwithdrawn.filter(child=child).order_by("-sent_on", "-pk"),
        "records": bool(may_record(reader, [child.pk])),
    }
    return render(request, "letters/choose.jinja", context)


def write(request: HttpRequest, public_id: UUID, kind: str) -> HttpResponse:
    """Write a letter from its template."""
    if kind not in KINDS:
        raise Http404
    page = Page(
        name="child: letter", heading=KINDS[kind], form=LetterForm, deed=_send,
        done="The letter is recorded, word for word. Print it now.",
        button="Record and print it", template="letters/write.jinja",
        values=lambda at: {"words": offered(at.child, kind), "sent_on": today()},
        known=lambda at: {"sent": Letter.unwithdrawn.filter(child=at.child, kind=kind).order_by("-sent_on", "-pk")[:5]},
        keywords=lambda said: {**said, "kind": kind},
        then=_to_letter,
    )  # fmt: skip
    return record(request, public_id, page=page)


def _to_letter(at: At, row: Any) -> str:
    if row is None:
        return reverse("letters:choose", args=[at.child.public_id])
    return reverse("letters:letter", args=[at.child.public_id, row.pk])


def letter(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """A letter as it was sent."""
    reader = standing_of(reader_of(request.user))
    child = open_record(public_id, by=reader, page="child: letter")
    knowing = on_screen(child, by=reader)
    row = entry_of(child, "letters", number, knowing)
    context = {
        "as_at": now(), "child": child, "name": names_of([child])[child.pk], "row": row, "title": KINDS[row.kind],
        "paragraphs": knowing.words(row.words).replace("\r\n", "\n").split("\n\n"),
    }  # fmt: skip
    return render(request, "letters/letter.jinja", context)


@step_up
def pdf(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """The letter on paper, without what whoever it is for may not know today."""
    reader = standing_of(reader_of(request.user))
    child = open_record(public_id, by=reader, page="child: letter on paper", why=PAPER, rows=lambda _child: 1)
    row: Letter = entry_of(child, "letters", number)
    knowing = may_know(row.person or (child if row.to_child else None), child)
    row.words = knowing.words(row.words)
    answer = HttpResponse(document(row), content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="letter.pdf"'
    return answer
