"""What is asked of whoever writes in the improvement plan: one question a page, and beside each text that no child is named."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms

from goldthread.practice import improving
from goldthread.practice.improving.no_child import SAY_SO
from goldthread.practice.improving.planning import ORIGINS
from goldthread.practice.moment import today
from goldthread.practice.roles import role_of
from goldthread.record.models import Account, ImprovementAction
from goldthread.web.design_system.fields import DateField, LongText, ShortText

LONGEST = 3_000
WHY = "Say why"
DOCUMENT = ("Which document shows it?", "Its title and where it is kept. It may stay empty.")


class BeginForm(forms.Form):
    """What is to be made better. What a recommendation says is not asked."""

    def __init__(self, *args: object, known: bool) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        if not known:
            self.fields["origin"] = forms.ChoiceField(
                label="Who asked for it?", choices=list(ORIGINS.items()), widget=forms.RadioSelect,
                error_messages={"required": "Say who asked for it"},
            )  # fmt: skip
            self.fields["asked"] = LongText(
                "What was asked for?", f"In the words of whoever asked. {SAY_SO}", required="Say what was asked for",
                rows=3, longest=LONGEST,
            )  # fmt: skip
            self.fields["source"] = ShortText(
                "Where is that written?",
                "For example, the audit of January, or the board's meeting of 12 February",
            )
            self.fields["asked_on"] = DateField(
                called="the day it was asked for", label="When was it asked for?", not_after=today()
            )
        self.fields["better"] = LongText(
            "What will be different for children when it is done?", SAY_SO, required="Say what will be different",
            rows=3, longest=LONGEST,
        )  # fmt: skip


class ActionForm(forms.Form):
    """What is done, who does it, by when, and how we will know."""

    what = LongText("What is done?", SAY_SO, required="Say what is done", rows=3, longest=LONGEST)
    owner = forms.TypedChoiceField(
        label="Who does it?", coerce=int, error_messages={"required": "Choose who does it"}
    )
    due_on = DateField(called="the day by which it is done", label="By when?")
    known_by = LongText(
        "How will we know that it was done?", f"What anybody could look at. {SAY_SO}", required="Say how we will know", rows=2,
        longest=LONGEST,
    )  # fmt: skip

    def __init__(self, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.people = {account.pk: account for account in improving.owners()}
        owner = self.fields["owner"]
        assert isinstance(owner, forms.TypedChoiceField)
        owner.choices = [("", "Choose"), *((key, _named(account)) for key, account in self.people.items())]

    def clean_owner(self) -> Account:
        """The account."""
        return self.people[self.cleaned_data["owner"]]


class MeasureForm(forms.Form):
    """The measure that must move, how far and by when."""

    measure = forms.ChoiceField(
        label="Which measure must move?", error_messages={"required": "Choose the measure"}
    )
    why = LongText(
        "Why does it tell whether this is better?", f"It may stay empty. {SAY_SO}", rows=2, longest=LONGEST
    )
    moves_to = forms.FloatField(
        label="Which figure must it reach?",
        help_text="In the measure's own unit: 20 is 20%. It may stay empty.",
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={"invalid": "Enter a number, for example 18.5"},
    )
    by_on = DateField(called="the day by which it reaches that", label="By when?", required=False)

    def __init__(self, *args: object, chosen: str = "") -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.initial = {"measure": chosen}
        measure = self.fields["measure"]
        assert isinstance(measure, forms.ChoiceField)
        measure.choices = [("", "Choose"), *improving.measures_of()]


class SayForm(forms.Form):
    """How it goes, and what shows it."""

    words = LongText(
        "How does it go?",
        f"What changed, and how one can tell. {SAY_SO}",
        required="Say how it goes",
        longest=LONGEST,
    )

    def __init__(self, *args: object, actions: Sequence[ImprovementAction], measures: Sequence[str]) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        if actions:
            self.fields["act"] = forms.TypedChoiceField(
                label="About which action?", coerce=int, required=False, empty_value=None,
                choices=[("", "All of it"), *((each.pk, each.what) for each in actions)],
            )  # fmt: skip
        if measures:
            self.fields["measure"] = forms.ChoiceField(
                label="Which measure shows it?", required=False,
                choices=[("", "None"), *((name, improving.measure_words(name)) for name in measures)],
                help_text="What it comes to today is kept with what you say.",
            )  # fmt: skip
        self.fields["document"] = ShortText(*DOCUMENT)


class DoneForm(forms.Form):
    """That an action was done, and what shows it."""

    def __init__(self, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.fields["done_on"] = DateField(
            called="the day it was done", label="When was it done?", not_after=today()
        )
        self.fields["words"] = LongText(
            "What was done, and what shows it?", SAY_SO, required="Say what was done", longest=LONGEST
        )
        self.fields["document"] = ShortText(*DOCUMENT)


class MoveForm(forms.Form):
    """Another day for an action, and why."""

    due_on = DateField(called="the new day", label="By when now?")
    because = LongText("Why does it need another day?", SAY_SO, required=WHY, rows=3, longest=LONGEST)


class BecauseForm(forms.Form):
    """A reason."""

    def __init__(self, *args: object, asks: str, hint: str = "") -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.fields["because"] = LongText(asks, f"{hint} {SAY_SO}".strip(), required=WHY, longest=LONGEST)


def _named(account: Account) -> str:
    """Who it is, and in what role where the name does not say it."""
    role = role_of(account.role).name
    return f"{account.shown_name}, {role}" if role.casefold() != account.shown_name.casefold() else role
