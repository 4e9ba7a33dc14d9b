"""What was promised to a child, and whether it was kept."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from goldthread.practice.moment import today
from goldthread.practice.recording import answer_promise, promise_to_child
from goldthread.record.models import Account, Child, Promise
from goldthread.web.design_system.fields import DateField, LongText
from goldthread.web.recording.page import At, Page, RecordForm, record

ANSWERS = {"kept": "It was kept", "not-kept": "It was not, or will not be"}


class PromiseForm(RecordForm):
    """What, when, and by which day."""

    def prepare(self) -> None:
        """Whoever writes it promised it."""
        self.fields["words"] = LongText(
            "What was promised to the child?", "In words that the child would use. Only what you can keep.",
            required="Say what was promised", rows=3, longest=1_000,
        )  # fmt: skip
        self.fields["made_on"] = DateField(called="the day", label="When was it promised?", not_after=today())
        self.fields["due_on"] = DateField(
            called="the day", label="By which day?", required=False, help_text="Empty where no day was said."
        )


def _promise(*, child: Child, by: Account, **said: Any) -> Promise:
    return promise_to_child(child=child, by=by, made_by=by.worker, **said)


def _to_handovers(at: At, _row: Any) -> str:
    return reverse("handover:child", args=[at.child.public_id]) + "#promises"


PROMISE = Page(
    name="child: promise", heading="A promise to the child", form=PromiseForm, deed=_promise,
    done="The promise is recorded. It goes along to whoever holds the child next.",
    values=lambda at: {"made_on": today()}, then=_to_handovers,
)  # fmt: skip


def make(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record a promise to the child."""
    return record(request, public_id, page=PROMISE)


class AnswerForm(RecordForm):
    """Whether it was kept."""

    def prepare(self) -> None:
        """Kept, or why not and what the child was told."""
        self.fields["answer"] = forms.ChoiceField(
            label="Was it kept?", choices=list(ANSWERS.items()), widget=forms.RadioSelect,
            error_messages={"required": "Say whether it was kept"},
        )  # fmt: skip
        self.fields["answered_on"] = DateField(called="the day", label="On which day?", not_after=today())
        self.fields["answer_words"] = LongText(
            "What was done? If it was not kept: why, and what was the child told?", rows=3
        )


ANSWER = Page(
    name="child: promise answered", heading="Was the promise kept?", form=AnswerForm, deed=answer_promise,
    done="It is recorded.", table="promises", row_as="promise", template="handover/answer.jinja",
    known=lambda at: {"promise": at.row, "words": at.knowing.words(at.row.words)}, then=_to_handovers,
    refuses=lambda at: "This promise is answered already." if at.row.answer else "",
    values=lambda at: {"answered_on": today()} if at.row.answered_on is None else {},
)  # fmt: skip


def answer(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Say whether a promise was kept."""
    return record(request, public_id, page=ANSWER, number=number)
