"""What the pages about the end of work with a child ask."""

from __future__ import annotations

from typing import Any

from django import forms

from goldthread.practice.closing import StillOpen, still_open
from goldthread.practice.moment import today
from goldthread.practice.reasons import SHORTEST
from goldthread.practice.recording import Became, ToldOfIt
from goldthread.rulebook.codes import code_set
from goldthread.web.access.forms import WhyField
from goldthread.web.design_system.fields import DateField, LongText
from goldthread.web.recording.page import RecordForm

BECOMES = (("done", "Done"), ("dropped", "Dropped"), ("handed-over", "Handed over"))
OF_A_DUTY = BECOMES[1:]  # one is done by recording what was done
HOWS = (
    ("in-person", "In person"),
    ("telephone", "By telephone"),
    ("letter", "By letter"),
    ("email", "By email"),
)


class EndForm(RecordForm):
    """The end of work with a child: the decision, what changed, and what becomes of each thing that is still open."""

    def prepare(self) -> None:
        """The same questions of each open thing, under names of its own."""
        self.open: list[StillOpen] = still_open(self.child, today())
        self.fields["closed_on"] = DateField(
            called="the day on which our work ends", label="When does our work end?", not_after=today()
        )
        reasons = code_set("cin_reason_for_closure")
        self.fields["because"] = forms.ChoiceField(
            label="Why, as the census counts it",
            choices=[("", "Choose"), *((each, reasons.label(each)) for each in reasons.codes())],
            error_messages={"required": "Choose why, as the census counts it"},
        )
        self.fields["rationale"] = WhyField(
            "Why can it end?",
            "What makes it safe enough, and what else was considered. The child may one day read it.",
        )
        self.fields["changed"] = WhyField(
            "What has changed for the child?", "Since our work began, as the child lives it."
        )
        self.fields["child_words"] = LongText(
            "What does the child say of it ending?", "In their own words. Empty if nobody could ask."
        )
        self.fields["family_words"] = LongText("What does the family say of it?")
        self.fields["step_down_to"] = forms.CharField(
            label="Who leads early help from now on?", max_length=200, required=False,
            help_text="Leave it empty where nobody does. Early help then begins on the same timeline.",
        )  # fmt: skip
        for each in self.open:
            self.fields[f"becomes-{each.key}"] = forms.ChoiceField(
                label="What becomes of it?", choices=OF_A_DUTY if each.kind == "duty" else BECOMES, widget=forms.RadioSelect,
                error_messages={"required": f"Say what becomes of it: {each.what}"},
            )  # fmt: skip
            self.fields[f"words-{each.key}"] = forms.CharField(
                label="Why it is dropped, or who takes it over", max_length=500, required=False
            )

    def clean(self) -> dict[str, Any]:
        """What is dropped says why, what is handed over says to whom."""
        said = super().clean() or {}
        for each in self.open:
            becomes, words = said.get(f"becomes-{each.key}"), (said.get(f"words-{each.key}") or "").strip()
            if becomes == "dropped" and len(words) < SHORTEST:
                self.add_error(f"words-{each.key}", f"Say in a sentence why this is dropped: {each.what}")
            elif becomes == "handed-over" and not words:
                self.add_error(f"words-{each.key}", f"Say who takes this over: {each.what}")
        return said

    def items(self) -> list[tuple[StillOpen, Any, Any]]:
        """Each open thing with its two questions."""
        return [(each, self[f"becomes-{each.key}"], self[f"words-{each.key}"]) for each in self.open]

    def others(self) -> list[Any]:
        """The questions about the decision itself."""
        return [self[name] for name in self.fields if not name.startswith(("becomes-", "words-"))]


class ToldForm(forms.Form):
    """Somebody who was told."""

    who = forms.CharField(label="Who", max_length=200, error_messages={"required": "Enter who was told"})
    told_on = DateField(called="the day on which they were told", label="When")
    how = forms.ChoiceField(
        label="How", choices=[("", "Choose"), *HOWS], error_messages={"required": "Choose how they were told"}
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        day = self.fields["told_on"]
        assert isinstance(day, DateField)
        day.not_after = today()


class StepUpForm(RecordForm):
    """Why early help is not enough."""

    def prepare(self) -> None:
        """When, and why."""
        self.fields["on"] = DateField(
            called="the day of the step up", label="When was it decided?", not_after=today()
        )
        self.fields["because"] = WhyField(
            "Why is early help not enough?",
            "What happened, and what the child needs that early help cannot give.",
        )


def deed_of(said: dict[str, Any]) -> dict[str, Any]:
    """The deed's keywords of what an `EndForm` and the people told say."""
    plain = {name: value for name, value in said.items() if not name.startswith(("becomes-", "words-"))}
    left = []
    for name, becomes in said.items():
        if name.startswith("becomes-"):
            key = name.removeprefix("becomes-")
            words = said.get(f"words-{key}", "")
            handed = becomes == "handed-over"
            left.append(Became(key, becomes, "" if handed else words, words if handed else ""))
    plain["told"] = [ToldOfIt(**each) for each in said["told"]]
    return {**plain, "left": left}
