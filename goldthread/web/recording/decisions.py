"""Recording a decision: the question, the answer, and why."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse

from goldthread.practice.moment import today
from goldthread.practice.recording import record_decision
from goldthread.record.models import Decision
from goldthread.web.access.forms import WhyField
from goldthread.web.design_system.fields import DateField
from goldthread.web.recording.page import At, Page, RecordForm, record

KINDS = {
    "threshold": "Whether the threshold is met",
    "enquiry": "Whether to begin an enquiry",
    "conference": "Whether to hold a conference",
    "proceedings": "Whether to ask the court",
    "placement": "Where the child is to live",
    "missing": "What to do about going missing",
    "step-down": "Whether to step down",
    "other": "Something else",
}
"""A decision to close is made where the record is closed."""
SHOWN = 5


class DecisionForm(RecordForm):
    """A decision."""

    kind = forms.ChoiceField(
        label="What is decided?", choices=[("", "Choose"), *KINDS.items()],
        error_messages={"required": "Choose what is decided"},
    )  # fmt: skip
    question = forms.CharField(
        label="The question", max_length=1_000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="As you would put it to somebody who was not there.",
        error_messages={"required": "Enter the question"},
    )  # fmt: skip
    answer = forms.CharField(
        label="The decision", max_length=1_000, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Enter what was decided"},
    )  # fmt: skip
    rationale = WhyField(
        "Why?", "What it rests on, and what else was considered. The child may one day read it."
    )
    decided_on = DateField(called="the day of the decision", label="When was it decided?")

    def prepare(self) -> None:
        """Nothing is decided tomorrow."""
        day = self.fields["decided_on"]
        assert isinstance(day, DateField)
        day.not_after = today()


def _known(at: At) -> dict[str, Any]:
    before = Decision.unwithdrawn.filter(child=at.child).select_related("decided_by")
    return {"decisions": before.order_by("-decided_on", "-pk")[:SHOWN]}


DECIDE = Page(
    name="child: decision",
    heading="Record a decision",
    form=DecisionForm,
    deed=record_decision,
    done="The decision is recorded.",
    template="recording/decide.jinja",
    values=lambda at: {"decided_on": today()},
    known=_known,
)


def decide(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record a decision about a child."""
    return record(request, public_id, page=DECIDE)
