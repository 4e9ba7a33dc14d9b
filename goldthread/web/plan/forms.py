"""What the pages about plans ask. Whatever an action leaves out is asked for and never stops it."""

from __future__ import annotations

from typing import Any

from django import forms

from goldthread.practice.moment import today
from goldthread.practice.plans.evidence import Entry
from goldthread.practice.protecting import earlier_plans
from goldthread.record.models import Person, Plan, Worker
from goldthread.rulebook.codes import code_set
from goldthread.web.access.forms import WhyField
from goldthread.web.design_system.fields import DateField, LongText, ShortText
from goldthread.web.plan import choices
from goldthread.web.recording.page import RecordForm

KINDS = {
    "child-in-need": "A child in need plan",
    "child-protection": "A child protection plan",
    "safety": "A safety plan, for now",
}
HOW = {"done": "Done", "some-progress": "Some progress", "stuck": "Stuck"}
PLAINLY = "How would you say it to the family? Leave it empty where your own words will do."


def a_day(called: str, label: str, *, hint: str = "", required: bool = True) -> DateField:
    """A day that is asked for. called: how an error names it."""
    return DateField(called=called, label=label, help_text=hint, required=required)


class BeginForm(RecordForm):
    """A new plan."""

    kind = forms.ChoiceField(
        label="Which plan is it?", choices=list(KINDS.items()), widget=forms.RadioSelect,
        error_messages={"required": "Choose which plan it is"},
    )  # fmt: skip
    began_on = a_day(
        "the day of the plan", "From which day?", hint="For child protection, the day of the conference."
    )

    def prepare(self) -> None:
        """The category is asked for child protection alone."""
        self.fields["category"] = category()
        self.fields["began_on"].not_after = today()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What was said; a child protection plan has a category, and says how many there were before."""
        said = with_category(self, super().clean() or {})
        if said.get("kind") == "child-protection":
            said["previous_plans"] = earlier_plans(self.child)
        return said


def category() -> forms.ChoiceField:
    """The category of abuse or neglect, as the census names them."""
    codes = code_set("category_of_abuse")
    return forms.ChoiceField(
        label="Category, for a child protection plan", required=False,
        choices=[("", "It is no child protection plan"), *((each, codes.label(each)) for each in codes.codes())],
    )  # fmt: skip


def with_category(form: RecordForm, said: dict[str, Any]) -> dict[str, Any]:
    chosen = said.get("category") or None
    if said.get("kind") == "child-protection" and chosen is None:
        form.add_error("category", "Choose the category of the child protection plan")
    said["category"] = chosen if said.get("kind") == "child-protection" else None
    return said


class PlanForm(RecordForm):
    """A form about one plan, which is its row."""

    row: Plan

    def clean(self) -> dict[str, Any]:
        """What was said, with the plan."""
        return {**(super().clean() or {}), "plan": self.row}


class WorryForm(PlanForm):
    """A worry."""

    words = LongText(
        "What is the worry?",
        "What happens, and what it does to the child.",
        rows=3,
        required="Enter the worry",
    )
    said_by = ShortText("Whose worry is it?", "The child's, a parent's, the school's.")
    plain_words = LongText("In plain words", PLAINLY)


class GoalForm(PlanForm):
    """A goal."""

    def prepare(self) -> None:
        """Which worry it answers comes first."""
        self.worries = choices.open_worries(self.row)
        self.fields["worry"] = forms.ChoiceField(
            label="Which worry does it answer?", required=False,
            choices=choices.named(self.worries, self.knowing, "None of them yet"),
        )  # fmt: skip
        self.fields["words"] = LongText(
            "What should be different for the child?", "What somebody would see or hear if it were so.", rows=3,
            required="Enter what should be different",
        )  # fmt: skip
        self.fields["plain_words"] = LongText("In plain words", PLAINLY)
        self.fields["review_by"] = a_day("the day", "By when is it looked at again?", required=False)

    def clean_worry(self) -> Any:
        """The worry chosen; None for none."""
        return self.worries.get(self.cleaned_data["worry"])


class AgreedForm(RecordForm):
    """An action: what, who, by when, how we shall know, for which goal."""

    def prepare(self) -> None:
        """Who can do it is offered from what the record holds."""
        self.who = choices.who_can(self.child)
        self.goals = choices.open_goals(self.row)
        self.fields["words"] = LongText("What is to be done?", required="Enter what is to be done")
        self.fields["goal"] = forms.ChoiceField(
            label="Which goal does it serve?", required=False,
            choices=choices.named(self.goals, self.knowing, "None of them yet"),
        )  # fmt: skip
        self.fields["who"] = forms.ChoiceField(
            label="Who does it?", required=False,
            choices=[("", "Choose, or write a name below"), *((key, str(each)) for key, each in self.who.items())],
        )  # fmt: skip
        self.fields["owner"] = ShortText("Somebody else", "A name, and for whom they work.")
        self.fields["due_on"] = a_day("the day by which it is done", "By when?", required=False)
        self.fields["how_known"] = LongText(
            "How shall we know?", "What somebody will see, or who will tell us."
        )

    def clean_goal(self) -> Any:
        """The goal chosen; None for none."""
        return self.goals.get(self.cleaned_data["goal"])

    def clean(self) -> dict[str, Any]:
        """What was said, with the worker or the person who does it."""
        said = super().clean() or {}
        who = self.who.get(said.pop("who", ""))
        said["worker"] = who if isinstance(who, Worker) else None
        said["person"] = who if isinstance(who, Person) else None
        return said


class ActionForm(AgreedForm):
    """One action by itself."""

    def prepare(self) -> None:
        """The family's words can be chosen at once."""
        super().prepare()
        self.fields["plain_words"] = LongText("In plain words", PLAINLY)

    def clean(self) -> dict[str, Any]:
        """What was said, with the plan."""
        return {**super().clean(), "plan": self.row}


class EvidenceForm(RecordForm):
    """What shows how an action is going."""

    entries: dict[str, Entry]

    def prepare(self) -> None:
        """What can show it happened since the action was agreed."""
        task = getattr(self.row, "action", self.row)
        self.entries = choices.entries(self.child, task.agreed_on, self.knowing)
        self.fields["words"] = LongText("What was done or changed, or what is in the way?")
        self.fields["evidence"] = forms.ChoiceField(
            label="What in the record shows it?", required=False, widget=forms.RadioSelect,
            choices=[
                *((key, choices.entry_words(each, self.knowing)) for key, each in self.entries.items()), ("", "Nothing yet"),
            ],
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """What was said, with the entries that were offered."""
        return {**(super().clean() or {}), "entries": self.entries}


class ProgressForm(EvidenceForm):
    """How an action is going."""

    how = forms.ChoiceField(
        label="How is it going?", choices=list(HOW.items()), widget=forms.RadioSelect,
        error_messages={"required": "Say how it is going"},
    )  # fmt: skip
    noted_on = a_day("the day", "On which day was it so?", hint="Leave it empty for today.", required=False)


class CarryForm(RecordForm):
    """An action carried over to another day."""

    because = WhyField("Why is it not done?", "What stood in the way. It stays with the action.")
    due_on = a_day("the new day", "By when now?")


class BecauseForm(RecordForm):
    """Why something is dropped."""

    because = WhyField("Why?", "The family may one day read it.")


class SettleForm(RecordForm):
    """What shows that a worry is one no longer."""

    because = WhyField("What shows that it is a worry no longer?", "What you saw or were told, and when.")


class ReachedForm(RecordForm):
    """The day on which a goal was reached."""

    on = a_day("the day", "Since when is it so?")

    def prepare(self) -> None:
        """Nothing is reached tomorrow."""
        self.fields["on"].not_after = today()  # type: ignore[attr-defined]


class JoinGoalForm(RecordForm):
    """Which goal an action serves."""

    def prepare(self) -> None:
        """The goals of the action's plan."""
        self.goals = choices.open_goals(self.row.plan)
        self.fields["goal"] = forms.ChoiceField(
            label="Which goal does it serve?", widget=forms.RadioSelect,
            choices=choices.named(self.goals, self.knowing, "")[1:], error_messages={"required": "Choose a goal"},
        )  # fmt: skip

    def clean_goal(self) -> Any:
        """The goal chosen."""
        return self.goals[self.cleaned_data["goal"]]


class JoinWorryForm(RecordForm):
    """Which worry a goal answers."""

    def prepare(self) -> None:
        """The worries of the goal's plan."""
        self.worries = choices.open_worries(self.row.plan)
        self.fields["worry"] = forms.ChoiceField(
            label="Which worry does it answer?", widget=forms.RadioSelect,
            choices=choices.named(self.worries, self.knowing, "")[1:], error_messages={"required": "Choose a worry"},
        )  # fmt: skip

    def clean_worry(self) -> Any:
        """The worry chosen."""
        return self.worries[self.cleaned_data["worry"]]
