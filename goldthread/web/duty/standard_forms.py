"""What setting a standard, or answering a setting, asks."""

from __future__ import annotations

from typing import Any

from django import forms

from goldthread.practice.reasons import SAY_WHY, SHORTEST
from goldthread.rulebook.clock import Setting
from goldthread.rulebook.register import REGISTER
from goldthread.web.design_system.fields import DateField

TOO_SHORT = SAY_WHY.removesuffix(".")


def _row_choices() -> list[tuple[str, str]]:
    return [("", "Choose a duty")] + [
        (entry.row, f"{entry.row}: {entry.name}") for entry in REGISTER.values() if entry.clock is not None
    ]


class _Dated(forms.Form):
    """From when until when, and why."""

    def ask_when_and_why(self) -> None:
        self.fields["since"] = DateField(
            called="the first day",
            label="From which day?",
            help_text="It holds for what starts on this day or later. For example, 1 4 2026",
        )
        self.fields["until"] = DateField(
            called="the day it is over",
            label="Until which day? (optional)",
            help_text="It is over on this day. Leave it empty where none is set.",
            required=False,
        )
        self.fields["why"] = forms.CharField(
            label="Why?",
            min_length=SHORTEST,
            max_length=2_000,
            widget=forms.Textarea(attrs={"rows": 3}),
            error_messages={"required": TOO_SHORT, "min_length": TOO_SHORT},
        )


class StandardForm(_Dated):
    """A standard of our own for one row of the timescales."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["row"] = forms.ChoiceField(
            label="For which duty?", choices=_row_choices(), error_messages={"required": "Choose the duty"}
        )
        self.fields["standard"] = forms.CharField(
            label="How long do we allow ourselves?",
            help_text="For example, 10 working days, 6 weeks, 3 months or 48 hours",
            max_length=60,
            error_messages={"required": "Enter a length of time, such as 10 working days"},
        )
        self.ask_when_and_why()


class ChoiceForm(_Dated):
    """An answer to a setting: one of its options, a whole number, or school terms."""

    def __init__(self, *args: Any, setting: Setting) -> None:
        super().__init__(*args)
        value: forms.Field
        if setting.options:
            value = forms.ChoiceField(
                label="What counts here?",
                choices=[(option.code, option.words.capitalize()) for option in setting.options],
                widget=forms.RadioSelect,
                error_messages={"required": "Choose what counts here"},
            )
        elif setting.takes == "number":
            value = forms.CharField(
                label="How many?", max_length=3, error_messages={"required": "Enter a whole number"}
            )
        else:
            value = forms.CharField(
                label="The school terms",
                help_text="One term a line, its first and its last day: 2026-09-01 2026-12-18",
                widget=forms.Textarea(attrs={"rows": 8}),
                max_length=4_000,
                error_messages={"required": "Enter the terms, one a line"},
            )
        self.fields["value"] = value
        self.ask_when_and_why()


class EndForm(forms.Form):
    """From when a standard is over, and why."""

    ended_on = DateField(called="the day it is over", label="On which day is it over?")
    why = forms.CharField(
        label="Why?",
        min_length=SHORTEST,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": TOO_SHORT, "min_length": TOO_SHORT},
    )
