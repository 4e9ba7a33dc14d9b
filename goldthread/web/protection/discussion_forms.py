"""What the pages about strategy discussions ask."""

from __future__ import annotations

from typing import Any

from django import forms

from goldthread.practice.lateness import limit_of
from goldthread.practice.moment import now, today
from goldthread.practice.naming import names_of
from goldthread.practice.together import brothers_and_sisters
from goldthread.record.models import Child, StrategyAttendee, StrategyDiscussion
from goldthread.web.design_system.fields import YES_NO, DateField, LongText, TimeOfDay
from goldthread.web.recording.page import At, RecordForm

AGENCIES = {
    "social-care": "Social care",
    "police": "Police",
    "health": "Health",
    "referrer": "Whoever made the referral",
    "education": "School or nursery",
    "other": "Somebody else",
}
TOOK_PART = {"meeting": "In the room", "video": "By video", "phone": "By telephone"}
DECISIONS = {
    "enquiry": "Begin an enquiry under section 47",
    "assessment": "Assess under section 17",
    "no-further-action": "No further action",
}
ABOUT_TOO = "Which brothers and sisters is it about too?"
EACH_THEIR_OWN = "Each has their own record, clock and decision; you write this once."


def others_with(row: Any) -> list[Any]:
    """The rows of the same event about other children."""
    if not row.together:
        return []
    rows = type(row).unwithdrawn.filter(together=row.together).exclude(pk=row.pk)
    return list(rows.select_related("child").order_by("child__born_on", "pk"))


def not_yet_in(of: At | RecordForm) -> list[Child]:
    """The brothers and sisters of whom may be written here, and whom a discussion is not about yet."""
    found = (
        of.brothers_and_sisters()
        if isinstance(of, RecordForm)
        else brothers_and_sisters(of.child, by=of.standing)
    )
    named = {each.child_id for each in others_with(of.row)}
    return [each for each in found if each.pk not in named]


def theirs(form: RecordForm, rows: list[Any]) -> list[Any]:
    """Those of the rows that are about children in whose records the account may write."""
    keys = {child.pk for child in form.brothers_and_sisters()} if rows else set()
    return [each for each in rows if each.child_id in keys]


class ConcernForm(RecordForm):
    """A concern of significant harm."""

    concern = LongText(
        "What gives rise to the concern?",
        "What was seen or said, by whom. Facts first.",
        required="Say what gives rise to it",
    )
    concern_on = DateField(called="the day of the concern", label="On which day was it known?")
    concern_at = TimeOfDay(
        "At what time?", "The time to a strategy discussion runs from here. For example, 22:10"
    )
    asked = forms.MultipleChoiceField(
        label="Who is asked to discuss it?", required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(code, words) for code, words in AGENCIES.items() if code != "social-care"],
        help_text="The police, health and whoever made the referral take part, beside social care.",
    )  # fmt: skip

    def prepare(self) -> None:
        """Nobody knows of tomorrow, and brothers and sisters are offered by name."""
        day = self.fields["concern_on"]
        assert isinstance(day, DateField)
        day.not_after = today()
        self.ask_of_siblings(ABOUT_TOO, EACH_THEIR_OWN)

    def clean_siblings(self) -> list[Any]:
        """The children chosen."""
        return self.siblings_chosen()


class TookPartForm(forms.Form):
    """Who somebody is, and whether and how they took part."""

    name = forms.CharField(label="Name and job", max_length=200, required=False)
    attended = forms.ChoiceField(
        label="Did they take part?", choices=YES_NO, widget=forms.RadioSelect,
        error_messages={"required": "Say whether they took part"},
    )  # fmt: skip
    took_part_by = forms.ChoiceField(
        label="How?", choices=[("", "Not said"), *TOOK_PART.items()], required=False
    )


class AttendeeForm(TookPartForm):
    """Somebody asked to a strategy discussion, or who came."""

    agency = forms.ChoiceField(
        label="Agency",
        choices=[("", "Choose"), *AGENCIES.items()],
        error_messages={"required": "Choose the agency"},
    )
    shared = LongText("What did they tell the others?", rows=3)
    field_order = ("agency", "name", "attended", "took_part_by", "shared")


class HoldForm(RecordForm):
    """A strategy discussion that was held."""

    held_on = DateField(called="the day it was held", label="On which day was it held?")
    held_at = TimeOfDay("At what time did it begin?")
    safety = LongText(
        "What keeps the child safe now, and who sees to it?",
        "Tonight and until the next step. If nothing more is needed, say so.",
        required="Say what keeps the child safe now, or that nothing more is needed",
    )  # fmt: skip

    def prepare(self) -> None:
        """The reason is asked only where the rule's time is over; brothers and sisters of the same discussion are ticked."""
        day = self.fields["held_on"]
        assert isinstance(day, DateField)
        day.not_after = today()
        limit = limit_of(self.row.concern_on, self.row.concern_at)
        if limit is not None and now() > limit.due:
            late = limit.words(None, now())
            self.fields["late_because"] = LongText(
                "Why was it late?", f"Now it is {late}. Leave it empty if it was held in time.", rows=3
            )
        self.others = {
            str(each.pk): each for each in theirs(self, others_with(self.row)) if each.held_on is None
        }
        if self.others:
            names = names_of([each.child for each in self.others.values()])
            self.fields["siblings"] = forms.MultipleChoiceField(
                label="Which brothers and sisters was it about too?", required=False, widget=forms.CheckboxSelectMultiple,
                choices=[(key, names[each.child_id]) for key, each in self.others.items()], initial=list(self.others),
            )  # fmt: skip

    def clean_siblings(self) -> list[StrategyDiscussion]:
        """The rows of the children chosen."""
        return [self.others[key] for key in self.cleaned_data["siblings"]]


class JoinForm(RecordForm):
    """A brother or sister whom a discussion was about too."""

    concern = LongText("What gives rise to the concern for them?", required="Say what gives rise to it")
    concern_on = DateField(called="the day", label="On which day was it known that it is about them too?")
    concern_at = TimeOfDay(
        "At what time?", "Their time to a strategy discussion runs from here.", required=False
    )

    def prepare(self) -> None:
        """Those not in it yet; what keeps them safe, where it was held."""
        day = self.fields["concern_on"]
        assert isinstance(day, DateField)
        day.not_after = today()
        self.kin = {str(each.pk): each for each in not_yet_in(self)}
        names = names_of(list(self.kin.values()))
        self.fields["sibling"] = forms.ChoiceField(
            label="Who?", widget=forms.RadioSelect, choices=[(key, names[each.pk]) for key, each in self.kin.items()],
            error_messages={"required": "Choose who it was about too"},
        )  # fmt: skip
        self.order_fields(["sibling"])
        if self.row.held_on:
            self.fields["safety"] = LongText(
                "What keeps them safe now, and who sees to it?", "If nothing more is needed, say so.",
                required="Say what keeps them safe now, or that nothing more is needed",
            )  # fmt: skip
            self.fields["late_because"] = LongText("If it was late for them: why?", rows=3)

    def clean_sibling(self) -> Child:
        """Who was chosen."""
        return self.kin[self.cleaned_data["sibling"]]


class DecideForm(RecordForm):
    """What follows a strategy discussion, for each child by itself."""

    decision = forms.ChoiceField(
        label="What follows?", choices=list(DECISIONS.items()), widget=forms.RadioSelect,
        error_messages={"required": "Choose what follows"},
    )  # fmt: skip
    because = LongText(
        "Why?", "Somebody who was not there must be able to understand it.", required="Say why"
    )

    def prepare(self) -> None:
        """Brothers and sisters of the same discussion, each with a decision of their own."""
        rows = [each for each in theirs(self, others_with(self.row)) if each.held_on and not each.decision]
        names = names_of([each.child for each in rows])
        own = names_of([self.child])[self.child.pk] if rows else ""
        if own:
            self.fields["decision"].label = f"What follows for {own}?"
            self.fields["because"].label = f"Why, for {own}?"
        self.others = rows
        for each in rows:
            name = names[each.child_id]
            self.fields[f"decision_{each.pk}"] = forms.ChoiceField(
                label=f"What follows for {name}?",
                choices=list(DECISIONS.items()),
                widget=forms.RadioSelect,
                required=False,
            )
            self.fields[f"because_{each.pk}"] = LongText(
                f"Why, for {name}?", "Left empty, nothing is decided for this child yet."
            )


def asked_before(row: StrategyDiscussion) -> list[dict[str, Any]]:
    """Who was asked, as the page offers them, then those of the quorum who were not."""
    rows = StrategyAttendee.unwithdrawn.filter(strategy_discussion=row).order_by("pk")
    found = [{"agency": each.agency, "name": each.name} for each in rows]
    known = {each["agency"] for each in found}
    needed = ("social-care", "police", "health", "referrer")
    return [*found, *({"agency": each, "name": ""} for each in needed if each not in known)]
