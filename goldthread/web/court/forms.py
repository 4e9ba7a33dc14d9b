"""What the pages about care proceedings ask."""

from __future__ import annotations

import contextlib
from datetime import date
from typing import Any

from django import forms

from goldthread.practice.court import lacks_an_offer, open_proceeding
from goldthread.practice.moment import today
from goldthread.record.models import Child
from goldthread.rulebook.gates import GATES
from goldthread.web.access.forms import WhyField
from goldthread.web.design_system.fields import DateField, LongText
from goldthread.web.recording.page import RecordForm

EACH_THEIR_OWN = "Each has their own proceedings, clock and decision; you write this once."
ENDED_HOW = {
    "pre_proceedings_ended_on": "Pre-proceedings ended without an application",
    "withdrawn_on": "The application was withdrawn",
    "final_order_on": "The court made its final order",
}


def _not_after_today(form: RecordForm, name: str) -> None:
    day = form.fields[name]
    assert isinstance(day, DateField)
    day.not_after = today()


class LetterForm(RecordForm):
    """A letter before proceedings."""

    letter_on = DateField(called="the day of the letter", label="On which day was the letter sent?")
    rationale = WhyField(
        "Why is it sent?", "What is worrying, what was tried, and what has to change. The family may read it."
    )

    def prepare(self) -> None:
        """Not tomorrow; brothers and sisters of whom nothing stands open yet."""
        _not_after_today(self, "letter_on")
        self.ask_of_siblings("About which brothers and sisters was it sent too?", EACH_THEIR_OWN)

    def clean_siblings(self) -> list[Any]:
        """The children chosen."""
        return self.siblings_chosen()


class IssuedForm(RecordForm):
    """An application to the court."""

    issued_on = DateField(
        called="the day of the application", label="On which day was the application issued?"
    )
    rationale = WhyField(
        "Why is the court asked?", "What it rests on, and what else was considered. The family may read it."
    )

    def prepare(self) -> None:
        """Why the family was not offered its own meeting is asked only where a record that this is about holds no offer."""
        _not_after_today(self, "issued_on")
        self.ask_of_siblings("About which brothers and sisters too?", EACH_THEIR_OWN)
        day = self._day()
        if any(lacks_an_offer(open_proceeding(each), day) for each in (self.child, *self._ticked())):
            gate = GATES["family_meeting"]
            self.fields["not_offered_because"] = LongText(
                "Why was the family not offered a meeting to make its own plan?",
                f"{gate.rule}: {gate.source}, from {gate.since.day} {gate.since:%B %Y} ({gate.unconfirmed}) "
                "If it was offered, record the offer first.",
                rows=3,
            )
        self.order_fields(("issued_on", "rationale", "not_offered_because", "siblings"))

    def _day(self) -> date:
        """The day that was entered; today before one is."""
        with contextlib.suppress(forms.ValidationError):
            if self.is_bound and (day := self.fields["issued_on"].clean(self["issued_on"].data)):
                assert isinstance(day, date)
                return day
        return today()

    def _ticked(self) -> list[Child]:
        """The brothers and sisters who were ticked, before they are checked."""
        ticked = self["siblings"].data if self.is_bound and self.kin else []
        return [self.kin[key] for key in ticked if key in self.kin]

    def clean_siblings(self) -> list[Any]:
        """The children chosen."""
        return self.siblings_chosen()


class EndForm(RecordForm):
    """How pre-proceedings or proceedings ended."""

    rationale = LongText(
        "Why?",
        "Needed for what we decide; of a final order, what the court decided may be written here.",
        rows=4,
    )
    field_order = ("step", "on", "rationale")

    def prepare(self) -> None:
        """Only what can come next."""
        before_court = self.row.issued_on is None
        offered = {
            code: words
            for code, words in ENDED_HOW.items()
            if (code == "pre_proceedings_ended_on") is before_court
        }
        self.fields["step"] = forms.ChoiceField(
            label="How did it end?", choices=list(offered.items()), widget=forms.RadioSelect,
            error_messages={"required": "Choose how it ended"},
        )  # fmt: skip
        self.fields["on"] = DateField(called="the day", label="On which day?", not_after=today())
        self.order_fields(self.field_order)
