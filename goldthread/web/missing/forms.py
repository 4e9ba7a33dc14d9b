"""What the pages about missing children ask."""

from __future__ import annotations

from typing import Any

from django import forms

from goldthread.practice.moment import today
from goldthread.record.models import MissingEpisode, MissingPlace, MissingTheme
from goldthread.web.access.forms import WhyField
from goldthread.web.design_system.fields import YES_NO, DateField, LongText, ShortText, TimeOfDay
from goldthread.web.recording.page import RecordForm


def words_of(model: Any, column: str) -> list[tuple[str, str]]:
    """The words that a column takes, as a form offers them."""
    return [(each, each.replace("-", " ").capitalize()) for each in model._meta.get_field(column).words]


class ReportForm(RecordForm):
    """A child is missing."""

    def prepare(self) -> None:
        """What is known now; brothers and sisters who went too are ticked, not written again."""
        self.fields["kind"] = forms.ChoiceField(
            label="Which is it?", widget=forms.RadioSelect,
            choices=[("M", "Missing: nobody knows where the child is"), ("A", "Away from placement without authorisation")],
            error_messages={"required": "Choose which it is"},
        )  # fmt: skip
        self.fields["began_on"] = DateField(called="the day", label="Since which day?", not_after=today())
        self.fields["began_at"] = TimeOfDay("Since what time?", required=False)
        self.fields["reported_by"] = ShortText(
            "Who reported it?", "For example: mother, the children's home, school"
        )
        self.fields["circumstances"] = LongText(
            "What is known?", "What happened before, what the child took and wears."
        )
        self.fields["went_from"] = ShortText(
            "Where did the child go from?", "As people there call it, such as a park or a shop"
        )
        self.ask_of_siblings(
            "Who of the family is missing too?", "Each has an entry and a clock of their own.", name="also"
        )

    def clean_also(self) -> list[Any]:
        """The brothers and sisters ticked."""
        return self.siblings_chosen("also")


class FoundForm(RecordForm):
    """The child came back."""

    def prepare(self) -> None:
        """When, how and where."""
        self.fields["ended_on"] = DateField(called="the day", label="On which day?", not_after=today())
        self.fields["ended_at"] = TimeOfDay(
            "At what time?", "The 72 hours count from it; without it, from midnight", required=False
        )
        self.fields["found_how"] = LongText("How was the child found, or how did they come back?")
        self.fields["found_at"] = ShortText("Where?", "As people there call it")


class AboutForm(RecordForm):
    """What a time missing was about, and where."""

    def prepare(self) -> None:
        """Themes that are known already are left out."""
        known = set(MissingTheme.unwithdrawn.filter(missing_episode=self.row).values_list("theme", flat=True))
        self.fields["themes"] = forms.MultipleChoiceField(
            label="What was it about?", required=False, widget=forms.CheckboxSelectMultiple,
            choices=[each for each in words_of(MissingTheme, "theme") if each[0] not in known],
        )  # fmt: skip


class PlaceForm(forms.Form):
    """A place in a time missing."""

    part = forms.ChoiceField(label="What was it?", choices=words_of(MissingPlace, "part"))
    place = forms.CharField(label="The place, as people there call it", max_length=200)
    kind = forms.ChoiceField(
        label="What kind of place?",
        required=False,
        choices=[("", "Not said"), *words_of(MissingPlace, "kind")],
    )


class OfferForm(RecordForm):
    """A return interview is offered."""

    def prepare(self) -> None:
        """When, and whether the child wants it."""
        self.fields["offered_on"] = DateField(
            called="the day", label="On which day was it offered?", not_after=today()
        )
        self.fields["offered_at"] = TimeOfDay("At what time?", required=False)
        self.fields["accepted"] = forms.ChoiceField(
            label="Does the child want it?", widget=forms.RadioSelect,
            choices=[*YES_NO, ("unknown", "Not answered yet")], error_messages={"required": "Say whether the child wants it"},
        )  # fmt: skip
        self.fields["refused_because"] = LongText(
            "Why not?", "In the child's words. Only where they do not want it."
        )

    def clean(self) -> dict[str, Any]:
        """An answer as the record has it."""
        said = super().clean() or {}
        said["accepted"] = {"yes": True, "no": False}.get(said.get("accepted", ""))
        return said


class AnswerForm(RecordForm):
    """Whether a child wants the interview offered."""

    def prepare(self) -> None:
        """The answer, and why not."""
        self.fields["accepted"] = forms.ChoiceField(
            label="Does the child want it?", choices=YES_NO, widget=forms.RadioSelect,
            error_messages={"required": "Say whether the child wants it"},
        )  # fmt: skip
        self.fields["refused_because"] = LongText(
            "Why not?", "In the child's words. Only where they do not want it."
        )

    def clean_accepted(self) -> bool:
        """As the record has it."""
        return bool(self.cleaned_data["accepted"] == "yes")


class HoldForm(RecordForm):
    """A return interview is held."""

    def prepare(self) -> None:
        """When, by whom, and what the child said."""
        self.fields["held_on"] = DateField(
            called="the day", label="On which day was it held?", not_after=today()
        )
        self.fields["held_at"] = TimeOfDay("At what time?", required=False)
        self.fields["interviewer"] = ShortText("Who held it?")
        self.fields["independent"] = forms.ChoiceField(
            label="Are they independent of whoever cares for the child?", choices=YES_NO, widget=forms.RadioSelect,
            error_messages={"required": "Say whether they are independent"},
        )  # fmt: skip
        self.fields["child_words"] = WhyField("What did the child say?", "In their own words.")
        self.fields["would_help"] = LongText("What would help them not to go again?")

    def clean_independent(self) -> bool:
        """As the record has it."""
        return bool(self.cleaned_data["independent"] == "yes")


GRADES = {
    "grade_of_source": {
        "reliable": "1: reliable: known, and true before", "untested": "2: untested: not known to us",
        "not-reliable": "3: not reliable: reason to doubt",
    },
    "grade_of_information": {
        "known-directly": "A: known directly: saw or heard it", "corroborated": "B: known indirectly, and borne out",
        "known-indirectly": "C: known indirectly: was told it", "not-known": "D: not known how",
        "suspected-false": "E: suspected to be false",
    },
    "sharing": {"may-be-shared": "P: may be shared lawfully", "with-conditions": "C: may be shared on conditions"},
}  # fmt: skip
"""What each grade means, as the police's 3x5x2 has it: our words for it, its standard was not read."""


class AssociateForm(RecordForm):
    """Somebody with whom the child is said to be."""

    def prepare(self) -> None:
        """What was told, by whom, and how far it can be relied on."""
        times = MissingEpisode.unwithdrawn.filter(child=self.child).order_by("-began_on", "-pk")[:20]
        self.times = {str(each.pk): each for each in times}
        self.fields["called"] = ShortText(
            "What are they called?", "As it was told: a first name or a street name will do"
        )
        self.fields["described"] = ShortText(
            "By what else may they be known?", "Age, looks, car, name on the internet"
        )
        self.fields["told"] = WhyField(
            "What was told of them?", "Only what was told. It is no finding, and they may be a child."
        )
        self.fields["said_by"] = ShortText("Who told it?")
        self.fields["told_on"] = DateField(
            called="the day it was told", label="When was it told?", not_after=today()
        )
        self.fields["grade_of_source"] = _grade("grade_of_source", "How far is its source to be relied on?")
        self.fields["grade_of_information"] = _grade("grade_of_information", "How does the source know it?")
        self.fields["sharing"] = _grade("sharing", "May it be passed on?")
        self.fields["conditions"] = ShortText("On what conditions?", "Only where there are any")
        self.fields["missing_episode"] = forms.ChoiceField(
            label="In which time missing?", required=False,
            choices=[
                ("", "None, or not known"),
                *((key, f"Since {each.began_on:%-d %b %Y}") for key, each in self.times.items()),
            ],
        )  # fmt: skip

    def clean_missing_episode(self) -> MissingEpisode | None:
        """The time missing chosen."""
        return self.times.get(self.cleaned_data["missing_episode"])


class LookAgainForm(RecordForm):
    """Whether information about somebody is still needed."""

    KEEP, LET_GO = "keep", "let-go"

    def prepare(self) -> None:
        """Keep it until a day, or let it go."""
        self.fields["answer"] = forms.ChoiceField(
            label="Is it still needed?", widget=forms.RadioSelect,
            choices=[(self.KEEP, "Yes: keep it until it is looked at next"), (self.LET_GO, "No: let it go, its history too")],
            error_messages={"required": "Say whether it is still needed"},
        )  # fmt: skip
        self.fields["because"] = WhyField("Why?", "Leave out whom it is about: this stays.")
        self.fields["review_on"] = DateField(
            called="the day by which it is looked at next", label="By when is it looked at next?", required=False,
            help_text="Not needed where it is let go. 180 days from today at most.",
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """What is kept says until when."""
        said = super().clean() or {}
        if said.get("answer") == self.KEEP and not said.get("review_on") and "review_on" not in self.errors:
            self.add_error("review_on", "Enter the day by which it is looked at next")
        return said


def _grade(column: str, label: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        widget=forms.RadioSelect,
        choices=list(GRADES[column].items()),
        error_messages={"required": "Choose one"},
    )
