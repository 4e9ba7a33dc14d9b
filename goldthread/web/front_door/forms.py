"""What is asked about a contact or a referral that was taken: what follows, what others say, what is told back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from goldthread.practice.access import may_record
from goldthread.practice.contacts import concerns_waiting, contacts_together
from goldthread.practice.doors import open_record
from goldthread.practice.moment import today
from goldthread.practice.naming import names_of
from goldthread.record.models import Contact, ContactCheck, HarmIndicator
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
        for each in self.others.values():
            open_record(each.child.public_id, by=self.by, page=self.page)
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
