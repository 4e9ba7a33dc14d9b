"""A manager looks at an assessment on the way, reads it, and authorises or returns it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from goldthread.practice.assessing import digest_of, sections_of, waiting_approval, why_not_authorise
from goldthread.practice.disclosure import on_screen
from goldthread.practice.doors import open_record, reader_of
from goldthread.practice.entries import entry_of
from goldthread.practice.managing import is_manager
from goldthread.practice.moment import today
from goldthread.practice.recording import (
    ask_authorisation,
    authorise_assessment,
    check_assessment,
    return_assessment,
)
from goldthread.vocabulary import Fault
from goldthread.web.access.forms import WhyField
from goldthread.web.assessment.about import about
from goldthread.web.assessment.writing import PAGE, page_of
from goldthread.web.design_system.fields import DateField
from goldthread.web.recording.page import At, Page, RecordForm, record

OUTCOMES = {
    "continue": "Go on as planned",
    "conclude": "Conclude it: enough is known",
    "widen": "Widen it: more must be found out",
}
OF = "comment_"


class CheckpointForm(RecordForm):
    """How an assessment goes on."""

    outcome = forms.ChoiceField(
        label="How does it go on?", choices=list(OUTCOMES.items()), widget=forms.RadioSelect,
        error_messages={"required": "Choose how it goes on"},
    )  # fmt: skip
    words = WhyField("What did you see, and what do you ask?", "The writer reads it beside the assessment.")
    held_on = DateField(called="the day you looked at it", label="When did you look at it?")

    def prepare(self) -> None:
        """Today, unless it is said otherwise."""
        self.fields["held_on"].initial = today()


class AuthoriseForm(RecordForm):
    """Authorising exactly what was read."""

    read = forms.CharField(widget=forms.HiddenInput, required=False)
    because = WhyField("Why do you authorise it?", "What convinced you, and what should happen next.")

    def prepare(self) -> None:
        """The digest of what stands on the page, which is sent back with the answer."""
        self.fields["read"].initial = digest_of(self.row)


class ReturnForm(RecordForm):
    """Returning it, with what is asked of its sections."""

    because = WhyField("Why do you return it?", "In a sentence. What is asked of a section goes beside it.")

    def prepare(self) -> None:
        """A comment for each section."""
        for each in sections_of(self.row):
            self.fields[OF + each.section.word] = forms.CharField(
                label=each.title, required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 2})
            )


def _not_theirs(at: At) -> str:
    if refused := why_not_authorise(at.row, at.by):
        return refused
    if at.row.authorised_on is not None:
        return "This assessment is authorised already."
    if waiting_approval(at.row) is None:
        return "Nobody has sent this assessment to be authorised. Its writer sends it when it is ready."
    return ""


CHECKPOINT = Page(
    name=PAGE,
    heading="Look at the assessment on the way",
    form=CheckpointForm,
    deed=check_assessment,
    done="Written down. The checkpoint is met.",
    table="assessments",
    row_as="assessment",
    template="assessment/step.jinja",
    known=lambda at: about(at.row),
    then=page_of,
    refuses=lambda at: "" if is_manager(at.by) else "A manager looks at it on the way. Ask yours.",
)

AUTHORISE = Page(
    name=PAGE,
    heading="Authorise the assessment",
    form=AuthoriseForm,
    deed=authorise_assessment,
    done="Authorised, as you read it.",
    button="Authorise exactly this",
    table="assessments",
    row_as="assessment",
    template="assessment/authorise.jinja",
    known=lambda at: about(at.row),
    keywords=lambda said: {**said, "authorised_on": today()},
    then=page_of,
    refuses=_not_theirs,
)

RETURN = Page(
    name=PAGE,
    heading="Return the assessment",
    form=ReturnForm,
    deed=return_assessment,
    done="Returned to its writer.",
    button="Return it",
    table="assessments",
    row_as="assessment",
    template="assessment/return.jinja",
    known=lambda at: about(at.row),
    keywords=lambda said: {
        "because": said["because"],
        "comments": {name.removeprefix(OF): words for name, words in said.items() if name.startswith(OF)},
    },
    then=page_of,
    refuses=_not_theirs,
)


def checkpoint(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Say how an assessment goes on."""
    return record(request, public_id, page=CHECKPOINT, number=number)


def authorise(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Read the whole of an assessment and authorise it."""
    return record(request, public_id, page=AUTHORISE, number=number)


def give_back(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Return an assessment with comments beside its sections."""
    return record(request, public_id, page=RETURN, number=number)


@require_POST
def ask(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Send an assessment to a manager."""
    account: Any = reader_of(request.user)
    child = open_record(public_id, by=account, page=PAGE)
    row = entry_of(child, "assessments", number, on_screen(child, by=account))
    try:
        ask_authorisation(assessment=row, by=account)
        messages.success(request, "Sent. A manager who did not write in it reads it next.")
    except ValidationError as fault:
        messages.error(request, " ".join(fault.messages))
    except Fault as fault:
        messages.error(request, str(fault))
    return redirect("assessment:page", public_id, number)
