"""What the access pages ask."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms

from goldthread.practice.reasons import SAY_WHY, SHORTEST
from goldthread.practice.roles import role_of
from goldthread.record.models import Account
from goldthread.web.design_system.fields import DateField


class WhyField(forms.CharField):
    """A reason, long enough for somebody else to judge."""

    def __init__(self, label: str, hint: str = "", missing: str = "") -> None:
        too_short = missing or SAY_WHY.removesuffix(".")
        super().__init__(
            label=label,
            help_text=hint,
            min_length=SHORTEST,
            max_length=2_000,
            widget=forms.Textarea(attrs={"rows": 3}),
            error_messages={"required": too_short, "min_length": too_short},
        )


class ReasonForm(forms.Form):
    """Why a record is opened."""

    why = WhyField(
        "Why do you need this record?", "It is written down with your name. The family may one day read it."
    )


class GlassForm(forms.Form):
    """Why the glass of a restricted record is broken."""

    why = WhyField(
        "Why do you need this record?", "The guardian and the director read it. Leave the child's name out."
    )


class BeyondForm(forms.Form):
    """Finding a child beyond one's own work."""

    words = forms.CharField(
        label="Name, number or birth date",
        min_length=3,
        max_length=100,
        error_messages={
            "required": "Enter what you know of the child",
            "min_length": "Enter three letters or more",
        },
    )
    why = WhyField(
        "Why are you looking for this child?",
        "It is written down with your name and with what you were shown.",
    )


class PeopleField(forms.ModelChoiceField):
    """Somebody with an account, by name and role."""

    def __init__(self, label: str, people: Iterable[Account]) -> None:
        super().__init__(
            queryset=people,  # type: ignore[arg-type]  # a queryset, which the caller narrowed
            label=label,
            empty_label="Choose somebody",
            error_messages={"required": "Choose somebody", "invalid_choice": "Choose somebody of the list"},
        )

    def label_from_instance(self, account: object) -> str:
        assert isinstance(account, Account)
        return f"{account.shown_name}, {role_of(account.role).name.lower()}"


class RestrictForm(forms.Form):
    """Restricting a record: its guardian and the reason."""

    def __init__(self, *args: object, people: Iterable[Account]) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.fields["guardian"] = PeopleField("Who guards it, and names who may open it?", people)
        self.fields["why"] = WhyField("Why may only named people know of it?")


class NameForm(forms.Form):
    """Naming one more person for a restricted record."""

    def __init__(self, *args: object, people: Iterable[Account], sealed: bool = False) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.fields["account"] = PeopleField("Who else may open it?", people)
        self.fields["why"] = WhyField("Why do they need it?")
        if sealed:
            self.fields["under"] = forms.CharField(
                label="By which law, order or consent may they read it?",
                help_text="For example: court order of 3 March 2026; or: request of the adopted adult under section 60.",
                max_length=300,
                error_messages={"required": "Say by which law, order or consent they may read it"},
            )


class CoverForm(forms.Form):
    """Cover: whose work, by whom, why, from when until when."""

    def __init__(self, *args: object, of: Iterable[Account], to: Iterable[Account]) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.fields["of"] = PeopleField("Whose work is covered?", of)
        self.fields["to"] = PeopleField("Who covers it?", to)
        self.fields["began_on"] = DateField(called="the first day", label="First day")
        self.fields["until"] = DateField(
            called="the last day", label="Last day", help_text="Three months at most"
        )
        self.fields["why"] = WhyField("Why?", "For example: annual leave; or: records visits for her.")


class ReviewForm(forms.Form):
    """What a reviewer says of breaking the glass."""

    found = forms.ChoiceField(
        label="Was it right to break the glass?",
        choices=[("right", "It was right"), ("wrong", "It was not right")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether it was right"},
    )
    review = WhyField("What do you say of it?")
