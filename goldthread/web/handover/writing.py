"""Finishing a handover, confirming that it is read, writing what is understood, and telling the child."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from goldthread.practice.handing_over.before import finished_for, is_own, last_held_any, outgoing_of
from goldthread.practice.handing_over.drafts import SECTIONS, draft_of
from goldthread.practice.moment import today
from goldthread.practice.recording import (
    confirm_handover_read,
    finish_handover,
    tell_child_of_change,
    understand_handover,
)
from goldthread.practice.standing import in_force
from goldthread.record.models import Post, Worker
from goldthread.web.access.forms import WhyField
from goldthread.web.design_system.fields import DateField, LongText
from goldthread.web.recording.page import At, Page, RecordForm, record

NOBODY = "No worker has held this child, so there is nothing to hand over."
NOT_YOURS = (
    "The worker who held the child finishes the handover. Where they are gone, a manager does. Ask yours."
)
NOT_RECEIVING = "The worker who takes the child over says that they have read it, and what they understand."
HOW = {
    "visit": "On a visit",
    "telephone": "On the telephone",
    "video": "On a video call",
    "letter": "In a letter or a card",
    "by-somebody-else": "By somebody whom the child knows",
    "too-young": "Too young to be told: those who care for the child were",
}


class FinishForm(RecordForm):
    """The sections of a handover; why it is not the outgoing worker who finishes it."""

    def prepare(self) -> None:
        """Everything is drafted; what is asked is to put it right."""
        self.fields["story"] = LongText(
            SECTIONS["story"], "For somebody who never met the child. Put right what the record drafts.",
            required="Tell the story so far", rows=9,
        )  # fmt: skip
        self.fields["worries"] = LongText(
            SECTIONS["worries"], "What may happen, and what would show it.", rows=5
        )
        self.fields["promises"] = LongText(
            SECTIONS["promises"], "What the child still waits for. Answered promises are left out.", rows=3
        )
        self.fields["due_soon"] = LongText(
            SECTIONS["due_soon"], "As it stands today; it stays as it stood.", rows=6
        )
        self.fields["who_matters"] = LongText(
            SECTIONS["who_matters"],
            "Who the child trusts, who must be asked, and how each is best reached.",
            rows=4,
        )
        if not is_own(self.by, outgoing_of(self.child)):
            self.fields["because"] = WhyField(
                "Why does the outgoing worker not finish it?", "It is written down with your name."
            )


def _draft(at: At) -> dict[str, str]:
    """What was finished and nobody has taken over yet; else what the record drafts."""
    held = last_held_any(at.child)
    finished = finished_for(held) if held else None
    if finished is not None:
        return {name: at.knowing.words(getattr(finished, name)) for name in SECTIONS}
    return draft_of(at.child, by=at.standing, knowing=at.knowing).as_values()


def _may_finish(at: At) -> str:
    worker = outgoing_of(at.child)
    if worker is None:
        return NOBODY
    return "" if is_own(at.by, worker) or at.standing.role.arranges else NOT_YOURS


def _to_handovers(at: At, _row: Any) -> str:
    return reverse("handover:child", args=[at.child.public_id])


FINISH = Page(
    name="child: handover",
    heading="Hand the child over",
    form=FinishForm,
    deed=finish_handover,
    done="The handover is finished. It goes with the child to the next worker.",
    button="Finish the handover",
    intro="Drafted from the record. Put it right where it is wrong, and add what only you know.",
    template="handover/write.jinja",
    values=_draft,
    known=lambda at: {"outgoing": outgoing_of(at.child)},
    refuses=_may_finish,
    then=_to_handovers,
)


def finish(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Finish a handover: whoever held the child, or a manager who says why not they."""
    return record(request, public_id, page=FINISH)


class ReadForm(RecordForm):
    """Nothing but the button."""


def _receives(at: At) -> str:
    if not is_own(at.by, at.row.to_worker_id):
        return NOT_RECEIVING
    return ""


def _may_read(at: At) -> str:
    if at.row.finished_on is None:
        return "The handover is not finished yet, so there is nothing to read."
    if at.row.read_on is not None:
        return "You said already that you have read it."
    return _receives(at)


def _of_row(at: At) -> dict[str, Any]:
    return {"handed": sections_of(at)}


def sections_of(at: At) -> list[tuple[str, str]]:
    """Each section of a handover with what it says; those that say nothing left out."""
    return [
        (label, at.knowing.words(getattr(at.row, name)))
        for name, label in SECTIONS.items()
        if getattr(at.row, name)
    ]


def _to_page(at: At, _row: Any) -> str:
    return reverse("handover:page", args=[at.child.public_id, at.row.pk])


READ = Page(
    name="child: handover read", heading="Have you read the handover?", form=ReadForm, deed=confirm_handover_read,
    done="It is recorded that you have read it. Write what you now understand within ten working days.",
    button="I have read it", table="handovers", row_as="handover", template="handover/read.jinja", known=_of_row,
    refuses=_may_read, then=_to_page,
)  # fmt: skip


def read(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Say that a handover is read."""
    return record(request, public_id, page=READ, number=number)


class UnderstandForm(RecordForm):
    """What the receiving worker now understands."""

    def prepare(self) -> None:
        """In their own words."""
        self.fields["understood"] = WhyField(
            "What do you now understand of this child?",
            "Who the child is, what life is like for them, what worries you, what you will do first. Do not copy.",
        )
        self.fields["understood"].widget.attrs["rows"] = 8


UNDERSTAND = Page(
    name="child: handover understood", heading="What you now understand", form=UnderstandForm, deed=understand_handover,
    done="It is written down what you understand of the child.", button="Write it", table="handovers",
    row_as="handover", template="handover/read.jinja", known=_of_row,
    values=lambda at: {"understood": at.row.understood}, refuses=_receives, then=_to_page,
)  # fmt: skip


def understand(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Write what the receiving worker now understands of the child."""
    return record(request, public_id, page=UNDERSTAND, number=number)


class TellForm(RecordForm):
    """By whom, when and how the child was told, and what the child said."""

    def prepare(self) -> None:
        """Either worker first, then anybody in post."""
        self.fields["told_on"] = DateField(
            called="the day", label="When was the child told?", not_after=today()
        )
        first = [each for each in (self.row.from_worker, self.row.to_worker) if each is not None]
        posts = Post.unwithdrawn.filter(in_force(today()), worker__isnull=False)
        others = Worker.unwithdrawn.filter(pk__in=posts.values("worker_id")).exclude(
            pk__in=[each.pk for each in first]
        )
        found = [*first, *others.order_by("family_name", "given_name", "pk")]
        self.workers = {str(each.pk): each for each in found}
        self.fields["told_by"] = forms.ChoiceField(
            label="Who told the child?", required=False,
            choices=[("", "Somebody who does not work for us"), *((key, str(each)) for key, each in self.workers.items())],
        )  # fmt: skip
        self.fields["told_how"] = forms.ChoiceField(
            label="How?", choices=list(HOW.items()), widget=forms.RadioSelect,
            error_messages={"required": "Choose how the child was told"},
        )  # fmt: skip
        self.fields["child_words"] = LongText("What did the child say of it?", "In their own words.")

    def clean_told_by(self) -> Worker | None:
        """The worker chosen; None for somebody else."""
        return self.workers.get(self.cleaned_data["told_by"])


TELL = Page(
    name="child: told of new worker", heading="The child is told of the new worker", form=TellForm, deed=tell_child_of_change,
    done="It is recorded how the child was told.", table="handovers", row_as="handover",
    template="handover/tell.jinja",
    values=lambda at: {
        "told_on": at.row.told_on or today(), "told_how": at.row.told_how or "", "child_words": at.row.child_words,
        "told_by": str(at.row.told_by_id or at.row.from_worker_id or ""),
    },
    then=_to_page,
)  # fmt: skip


def tell(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Record that the child was told that the worker changes."""
    return record(request, public_id, page=TELL, number=number)
