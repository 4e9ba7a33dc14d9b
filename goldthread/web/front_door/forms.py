"""What the front door asks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms

from goldthread.practice.access import may_record
from goldthread.practice.contacts import concerns_waiting, contacts_together
from goldthread.practice.moment import LONDON, now, today
from goldthread.practice.naming import names_of
from goldthread.record.models import Child, CodeField, Contact, ContactCheck, HarmIndicator
from goldthread.rulebook.codes import code_set
from goldthread.web.design_system.fields import DateField
from goldthread.web.recording.page import RecordForm

CONSENT = {
    "given": "Yes: the family knows and agrees",
    "refused": "The family knows and does not agree",
    "not-sought": "Not sought, for a reason",
}
HOW = {"telephone": "By telephone", "email": "By email", "letter": "By letter", "in-person": "In person"}
SIGNS = {
    "injury": "An injury",
    "disclosure": "Something the child said",
    "sexual-harm": "Sexual harm",
    "domestic-abuse": "Domestic abuse",
    "neglect": "Neglect",
    "substance-misuse": "Alcohol or drugs",
    "mental-ill-health": "Mental ill health",
    "self-harm": "Self-harm",
    "exploitation": "Exploitation",
    "missing": "Going missing",
    "violence-outside-home": "Violence outside the home",
    "dangerous-adult": "An adult who is known to be dangerous",
    "unborn-at-risk": "Danger to an unborn baby",
}
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
        self.fields["referrer_agency"] = forms.CharField(
            label="Their agency", help_text="Such as the name of the school.", max_length=200, required=False
        )
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
        self.fields["received_time"] = forms.TimeField(
            label="At what time?", help_text="Such as 22:10. It starts the hours.", input_formats=[TIME, "%H.%M", "%H%M"],
            required=False, error_messages={"invalid": "Enter a time such as 22:10"},
        )  # fmt: skip
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


OUTCOMES = {
    "no-further-action": "No further action",
    "advice": "Advice",
    "early-help": "Early help",
    "referral": "Referral to children's social care",
    "existing-case": "Passed to the worker who holds the child",
}
DECISIONS = {
    "assessment": "Assess: a child and family assessment begins",
    "early-help": "Early help",
    "no-further-action": "No further action: the referral is closed",
    "other": "Something else",
}
WHY = "What it rests on, what else was considered, and what earlier contacts said. The family may one day read it."


def because(label: str = "Why?") -> forms.CharField:
    """A rationale."""
    return forms.CharField(
        label=label, help_text=WHY, max_length=5_000, widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Say why, in a sentence that somebody else can judge"},
    )  # fmt: skip


class TogetherForm(RecordForm):
    """A form about a contact, and those of brothers and sisters that came with it."""

    offered: Sequence[Contact] = ()

    def prepare(self) -> None:
        """Ask of which of the others it holds too."""
        others = contacts_together(self.row)[1:]
        theirs = may_record(self.by, [each.child_id for each in others])
        self.others = {str(each.pk): each for each in others if each.child_id in theirs and self.fits(each)}
        if self.others:
            names = names_of([each.child for each in self.others.values()])
            self.fields["also"] = forms.MultipleChoiceField(
                label="For which brothers and sisters too?", required=False, widget=forms.CheckboxSelectMultiple,
                choices=[(key, names[each.child_id]) for key, each in self.others.items()], initial=list(self.others),
            )  # fmt: skip

    def fits(self, contact: Contact) -> bool:
        """Whether it can hold of another contact too."""
        return True

    def clean_also(self) -> list[Contact]:
        """The contacts chosen."""
        return [self.others[key] for key in self.cleaned_data["also"]]


class DecideForm(TogetherForm):
    """What follows a contact, and why."""

    outcome = forms.ChoiceField(
        label="What follows?", choices=list(OUTCOMES.items()), widget=forms.RadioSelect,
        error_messages={"required": "Choose what follows"},
    )  # fmt: skip
    because = because()
    same_words = forms.BooleanField(label="I mean the same words as in my last decision", required=False)
    no_harm_because = forms.CharField(
        label="Why is significant harm not suspected after all?", required=False, max_length=2_000,
        help_text="Only where you decide on no further action, advice or early help.", widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    organisation = forms.CharField(
        label="Who leads early help?", required=False, max_length=200, help_text="Only for early help."
    )

    def prepare(self) -> None:
        """Ask of suspected harm only where a discussion waits."""
        super().prepare()
        if not concerns_waiting(self.row):
            del self.fields["no_harm_because"]
        self.order_fields(["outcome", "because", "same_words", "no_harm_because", "organisation", "also"])

    def fits(self, contact: Contact) -> bool:
        """Whether nothing is decided of it yet."""
        return contact.decided_on is None


class ReferralForm(RecordForm):
    """What follows a referral, and why."""

    decision = forms.ChoiceField(
        label="What follows?", choices=list(DECISIONS.items()), widget=forms.RadioSelect,
        error_messages={"required": "Choose what follows"},
    )  # fmt: skip
    because = because()
    primary_need = forms.ChoiceField(label="The main need", choices=[], required=False)
    organisation = forms.CharField(
        label="Who leads early help?", required=False, max_length=200, help_text="Only for early help."
    )

    def prepare(self) -> None:
        """The needs as the census names them."""
        codes = code_set("cin_primary_need")
        field = self.fields["primary_need"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Not known yet"), *((code, codes.label(code)) for code in codes.codes())]
        field.initial = self.row.primary_need or ""


class TellForm(TogetherForm):
    """What whoever told us is told."""

    feedback_words = forms.CharField(
        label="What were they told?", max_length=5_000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Tell them what follows, and no more of the family than they need.",
        error_messages={"required": "Say what they were told"},
    )  # fmt: skip
    feedback_how = forms.ChoiceField(
        label="How?",
        choices=list(HOW.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Say how they were told"},
    )
    feedback_on = DateField(called="the day they were told", label="When?")

    def prepare(self) -> None:
        """Today, unless it is said otherwise."""
        super().prepare()
        self.fields["feedback_on"].initial = today()

    def fits(self, contact: Contact) -> bool:
        """Whether it is decided and nobody has been told."""
        return contact.decided_on is not None and contact.feedback_on is None


class AskForm(RecordForm):
    """What another agency is asked, and says."""

    agency = forms.CharField(
        label="Who was asked?", max_length=200, help_text="Such as the school, the health visitor, the police.",
        error_messages={"required": "Enter who was asked"},
    )  # fmt: skip
    asked_on = DateField(called="the day they were asked", label="When?")
    answer = forms.CharField(
        label="What did they say?", required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Leave empty while they have not answered.",
    )  # fmt: skip

    def prepare(self) -> None:
        """Today, unless it is said otherwise."""
        self.fields["asked_on"].initial = today()

    def clean(self) -> dict[str, Any]:
        """An answer came on the day it is written, today."""
        said = super().clean() or {}
        said["answered_on"] = today() if said.get("answer", "").strip() else None
        return said


class AnswerForm(RecordForm):
    """What an agency answered."""

    answer = forms.CharField(
        label="What did they say?", max_length=20_000, widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Enter what they said"},
    )  # fmt: skip
    answered_on = DateField(called="the day they answered", label="When?")

    def prepare(self) -> None:
        """Today, unless it is said otherwise."""
        self.fields["answered_on"].initial = today()


def check_of(contact: Contact, number: int) -> ContactCheck | None:
    """A check made for a contact."""
    return ContactCheck.unwithdrawn.filter(contact=contact, pk=number).first()


def signs_of(contact: Contact) -> list[str]:
    """The signs of harm that were told, in words."""
    rows = (
        HarmIndicator.unwithdrawn.filter(contact=contact).order_by("pk").values_list("indicator", flat=True)
    )
    return [SIGNS[each] for each in rows]
