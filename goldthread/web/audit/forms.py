"""What the audit pages ask."""

from __future__ import annotations

from typing import Any

from django import forms

from goldthread.practice.auditing.samples import MOST, auditors
from goldthread.practice.auditing.weeks import DOES
from goldthread.practice.moment import today
from goldthread.practice.roles import role_of
from goldthread.practice.standing import in_force
from goldthread.record.models import Account, Post, Worker
from goldthread.rulebook.audit_tool import AREAS, GRADES, THEMES
from goldthread.web.access.forms import WhyField
from goldthread.web.design_system.fields import YES_NO, DateField, LongText, ShortText
from goldthread.web.recording.page import RecordForm

GRADE_CHOICES = list(GRADES.items())
CHOOSE_GRADE = {"required": "Choose a grade"}


def _grade(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=GRADE_CHOICES, widget=forms.RadioSelect, error_messages=CHOOSE_GRADE
    )


class ThemeForm(RecordForm):
    """The grade of one theme."""

    grade = _grade("Which grade?")
    evidence = LongText("On what in the record does it rest?", required="Say on what it rests")
    better = LongText("What would make it better?", "Not needed where it is outstanding.")


class FamilyForm(RecordForm):
    """What the family says."""

    asked = forms.ChoiceField(
        label="Was the child or the family asked what our work is like for them?", choices=YES_NO, widget=forms.RadioSelect,
        error_messages={"required": "Choose whether they were asked"},
    )  # fmt: skip
    words = LongText(
        "What did they say?", "In their words. If nobody was asked, why not.",
        required="Write what they said, or why nobody was asked",
    )  # fmt: skip

    def clean_asked(self) -> bool:
        """Yes or no as the record has it."""
        return bool(self.cleaned_data["asked"] == "yes")


class FinishForm(RecordForm):
    """The grade of the whole."""

    grade = _grade("How good is the work as a whole?")
    summary = LongText(
        "What is it like to be this child, and what has our work changed?", required="Say what it is like to be this child"
    )  # fmt: skip


class ModerateForm(RecordForm):
    """A second grade of the whole and of each theme."""

    def prepare(self) -> None:
        """A question for each theme, and the whole last."""
        for code, name in THEMES.items():
            self.fields[f"theme-{code}"] = forms.ChoiceField(
                label=name, choices=[("", "Choose a grade"), *GRADE_CHOICES], error_messages=CHOOSE_GRADE
            )
        self.fields["grade"] = _grade("How good is the work as a whole?")


def moderated(said: dict[str, Any]) -> dict[str, Any]:
    """What the deed takes of it."""
    return {"grade": said["grade"], "grades": {code: said[f"theme-{code}"] for code in THEMES}}


class AgreeForm(RecordForm):
    """The grade on which both agree."""

    grade = _grade("Which grade do you agree on?")
    because = WhyField("Why?", "What each saw that the other did not.")


class FollowForm(RecordForm):
    """What is to follow, by whom and by when."""

    words = LongText("What is to be done?", required="Say what is to be done", rows=3)
    owner = forms.TypedChoiceField(
        label="By whom?", coerce=int, error_messages={"required": "Choose who does it"}
    )
    due_on = DateField(called="the day by which it is done", label="By when?")

    def prepare(self) -> None:
        """Workers in post, by name."""
        owner = self.fields["owner"]
        assert isinstance(owner, forms.ChoiceField)
        posts = Post.unwithdrawn.filter(in_force(today()), worker__isnull=False)
        found = Worker.unwithdrawn.filter(pk__in=posts.values("worker_id")).order_by(
            "family_name", "given_name", "pk"
        )
        self.workers = {each.pk: each for each in found}
        owner.choices = [("", "Choose"), *((key, str(each)) for key, each in self.workers.items())]

    def clean_owner(self) -> Worker:
        """The worker."""
        return self.workers[self.cleaned_data["owner"]]


class DoneForm(RecordForm):
    """What shows that it was done."""

    evidence = LongText(
        "What shows that it was done, and what changed for the child?",
        required="Say what shows that it was done",
    )
    done_on = DateField(called="the day it was done", label="When was it done?")

    def prepare(self) -> None:
        """Not tomorrow."""
        day = self.fields["done_on"]
        assert isinstance(day, DateField)
        day.not_after = today()


class DropForm(RecordForm):
    """Why it is not done."""

    because = WhyField("Why will it not be done?")


def _people() -> list[tuple[int, str]]:
    return [(each.pk, _with_role(each.shown_name, role_of(each.role).name)) for each in auditors()]


def _with_role(name: str, role: str) -> str:
    return name if name.casefold() == role.casefold() else f"{name}, {role.lower()}"


class DrawForm(forms.Form):
    """Of whom, how many, and who audits."""

    area = forms.ChoiceField(
        label="Of whom?", choices=list(AREAS.items()), widget=forms.RadioSelect, error_messages={"required": "Choose of whom"}
    )  # fmt: skip
    size = forms.IntegerField(
        label="How many records?",
        min_value=1,
        max_value=MOST,
        error_messages={"required": "Enter how many records"},
    )

    def __init__(self, *args: Any, with_people: bool = True, **options: Any) -> None:
        """with_people: whether it asks who audits too."""
        super().__init__(*args, **options)
        if with_people:
            self.people = {str(each.pk): each for each in auditors()}
            self.fields["readers"] = forms.MultipleChoiceField(
                label="Who audits?", help_text="Nobody is given a record of their own work.", choices=_people(),
                widget=forms.CheckboxSelectMultiple, error_messages={"required": "Choose who audits"},
            )  # fmt: skip

    def clean_readers(self) -> list[Account]:
        """The accounts."""
        return [self.people[key] for key in self.cleaned_data["readers"]]


class ReplaceForm(forms.Form):
    """Why another record is drawn."""

    because = WhyField(
        "Why is another record drawn?", "It is kept with the sample. Being hard to judge is no reason."
    )


class AgainForm(forms.Form):
    """Who audits it again."""

    auditor = forms.ChoiceField(label="Who audits it?", error_messages={"required": "Choose who audits it"})

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = {str(each.pk): each for each in auditors()}
        field = self.fields["auditor"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Choose"), *_people()]

    def clean_auditor(self) -> Account:
        """The account."""
        return self.people[self.cleaned_data["auditor"]]


class WeekForm(forms.Form):
    """The week and what it looks at."""

    week_on = DateField(called="the Monday of the week", label="From which Monday?")
    focus = LongText("What does the week look at?", required="Say what the week looks at", rows=2)


class PartForm(forms.Form):
    """What one person does."""

    who = forms.ChoiceField(label="Who?", error_messages={"required": "Choose who"})
    does = forms.ChoiceField(label="What do they do?", choices=list(DOES.items()))
    of = ShortText(
        "What they watch, or whom they listen to", "For example: a strategy discussion. Never a child's name."
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["who"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Choose"), *_people()]


class FoundForm(forms.Form):
    """What was seen or heard."""

    found = LongText("What did you see or hear?", "Leave names out.", required="Say what you saw or heard")


class LearntForm(forms.Form):
    """What was learnt."""

    learnt = LongText(
        "What was learnt, and what will be different?", "Leave names out.", required="Say what was learnt"
    )
