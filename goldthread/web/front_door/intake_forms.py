"""What is asked when a contact is taken: what was told, and who the child is where nobody here knows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms

from goldthread.practice.moment import LONDON, now, today
from goldthread.practice.naming import names_of
from goldthread.record.models import Child, CodeField, Contact
from goldthread.rulebook.codes import code_set
from goldthread.web.design_system.fields import DateField, TimeOfDay
from goldthread.web.front_door.forms import CONSENT, SIGNS

SEXES = [("", "Not known yet"), ("F", "Female"), ("M", "Male")]
TIME = "%H:%M"


def sources() -> list[tuple[str, str]]:
    """Who may have told us, as the standard names them."""
    codes = code_set("referral_source")
    field = Contact._meta.get_field("received_from")
    assert isinstance(field, CodeField)
    return [("", "Choose"), *((code, field.label(code).capitalize()) for code in codes.codes())]


class ContactForm(forms.Form):
    """What somebody told us."""

    def __init__(self, *args: Any, siblings: Sequence[Child] = (), **options: Any) -> None:
        """siblings: brothers and sisters of whom whoever takes it may record."""
        super().__init__(*args, **options)
        self.siblings = {str(each.public_id): each for each in siblings}
        self.fields["worry"] = forms.CharField(
            label="What are they worried about?", help_text="In their words. What was seen or heard, when, and by whom.",
            max_length=20_000, widget=forms.Textarea(attrs={"rows": 5}),
            error_messages={"required": "Enter what they are worried about"},
        )  # fmt: skip
        self.fields["harm_suspected"] = forms.ChoiceField(
            label="Do you suspect significant harm?", choices=[("yes", "Yes: a strategy discussion is needed"), ("no", "No")],
            help_text="Yes starts the hours within which a strategy discussion must be held.", widget=forms.RadioSelect,
            error_messages={"required": "Say whether you suspect significant harm"},
        )  # fmt: skip
        self.fields["indicators"] = forms.MultipleChoiceField(
            label="Signs of harm", choices=list(SIGNS.items()), widget=forms.CheckboxSelectMultiple, required=False,
            help_text="Tick all that were told or seen.",
        )  # fmt: skip
        self.fields["received_from"] = forms.ChoiceField(
            label="Who told us?", choices=sources(), error_messages={"required": "Choose who told us"}
        )
        self.fields["referrer_agency"] = forms.CharField(label="Their agency", max_length=200, required=False)
        self.fields["referrer_name"] = forms.CharField(label="Their name", max_length=200, required=False)
        self.fields["referrer_role"] = forms.CharField(label="Their role", max_length=200, required=False)
        self.fields["consent"] = forms.ChoiceField(
            label="Does the family know and agree?", choices=list(CONSENT.items()), widget=forms.RadioSelect,
            error_messages={"required": "Say whether the family knows and agrees"},
        )  # fmt: skip
        self.fields["consent_because"] = forms.CharField(
            label="Why was it not sought, or what did they say?", max_length=2_000, required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
        )  # fmt: skip
        self.fields["else_known"] = forms.CharField(
            label="What else is known?", help_text="Who lives there, school, health, other agencies, how to reach the family.",
            max_length=20_000, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        )  # fmt: skip
        self.fields["received_on"] = DateField(
            called="the day it arrived", label="When did it arrive?", not_after=today()
        )
        self.fields["received_time"] = TimeOfDay(
            "At what time?", "Such as 22:10. It starts the hours.", required=False
        )
        if self.siblings:
            names = names_of(siblings)
            self.fields["also"] = forms.MultipleChoiceField(
                label="Which brothers and sisters is it about too?", required=False, widget=forms.CheckboxSelectMultiple,
                choices=[(key, names[each.pk]) for key, each in self.siblings.items()],
            )  # fmt: skip
            self.order_fields(["also"])

    @staticmethod
    def at_first() -> dict[str, Any]:
        """Today, and the time that it is."""
        return {"received_on": today(), "received_time": now().astimezone(LONDON).strftime(TIME)}

    def clean(self) -> dict[str, Any]:
        """What was said; consent that was not sought needs a reason, and nothing arrives in the future."""
        said = super().clean() or {}
        if said.get("consent") == "not-sought" and not said.get("consent_because", "").strip():
            self.add_error("consent_because", "Say why consent was not sought")
        day, at = said.get("received_on"), said.get("received_time")
        if day and at:
            said["received_at"] = datetime.combine(day, at, tzinfo=LONDON)
            if said["received_at"] > now():
                self.add_error("received_time", "This lies in the future")
        return said

    @property
    def told(self) -> dict[str, Any]:
        """What was said, as the deed takes it."""
        said = self.cleaned_data
        names = (
            "worry", "received_from", "referrer_agency", "referrer_name", "referrer_role", "consent", "consent_because",
            "else_known", "indicators",
        )  # fmt: skip
        return {
            **{name: said[name] for name in names},
            "received_at": said.get("received_at"),
            "received_on": said["received_on"],
            "harm_suspected": said["harm_suspected"] == "yes",
        }


class NewChildForm(forms.Form):
    """A child whom nobody knows here."""

    given_name = forms.CharField(
        label="Given name", max_length=200, required=False, help_text="Leave empty for an unborn baby."
    )
    family_name = forms.CharField(label="Family name", max_length=200, required=False)
    born_on = DateField(
        called="the birth date", label="Birth date", required=False, help_text="If it is known."
    )
    expected_on = DateField(
        called="the day the baby is expected", label="If unborn, when is the baby expected?", required=False
    )
    sex = forms.ChoiceField(label="Sex", choices=SEXES, required=False)
    lines = forms.CharField(label="Address, without the postcode", max_length=500, required=False)
    postcode = forms.CharField(label="Postcode", max_length=12, required=False)
    upn = forms.CharField(label="Unique pupil number", max_length=20, required=False)

    def clean(self) -> dict[str, Any]:
        """What was said; a child has at least one name."""
        said = super().clean() or {}
        if self.has_changed() and not (
            said.get("given_name", "").strip() or said.get("family_name", "").strip()
        ):
            self.add_error("family_name", "Enter at least one name")
        born = said.get("born_on")
        if born and born > today():
            self.add_error("born_on", "For an unborn baby, enter when it is expected")
        return said
