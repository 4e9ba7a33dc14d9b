"""What the pages about requests ask."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django import forms

from goldthread.record.models import Person, Redaction
from goldthread.rulebook.subject_access import GROUNDS
from goldthread.web.access.forms import WhyField
from goldthread.web.design_system.fields import DateField

ASKS_AS = (
    ("themselves", "The person whose record it is"),
    ("parent", "A parent, for their child"),
    ("guardian", "A guardian or carer with parental responsibility"),
    ("solicitor", "A solicitor, for their client"),
    ("advocate", "An advocate"),
    ("other", "Somebody else"),
)


class TakeForm(forms.Form):
    """Who asks, as what, and when it arrived."""

    asked_by = forms.CharField(
        label="Who asks?", max_length=200, error_messages={"required": "Enter the name of who asks"}
    )
    asks_as = forms.ChoiceField(
        label="As what?",
        choices=ASKS_AS,
        widget=forms.RadioSelect,
        error_messages={"required": "Say as what they ask"},
    )

    def __init__(self, *args: object, people: Iterable[tuple[Person, str]], until: date) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        known = [(str(person.pk), f"{person}, {what}") for person, what in people]
        self.fields["person"] = forms.ChoiceField(
            label="Are they somebody in this record?",
            choices=[("", "No, or the person whose record it is"), *known],
            required=False,
            help_text="What may be hidden from them is then left out for them, and not their own name.",
        )
        self.fields["received_on"] = DateField(
            called="the day it arrived", label="Which day did the request arrive?", not_after=until
        )


class IdentityForm(forms.Form):
    """How it was checked who asks."""

    def __init__(self, *args: object, until: date, for_another: bool) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.fields["identified_on"] = DateField(
            called="the day it was checked", label="Which day was it checked?", not_after=until
        )
        self.fields["identified_how"] = WhyField(
            "How was it checked?", "What was shown, and to whom. Keep no copy of it here."
        )
        if for_another:
            self.fields["entitled_how"] = WhyField(
                "How did they show that they may ask?",
                "Parental responsibility, a signed authority; and what the child says of it, if old enough to say.",
            )


class LongerForm(forms.Form):
    """Telling who asks that it takes longer."""

    def __init__(self, *args: object, until: date) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.fields["extended_on"] = DateField(
            called="the day they were told", label="Which day were they told?", not_after=until
        )
        self.fields["because"] = WhyField(
            "Why does it take longer?", "It is complex, or they asked several times. Not: we are busy."
        )


class GivenForm(forms.Form):
    """How it was given."""

    def __init__(self, *args: object, until: date) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.fields["given_on"] = DateField(
            called="the day it was given", label="Which day was it given?", not_after=until
        )
        self.fields["given_how"] = WhyField("How, and to whom?", "For example: by hand, and read together.")


class CloseForm(forms.Form):
    """Why it is closed."""

    why = WhyField(
        "Why is it closed without an answer?", "Taken back by who asked, or refused and by what law."
    )


class DecideForm(forms.Form):
    """What is decided about one thing that may be left out."""

    decision = forms.ChoiceField(
        label="What do you decide?",
        choices=[
            ("accepted", "Leave it out, as proposed"),
            ("changed", "Leave it out, with the changes below"),
            ("refused", "Leave it in"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Say what you decide"},
    )
    reason = WhyField("Why?", "Weigh the right of who asks against the harm. Somebody else reads it.")
    kind = forms.ChoiceField(
        label="On what ground?", choices=[(name, each.what) for name, each in GROUNDS.items()]
    )
    words = forms.CharField(
        label="Which words, one a line?",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="They are left out wherever they stand.",
    )

    def __init__(self, *args: object, redaction: Redaction) -> None:
        first = {
            "kind": redaction.kind, "words": "\n".join(redaction.words), "decision": redaction.decision,
            "reason": redaction.reason,
        }  # fmt: skip
        super().__init__(*args, initial=first)  # type: ignore[arg-type, misc]
        if not redaction.words:
            del self.fields["words"]


class MoreForm(forms.Form):
    """Something more that is left out."""

    words = forms.CharField(
        label="Which words, one a line?",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="A name, or a whole sentence just as it is written. It is left out wherever it stands.",
        error_messages={"required": "Enter the words that are left out"},
    )
    about = forms.CharField(
        label="Whom or what is it about?",
        max_length=200,
        help_text="For the second look. Who asks does not read this.",
        error_messages={"required": "Say whom or what it is about"},
    )
    kind = forms.ChoiceField(
        label="On what ground?", choices=[(name, each.what) for name, each in GROUNDS.items()]
    )
    why = WhyField("Why?", "Weigh the right of who asks against the harm.")
