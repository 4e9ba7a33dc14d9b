"""A call or message from a child who waits for an answer, and the answer."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse

from goldthread.practice.moment import today
from goldthread.practice.recording import answer_child_message, take_child_message
from goldthread.web.design_system.fields import DateField, LongText
from goldthread.web.recording.page import Page, RecordForm, record

HOW = {
    "telephone": "By telephone",
    "text": "By text message",
    "email": "By e-mail",
    "letter": "By letter",
    "in-person": "In person",
    "by-somebody-else": "Through somebody else, such as a carer or a teacher",
}


class MessageForm(RecordForm):
    """What the child said, how and when."""

    def prepare(self) -> None:
        """Whoever writes it took it."""
        self.fields["words"] = LongText(
            "What did the child say or ask?", "In the child's own words.",
            required="Write what the child said or asked", rows=3, longest=2_000,
        )  # fmt: skip
        self.fields["how"] = forms.ChoiceField(
            label="How did it come?", choices=list(HOW.items()), widget=forms.RadioSelect,
            error_messages={"required": "Say how it came"},
        )  # fmt: skip
        self.fields["received_on"] = DateField(called="the day", label="When did it come?", not_after=today())


TAKE = Page(
    name="child: message", heading="A call or message from the child", form=MessageForm, deed=take_child_message,
    done="It waits for an answer, on the page of whoever holds the child, until somebody says that the child was answered.",
    intro="For a child who called or wrote and waits for an answer. A call that you answered at once is a note.",
    values=lambda at: {"received_on": today()},
)  # fmt: skip


def take(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record a call or message from the child."""
    return record(request, public_id, page=TAKE)


class AnswerForm(RecordForm):
    """When, and what the child was told."""

    def prepare(self) -> None:
        """Only an answer that reached the child."""
        self.fields["answered_on"] = DateField(
            called="the day", label="When was the child answered?", not_after=today()
        )
        self.fields["answer_words"] = LongText(
            "What was the child told, and what was done?", "A try that did not reach the child is no answer.",
            required="Write what the child was told", rows=3, longest=2_000,
        )  # fmt: skip


ANSWER = Page(
    name="child: message answered", heading="Answer the child", form=AnswerForm, deed=answer_child_message,
    done="It is recorded that the child was answered.", table="child_messages", row_as="message",
    template="letters/answer.jinja",
    known=lambda at: {"message": at.row, "words": at.knowing.words(at.row.words), "how": HOW[at.row.how]},
    refuses=lambda at: "The child was answered already." if at.row.answered_on else "",
    values=lambda at: {"answered_on": today()} if at.row.answered_on is None else {},
)  # fmt: skip


def answer(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Say when the child was answered."""
    return record(request, public_id, page=ANSWER, number=number)
