"""Recording a decision: the question, the options, the answer, and why; who was told, and when to look at it again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse

from goldthread.practice.managing import is_manager
from goldthread.practice.moment import today
from goldthread.practice.rationales import ASK, is_thin
from goldthread.practice.supervising.deciding import KINDS, awaiting_review, make_decision
from goldthread.record.models import Decision
from goldthread.web.access.forms import WhyField
from goldthread.web.design_system.dates import day_words
from goldthread.web.design_system.fields import DateField
from goldthread.web.recording.many import Many
from goldthread.web.recording.page import At, Page, RecordForm, record
from goldthread.web.supervision.forms import DirectionForm, given_of

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
    options = forms.CharField(
        label="Which options did you consider?", max_length=5_000, widget=forms.Textarea(attrs={"rows": 3}), required=False,
        help_text="Each with what speaks for it and against it.",
    )  # fmt: skip
    answer = forms.CharField(
        label="The decision", max_length=1_000, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Enter what was decided"},
    )  # fmt: skip
    rationale = WhyField("Why?", "What it rests on, for this child. The child may one day read it.")
    decided_on = DateField(called="the day of the decision", label="When was it decided?")
    told = forms.CharField(
        label="Who was told?", max_length=1_000, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="The child, the family, the agencies; leave it empty where nobody was yet.",
    )  # fmt: skip
    told_on = DateField(called="the day they were told", label="When were they told?", required=False)
    review_on = DateField(
        called="the day to look at it again", label="When do you look at it again?", required=False,
        help_text="On that day it stands on your list and in supervision, until a decision follows it up.",
    )  # fmt: skip

    def prepare(self) -> None:
        """Nothing is decided tomorrow. Asked only where they matter: what it follows up, siblings, and a short reason."""
        for name in ("decided_on", "told_on"):
            day = self.fields[name]
            assert isinstance(day, DateField)
            day.not_after = today()
        waiting = awaiting_review(Decision.unwithdrawn.filter(child=self.child))
        self.waiting = {str(each.pk): each for each in waiting}
        if self.waiting:
            self.fields["follows_up"] = forms.ChoiceField(
                label="Does it follow up an earlier decision?", required=False,
                choices=[("", "No"), *((key, self._of(each)) for key, each in self.waiting.items())],
            )  # fmt: skip
        self.ask_of_siblings(
            "Who else is it decided for?", "Each gets the decision in their own record, with the same words."
        )
        if self.kin:
            self.fields["same"] = forms.BooleanField(
                label="I mean the same reason for brothers and sisters", required=False
            )
        if self.is_bound and is_thin(self.data.get("rationale", "")):
            self.fields["enough"] = forms.BooleanField(label="It says enough", required=False)

    def _of(self, row: Decision) -> str:
        return f"{day_words(row.decided_on)}: {self.knowing.words(row.question or row.answer)}"

    def clean(self) -> dict[str, Any]:
        """What was said. A thin reason is asked about once, and goes with a tick."""
        said = super().clean() or {}
        if "enough" in self.fields and not said.get("enough") and said.get("rationale"):
            self.add_error("rationale", ASK)
        said.pop("enough", None)
        said["follows_up"] = self.waiting.get(said.get("follows_up", ""))
        if self.kin and "siblings" in said:
            said["siblings"] = self.siblings_chosen()
        return said


def _known(at: At) -> dict[str, Any]:
    before = Decision.unwithdrawn.filter(child=at.child).select_related("decided_by")
    return {"decisions": before.order_by("-decided_on", "-pk")[:SHOWN]}


def _page(manages: bool) -> Page:
    directions = Many(
        DirectionForm,
        "What is to be done",
        "direction",
        "Only where something follows from it: who does it, and by when.",
    )
    return Page(
        name="child: decision",
        heading="Record a decision",
        form=DecisionForm,
        deed=make_decision,
        done="The decision is recorded.",
        template="recording/decide.jinja",
        many={"directions": directions} if manages else {},
        values=lambda at: {"decided_on": today()},
        known=_known,
        keywords=lambda said: {**said, "directions": given_of(said.get("directions", ()))},
    )


def decide(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record a decision about a child."""
    by: Any = request.user
    return record(request, public_id, page=_page(is_manager(by)))
