"""What the pages about tokens ask."""

from __future__ import annotations

from datetime import timedelta

from django import forms

from goldthread.practice.moment import today
from goldthread.practice.tokens import SCOPES
from goldthread.web.design_system.fields import DateField

USUALLY = timedelta(days=180)


class MakeForm(forms.Form):
    """A token: what uses it, what it may read, until when."""

    name = forms.CharField(
        label="What will use it?",
        max_length=80,
        help_text="For example: performance dashboard.",
        error_messages={"required": "Enter what will use the token"},
    )
    scopes = forms.MultipleChoiceField(
        label="What may it read?",
        choices=list(SCOPES.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text="Only what it needs. No token reaches a child.",
        error_messages={"required": "Choose what the token may read"},
    )
    expires_on = DateField(
        called="the last day on which it is good",
        label="Until which day is it good?",
        help_text="A year at most.",
    )

    def __init__(self, *args: object) -> None:
        super().__init__(*args, initial={"expires_on": today() + USUALLY})  # type: ignore[arg-type, misc]


class TakeBackForm(forms.Form):
    """Why a token is taken back."""

    because = forms.CharField(
        label="Why is it taken back?",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        error_messages={"required": "Say why it is taken back"},
    )
