"""Family group decision-making: offered, answered, held with the family's own plan, and followed up."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.practice.access import may_record
from goldthread.practice.disclosure import on_screen
from goldthread.practice.doors import open_record, reader_of
from goldthread.practice.moment import now, today
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.recording import (
    answer_family_plan,
    follow_up_family_plan,
    hold_family_plan,
    offer_family_plan,
)
from goldthread.practice.standing import standing_of
from goldthread.record.models import FamilyMeeting, LeadPractitioner, Proceeding
from goldthread.rulebook.gates import GATES
from goldthread.web.design_system.fields import YES_NO, DateField
from goldthread.web.leading.leads import BASES, LEADS, open_help
from goldthread.web.recording.page import At, Page, RecordForm, record

LIST = "child: help and who leads it"


def _not_after_today(form: RecordForm, name: str) -> None:
    day = form.fields[name]
    assert isinstance(day, DateField)
    day.not_after = today()


class OfferForm(RecordForm):
    """When it was offered, and whether court is near."""

    offered_on = DateField(called="the day of the offer", label="When was it offered?")
    before_court = forms.BooleanField(label="Care proceedings are being thought of", required=False)

    def prepare(self) -> None:
        """Court is asked after only where proceedings are recorded."""
        _not_after_today(self, "offered_on")
        near = Proceeding.unwithdrawn.filter(child=self.child, final_order_on=None, withdrawn_on=None)
        self.near: Proceeding | None = near.order_by("-pk").first()
        if self.near is None:
            del self.fields["before_court"]

    def clean(self) -> dict[str, Any]:
        """The proceedings, where it was offered before them."""
        said = super().clean() or {}
        before_court = said.pop("before_court", False)
        return {**said, "proceeding": self.near if before_court else None}


class AnswerForm(RecordForm):
    """What the family answered."""

    accepted = forms.ChoiceField(
        label="Does the family accept?", choices=YES_NO, widget=forms.RadioSelect,
        error_messages={"required": "Choose what the family answered"},
    )  # fmt: skip
    answered_on = DateField(called="the day of the answer", label="When did it answer?")

    def prepare(self) -> None:
        """Not tomorrow."""
        _not_after_today(self, "answered_on")

    def clean(self) -> dict[str, Any]:
        """Yes or no as the record has it."""
        said = super().clean() or {}
        return {**said, "accepted": said.get("accepted") == "yes"}


class HeldForm(RecordForm):
    """Who came, and the family's own plan."""

    held_on = DateField(called="the day of the meeting", label="When did the family meet?")
    came = forms.CharField(
        label="Who came?", max_length=2_000, widget=forms.Textarea(attrs={"rows": 3}), error_messages={"required": "Say who came"}
    )  # fmt: skip
    family_plan = forms.CharField(
        label="What is the family's own plan?", max_length=20_000, widget=forms.Textarea(attrs={"rows": 7}),
        help_text="In the family's words: who does what for the child. Or that it made none.",
        error_messages={"required": "Write the family's plan, or that it made none"},
    )  # fmt: skip

    def prepare(self) -> None:
        """Not tomorrow."""
        _not_after_today(self, "held_on")


class FollowedForm(RecordForm):
    """What became of the plan."""

    followed_up_on = DateField(called="the day", label="When was it looked at?")
    followed_up = forms.CharField(
        label="What became of the family's plan?", max_length=20_000, widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Say what became of it"},
    )  # fmt: skip

    def prepare(self) -> None:
        """Not tomorrow."""
        _not_after_today(self, "followed_up_on")


def _to_the_list(at: At, _result: Any) -> str:
    return reverse("leading:list", args=[at.child.public_id])


def _said(at: At) -> dict[str, Any]:
    return {"meeting": at.row}


OFFER = Page(
    name="child: family's own plan",
    heading="Offer the family a meeting to make its own plan",
    form=OfferForm,
    deed=offer_family_plan,
    done="The offer is recorded.",
    values=lambda at: {"offered_on": today()},
    then=_to_the_list,
)


def _step(heading: str, form: type[RecordForm], deed: Any, done: str, day: str) -> Page:
    return Page(
        name="child: family's own plan", heading=heading, form=form, deed=deed, done=done, table="family_meetings",
        row_as="meeting", template="leading/meeting.jinja", values=lambda at: {day: today()}, known=_said,
        then=_to_the_list,
    )  # fmt: skip


STEPS = {
    "answer": _step(
        "What the family answered", AnswerForm, answer_family_plan, "The answer is recorded.", "answered_on"
    ),
    "held": _step("The family's own plan", HeldForm, hold_family_plan, "The family's plan is recorded.", "held_on"),
    "followed-up": _step(
        "What became of the family's plan", FollowedForm, follow_up_family_plan, "It is recorded what became of it.",
        "followed_up_on",
    ),
}  # fmt: skip
"""By the word in the address: what is recorded next of a meeting."""


def offer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record that a family was offered a meeting."""
    return record(request, public_id, page=OFFER)


def answer(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Record what it answered."""
    return record(request, public_id, page=STEPS["answer"], number=number)


def held(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Record that it met, and its plan."""
    return record(request, public_id, page=STEPS["held"], number=number)


def followed_up(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Record what became of its plan."""
    return record(request, public_id, page=STEPS["followed-up"], number=number)


def leading(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Who leads, on which basis the family is helped, and each meeting with what is next."""
    standing = standing_of(reader_of(request.user))
    child = open_record(public_id, by=standing, page=LIST)
    knowing = on_screen(child, by=standing)
    leads = (
        LeadPractitioner.unwithdrawn.filter(child=child)
        .select_related("worker")
        .order_by("ended_on", "-began_on", "-pk")
    )
    meetings = FamilyMeeting.unwithdrawn.filter(child=child).order_by("-offered_on", "-pk")
    context = {
        "as_at": now(),
        "child": child,
        "name": names_of([child])[child.pk],
        "age": age_words(child, today()),
        "knowing": knowing,
        "may": bool(may_record(standing, [child.pk])),
        "leads": leads,
        "words": LEADS,
        "meetings": meetings,
        "help": open_help(child.pk),
        "bases": BASES,
        "gate": GATES["family_meeting"],
    }
    return render(request, "leading/list.jinja", context)
