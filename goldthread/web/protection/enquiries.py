"""Enquiries under section 47: what was found out, and what a manager concludes from it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from goldthread.practice.deciding import MANAGER, manages
from goldthread.practice.lateness import long_words as length_words
from goldthread.practice.moment import now, today
from goldthread.practice.protecting import enquiry_to_confer_on
from goldthread.practice.recording import conclude_enquiry, record_enquiry
from goldthread.record.models import Conference
from goldthread.web.design_system.fields import YES_NO, DateField, LongText, TimeOfDay
from goldthread.web.protection.known import known_beside
from goldthread.web.protection.reading import read
from goldthread.web.recording.moments import joined, parts
from goldthread.web.recording.page import At, Page, RecordForm, record

TABLE = "enquiries"
OUTCOMES = {
    "conference": "A child protection conference is needed",
    "support": "Support without a conference",
    "no-further-action": "No further action",
}


class EnquiryForm(RecordForm):
    """What was found out in an enquiry."""

    seen = forms.ChoiceField(
        label="Was the child seen?", choices=[*YES_NO, ("unknown", "Not yet")], widget=forms.RadioSelect,
        error_messages={"required": "Say whether the child was seen"},
    )  # fmt: skip
    seen_on = DateField(called="the day the child was seen", label="On which day first?", required=False)
    seen_at = TimeOfDay("At what time?", required=False)
    seen_alone = forms.ChoiceField(
        label="Was the child seen alone?",
        choices=[*YES_NO, ("unknown", "Not recorded")],
        widget=forms.RadioSelect,
        required=False,
    )
    not_seen_because = LongText("If not seen, or not alone: why not?", rows=2)
    child_words = LongText(
        "What did the child say?", "In the child's own words, or what a child too young to speak showed."
    )
    findings = LongText("What was found?", "What is known, from whom, and what is not known.", rows=8)

    def prepare(self) -> None:
        """Nobody was seen tomorrow."""
        day = self.fields["seen_on"]
        assert isinstance(day, DateField)
        day.not_after = today()


class ConclusionForm(RecordForm):
    """What a manager concludes."""

    substantiated = forms.ChoiceField(
        label="Was the concern found to be so?", choices=YES_NO, widget=forms.RadioSelect,
        error_messages={"required": "Say whether it was found to be so"},
    )  # fmt: skip
    outcome = forms.ChoiceField(
        label="What should follow?", choices=list(OUTCOMES.items()), widget=forms.RadioSelect,
        error_messages={"required": "Choose what should follow"},
    )  # fmt: skip
    because = LongText("Why?", "The family and the agencies will ask.", required="Say why")
    concluded_on = DateField(called="the day of the conclusion", label="Concluded on")

    def prepare(self) -> None:
        """Nothing is concluded tomorrow."""
        day = self.fields["concluded_on"]
        assert isinstance(day, DateField)
        day.not_after = today()

    def clean_substantiated(self) -> bool:
        """As the record keeps it."""
        return bool(self.cleaned_data["substantiated"] == "yes")


def _page(at: At, _result: Any) -> str:
    return reverse("protection:enquiry", args=[at.child.public_id, at.row.pk])


def _stands(at: At) -> dict[str, Any]:
    names = ("seen", "seen_alone", "not_seen_because", "child_words", "findings")
    return {
        **{name: getattr(at.row, name) for name in names},
        **parts(at.row.seen_at, at.row.seen_on, "seen"),
    }


def _recorded(said: dict[str, Any]) -> dict[str, Any]:
    return {**said, "seen_at": joined(said["seen_on"], said["seen_at"])}


def _open(at: At) -> str:
    return "This enquiry is concluded." if at.row.concluded_on else ""


def _may_conclude(at: At) -> str:
    return _open(at) or ("" if manages(at.standing) else MANAGER)


def _told(at: At) -> dict[str, Any]:
    concern = at.row.strategy_discussion.concern_at if at.row.strategy_discussion else None
    return {
        **known_beside(at),
        "outcomes": OUTCOMES,
        "unseen_for": length_words(now() - concern) if concern and at.row.seen != "yes" else "",
    }


RECORD = Page(
    name="child: enquiry",
    heading="Record what the enquiry found out",
    form=EnquiryForm,
    deed=record_enquiry,
    done="What the enquiry found out is recorded.",
    table=TABLE,
    row_as="enquiry",
    template="protection/page.jinja",
    values=_stands,
    known=_told,
    keywords=_recorded,
    then=_page,
    refuses=_open,
)
CONCLUDE = Page(
    name="child: enquiry",
    heading="Conclude the enquiry",
    form=ConclusionForm,
    deed=conclude_enquiry,
    done="The enquiry is concluded.",
    button="Conclude it",
    table=TABLE,
    row_as="enquiry",
    template="protection/conclude.jinja",
    values=lambda at: {"concluded_on": today()},
    known=_told,
    then=_page,
    refuses=_may_conclude,
)


def write(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Record what an enquiry found out."""
    return record(request, public_id, page=RECORD, number=number)


def conclude(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Conclude an enquiry."""
    return record(request, public_id, page=CONCLUDE, number=number)


def enquiry(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """How an enquiry stands."""

    def told(at: At) -> dict[str, Any]:
        waiting = enquiry_to_confer_on(at.child)
        called = Conference.unwithdrawn.filter(enquiry=at.row).order_by("-pk").first()
        calls = (
            waiting is not None and waiting.pk == at.row.pk and at.row.conference_required and called is None
        )
        return {**_told(at), "manages": manages(at.standing), "calls": bool(calls), "called": called}

    return read(request, public_id, TABLE, number, "child: enquiry", "protection/enquiry.jinja", told)
