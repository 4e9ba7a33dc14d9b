"""What the pages ask that end a plan or step it up or down, and those in which the family's words are chosen."""

from __future__ import annotations

from typing import Any

from django import forms

from goldthread.practice.moment import today
from goldthread.practice.reasons import SAY_WHY, SHORTEST
from goldthread.practice.recording import Left
from goldthread.record.models import Action, Goal, Plan, Worry
from goldthread.rulebook.asking import reading_of
from goldthread.web.access.forms import WhyField
from goldthread.web.design_system.fields import DateField, LongText
from goldthread.web.plan import choices
from goldthread.web.plan.forms import KINDS, category, with_category
from goldthread.web.recording.page import RecordForm


class EndForm(RecordForm):
    """The end of a plan; what becomes of each action that is still to be done."""

    row: Plan
    becomes: tuple[tuple[str, str], ...] = (
        ("", "Choose"),
        ("done", "It is done"),
        ("dropped", "It is not needed any more"),
    )

    def prepare(self) -> None:
        """Each open action is asked about by itself."""
        self.fields["ended_on"] = DateField(called="the day", label="From which day?", not_after=today())
        self.fields["because"] = WhyField(
            "Why?", "What has changed for the child, and who decided. The family may read it."
        )
        self.fields["ended_on"].initial = today()
        self.open_actions = choices.open_actions(self.row)
        for key, each in self.open_actions.items():
            self.fields[f"becomes_{key}"] = forms.ChoiceField(
                label=f"What becomes of: {self.knowing.words(each.words)}", choices=self.becomes,
                error_messages={"required": f"Say what becomes of: {choices.short(each.words)}"},
            )  # fmt: skip
            self.fields[f"why_{key}"] = forms.CharField(label="Why, or what shows it?", required=False)

    def clean(self) -> dict[str, Any]:
        """What was said, each open action with what becomes of it."""
        said = super().clean() or {}
        left = []
        for key, each in self.open_actions.items():
            becomes, why = said.pop(f"becomes_{key}", ""), said.pop(f"why_{key}", "").strip()
            if becomes == "dropped" and len(why) < SHORTEST:
                self.add_error(f"why_{key}", SAY_WHY.removesuffix("."))
            if becomes:
                left.append(Left(each, becomes, why))
        return {**said, "left": left}


class StepForm(EndForm):
    """A step to another kind of plan, with what is carried over."""

    becomes = (("", "Choose"), ("carried", "It goes into the new plan"), *EndForm.becomes[1:])

    def prepare(self) -> None:
        """Which plan, then which goals it keeps, then the rest."""
        self.fields["kind"] = forms.ChoiceField(
            label="Which plan is it from now on?", widget=forms.RadioSelect,
            choices=[(kind, words) for kind, words in KINDS.items() if kind != self.row.kind],
            error_messages={"required": "Choose which plan it is from now on"},
        )  # fmt: skip
        if self.row.kind != "child-protection":
            self.fields["category"] = category()
        super().prepare()
        self.open_goals = choices.open_goals(self.row)
        if self.open_goals:
            self.fields["goals"] = forms.MultipleChoiceField(
                label="Which goals go into the new plan?", required=False, widget=forms.CheckboxSelectMultiple,
                choices=choices.named(self.open_goals, self.knowing, "")[1:],
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """What was said, with the goals themselves."""
        said = with_category(self, super().clean())
        said["on"] = said.pop("ended_on", None)
        said["goals"] = [self.open_goals[key] for key in said.get("goals", ())]
        return said


class WordsForm(RecordForm):
    """The words in which the family gets each worry, goal and action."""

    row: Plan

    def prepare(self) -> None:
        """One box each, beneath what the plan says."""
        self.said = words_of(self.row)
        for name, row in self.said.items():
            hint = reading_of(row.plain_words or row.words).hint
            self.fields[name] = LongText(
                f"{str(row._meta.verbose_name).capitalize()}: {self.knowing.words(row.words)}", hint
            )

    def clean(self) -> dict[str, Any]:
        """What was said, with the rows of which it is said."""
        return {**(super().clean() or {}), "rows": self.said}


def words_of(plan: Plan) -> dict[str, Worry | Goal | Action]:
    """What a plan says to the family, by the names of the form's fields."""
    worries, goals, actions = choices.open_worries(plan), choices.open_goals(plan), choices.open_actions(plan)
    return {
        **{f"worry_{key}": row for key, row in worries.items()},
        **{f"goal_{key}": row for key, row in goals.items()},
        **{f"action_{key}": row for key, row in actions.items()},
    }
