"""What the pages ask about meetings: core groups, reviews, and what a conference agreed."""

from __future__ import annotations

from typing import Any

from django import forms

from goldthread.practice.moment import today
from goldthread.practice.naming import names_of
from goldthread.practice.recording import Beside
from goldthread.record.models import Conference, Plan
from goldthread.web.design_system.dates import day_words
from goldthread.web.design_system.fields import LongText
from goldthread.web.plan.forms import PlanForm, a_day

PARTS = {
    "child": "The child", "parent": "A parent", "family": "Other family", "social-care": "Social care", "health": "Health",
    "education": "School or nursery", "police": "Police", "housing": "Housing", "other": "Somebody else",
}  # fmt: skip
OUTCOMES = {
    "goes-on": "The plan goes on", "changes": "The plan changes", "ends": "The plan can end", "steps-up": "More is needed",
}  # fmt: skip


class AttendeeForm(forms.Form):
    """Somebody asked to a meeting."""

    name = forms.CharField(label="Name", max_length=200, error_messages={"required": "Enter a name"})
    part = forms.ChoiceField(label="As what or for whom", choices=list(PARTS.items()))
    came = forms.ChoiceField(
        label="Came?", required=False, choices=[("yes", "Came"), ("no", "Did not come"), ("", "Not known")]
    )


class MeetingForm(PlanForm):
    """A core group."""

    held_on = a_day("the day of the meeting", "When did you meet?")
    child_views = LongText(
        "What did the child say?", "In their own words; or what they showed, and who asked them."
    )
    parent_views = LongText("What did each parent or carer say?", "In their own words, each by name.")
    changed = LongText("What has changed for the child since last time?", rows=3)
    next_on = a_day("the day of the next meeting", "When do you meet next?", required=False)

    def prepare(self) -> None:
        """Nobody has met tomorrow. Brothers and sisters with a plan of the same kind are offered."""
        self.fields["held_on"].not_after = today()  # type: ignore[attr-defined]
        kin = self.brothers_and_sisters()
        plans = Plan.unwithdrawn.filter(child__in=kin, kind=self.row.kind, ended_on=None).select_related(
            "child"
        )
        self.beside = {str(each.pk): each for each in plans.order_by("child_id", "pk")}
        if self.beside:
            names = names_of([each.child for each in self.beside.values()])
            self.fields["beside"] = forms.MultipleChoiceField(
                label="Who else was it about?", required=False, widget=forms.CheckboxSelectMultiple,
                choices=[(key, names[each.child_id]) for key, each in self.beside.items()],
                help_text="Each gets the meeting in their own record, and what was agreed in their own plan.",
            )  # fmt: skip
            for key, each in self.beside.items():
                self.fields[f"beside_{key}"] = LongText(
                    f"What did {names[each.child_id]} say?", "In their own words."
                )

    def clean(self) -> dict[str, Any]:
        """What was said, with the plans of brothers and sisters."""
        said = super().clean()
        views = {key: said.pop(f"beside_{key}", "") for key in self.beside}
        said["beside"] = [Beside(self.beside[key], views[key]) for key in said.get("beside", ())]
        return said


class ReviewForm(MeetingForm):
    """A review of a plan with the family."""

    outcome = forms.ChoiceField(
        label="What was decided?", choices=list(OUTCOMES.items()), widget=forms.RadioSelect,
        error_messages={"required": "Choose what was decided"},
    )  # fmt: skip


class ConferenceForm(PlanForm):
    """Which conference agreed what follows."""

    def prepare(self) -> None:
        """The conferences of this plan, or of the child from its day on."""
        held = Conference.unwithdrawn.filter(child=self.child, held_on__gte=self.row.began_on)
        self.conferences = {str(each.pk): each for each in held.order_by("-held_on", "-pk")}
        self.fields["conference"] = forms.ChoiceField(
            label="Which conference?",
            choices=[
                (key, f"{each.kind.replace('-', ' ').capitalize()}, {day_words(each.held_on)}")
                for key, each in self.conferences.items()
            ],
            error_messages={"required": "Record the conference first, then what it agreed"},
        )

    def clean_conference(self) -> Any:
        """The conference chosen."""
        return self.conferences[self.cleaned_data["conference"]]
