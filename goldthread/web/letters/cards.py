"""The card by which a child reaches their worker: given, and printed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.practice.doors import open_record, reader_of
from goldthread.practice.entries import entry_of
from goldthread.practice.holding import holder_of_many
from goldthread.practice.moment import now, today
from goldthread.practice.naming import names_of
from goldthread.practice.recording import give_contact_card
from goldthread.practice.standing import standing_of
from goldthread.record.models import ContactCard, Worker
from goldthread.web.design_system.fields import DateField, LongText, ShortText
from goldthread.web.recording.page import At, Page, RecordForm, record


class CardForm(RecordForm):
    """What the card says."""

    def prepare(self) -> None:
        """What stood on the last card stands here too."""
        self.fields["telephone"] = forms.CharField(
            label="On which number can the child ring or text?",
            max_length=60,
            error_messages={"required": "Enter the number"},
        )
        self.fields["reached"] = ShortText("When is somebody there, and who answers when the worker is away?")
        self.fields["next_on"] = DateField(
            called="the day", label="When does the worker come next?", required=False
        )
        self.fields["advocate"] = LongText("Who can speak up for the child, and how to reach them?", rows=2)
        self.fields["complaint"] = LongText("How can the child say that something is wrong?", rows=2)
        self.fields["given_on"] = DateField(
            called="the day", label="When was it given to the child?", not_after=today()
        )


def _worker(at: At) -> Worker | None:
    number = holder_of_many([at.child.pk], today())[at.child.pk].worker_id
    return Worker.unwithdrawn.filter(pk=number).first() if number else None


def _values(at: At) -> dict[str, Any]:
    last = ContactCard.unwithdrawn.filter(child=at.child).order_by("-given_on", "-pk").first()
    same = (
        {name: getattr(last, name) for name in ("telephone", "reached", "advocate", "complaint")}
        if last
        else {}
    )
    return {**same, "given_on": today()}


def _to_card(at: At, row: Any) -> str:
    if row is None:
        return reverse("child:page", args=[at.child.public_id])
    return reverse("letters:card", args=[at.child.public_id, row.pk])


def give(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Give a child the card of whoever holds them."""

    def give_card(*, child: Any, by: Any, **said: Any) -> ContactCard:
        number = holder_of_many([child.pk], today())[child.pk].worker_id
        return give_contact_card(child=child, by=by, worker=Worker.unwithdrawn.get(pk=number), **said)

    page = Page(
        name="child: contact card", heading="A contact card for the child", form=CardForm, deed=give_card,
        done="The card is ready to be printed and given.", button="Make the card", values=_values,
        intro="So that the child knows who their worker is, how to reach them, and who else they can turn to.",
        then=_to_card,
        refuses=lambda at: "" if _worker(at) else "No worker holds this child: there is nobody whose card it could be.",
    )  # fmt: skip
    return record(request, public_id, page=page)


def card(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """A card as it is printed: nothing on it but what the child needs."""
    reader = standing_of(reader_of(request.user))
    child = open_record(public_id, by=reader, page="child: contact card")
    row = entry_of(child, "contact_cards", number)
    context = {"as_at": now(), "child": child, "name": names_of([child])[child.pk], "row": row}
    return render(request, "letters/card.jinja", context)
