"""What the pages about keeping ask."""

from __future__ import annotations

from django import forms

from goldthread.web.access.forms import WhyField


class HoldForm(forms.Form):
    """Placing a hold, or lifting one."""

    why = WhyField(
        "Why must it be kept?", "An inquiry, a court, a claim or a complaint, and who asks for it."
    )


class LiftForm(forms.Form):
    """Lifting a hold."""

    why = WhyField("Why may the hold be lifted?")


class EraseForm(forms.Form):
    """Asking for an erasure."""

    because = WhyField(
        "Why should this record be erased?",
        "This stays when the record has gone. Leave the child's name out.",
    )
    legal_reason = forms.CharField(
        label="By what law or order, before its date?",
        required=False,
        max_length=2_000,
        help_text="Only for a record that must still be kept: the article, the section or the order. Leave the name out.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class EraseFileForm(EraseForm):
    """Asking for the erasure of a foster household's file."""

    because = WhyField(
        "Why should this file be erased?",
        "This stays when the file has gone. Leave the family's name out.",
    )


class AnswerForm(forms.Form):
    """Agreeing to an erasure, or refusing it."""

    answer = forms.ChoiceField(
        label="Should it be erased?",
        choices=[("agree", "Yes, erase all of it now"), ("refuse", "No, keep it")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether it should be erased"},
    )
    because = forms.CharField(
        label="Why not?",
        required=False,
        max_length=2_000,
        help_text="Only where you refuse.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
