"""What the pages about conferences ask."""

from __future__ import annotations

from typing import Any

from django import forms

from goldthread.practice.moment import today
from goldthread.practice.naming import names_of
from goldthread.practice.protecting import enquiry_to_confer_on, protection_plan
from goldthread.practice.roles import ROLES
from goldthread.practice.together import PARENTS
from goldthread.record.models import Account, Conference, ConferenceInvitee, Person, Worker
from goldthread.rulebook.codes import code_set
from goldthread.web.design_system.fields import YES_NO, DateField, LongText, TimeOfDay
from goldthread.web.protection.discussion_forms import (
    ABOUT_TOO,
    EACH_THEIR_OWN,
    TookPartForm,
    others_with,
    theirs,
)
from goldthread.web.recording.page import At, RecordForm

AGENCIES = {
    "family": "Family",
    "advocate": "Advocate",
    "social-care": "Social care",
    "police": "Police",
    "health": "Health",
    "education": "School or nursery",
    "probation": "Probation",
    "voluntary": "Voluntary organisation",
    "other": "Somebody else",
}
KINDS = {
    "initial": "Initial conference",
    "review": "Review conference",
    "transfer-in": "Transfer-in conference",
}
PLAN = {
    "initial": {"yes": "Yes: a child protection plan begins", "no": "No: no child protection plan"},
    "review": {"yes": "The child protection plan goes on", "no": "The child protection plan ends"},
}
CATEGORIES = [
    ("", "Choose"),
    *((code, code_set("category_of_abuse").label(code)) for code in code_set("category_of_abuse").codes()),
]
CHAIRS = [role.code for role in ROLES.values() if role.chairs]


def plan_choices(conference: Conference) -> list[tuple[str, str]]:
    """What a conference of its kind decides."""
    return list(PLAN.get(conference.kind, PLAN["initial"]).items())


class CallForm(RecordForm):
    """A conference to come."""

    def prepare(self) -> None:
        """Only such as this child's record leads to, with whoever chairs conferences."""
        kinds = {
            "initial": enquiry_to_confer_on(self.child),
            "review": protection_plan(self.child),
            "transfer-in": True,
        }
        offered = [(code, words) for code, words in KINDS.items() if kinds[code]]
        chairs = Worker.unwithdrawn.filter(
            accounts__in=Account.objects.filter(role__in=CHAIRS, is_active=True)
        ).distinct()
        self.chairs = {str(each.pk): each for each in chairs.order_by("family_name", "pk")}
        self.fields["kind"] = forms.ChoiceField(
            label="Which conference?", choices=offered, widget=forms.RadioSelect, initial=offered[0][0],
            help_text="An initial conference follows an enquiry; a review conference looks at a plan in force.",
            error_messages={"required": "Choose which conference it is"},
        )  # fmt: skip
        self.fields["called_for_on"] = DateField(
            called="the day for which it is called",
            label="For which day?",
            help_text="A call stops no clock: only holding it does.",
        )
        self.fields["called_for_at"] = TimeOfDay("At what time?", required=False)
        self.fields["chaired_by"] = forms.ChoiceField(
            label="Who chairs it?", required=False, help_text="The record opens to the chair from now on.",
            choices=[("", "Not known yet"), *((key, str(each)) for key, each in self.chairs.items())],
        )  # fmt: skip
        self.ask_of_siblings(ABOUT_TOO, EACH_THEIR_OWN)

    def clean_chaired_by(self) -> Worker | None:
        """Who was chosen."""
        return self.chairs.get(self.cleaned_data["chaired_by"])

    def clean_siblings(self) -> list[Any]:
        """The children chosen."""
        return self.siblings_chosen()


class InviteForm(RecordForm):
    """Somebody asked to a conference. One of the family whom the record knows by that name is joined to it."""

    agency = forms.ChoiceField(
        label="For whom do they come?", choices=[("", "Choose"), *AGENCIES.items()],
        error_messages={"required": "Choose for whom they come"},
    )  # fmt: skip
    name = forms.CharField(label="Name and job", max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        """With the person of the record, where there is one of that name."""
        said = super().clean() or {}
        said["person"] = self.known_person(said) if said.get("agency") == "family" else None
        return said

    def known_person(self, said: dict[str, Any]) -> Person | None:
        """Somebody related to the child, by their name."""
        related = Person.unwithdrawn.filter(
            relationships__child=self.child, relationships__withdrawn_at__isnull=True
        )
        return next((each for each in related.distinct() if str(each) == said.get("name", "").strip()), None)


class MaybeForm(InviteForm):
    """One of those whom the record suggests: left without an agency, they are not invited."""

    def prepare(self) -> None:
        """Nobody has to be."""
        self.fields["agency"].required = False


class CameForm(TookPartForm):
    """Somebody who came, or did not, and what they said."""

    row = forms.CharField(widget=forms.HiddenInput, required=False)
    agency = forms.ChoiceField(
        label="For whom?",
        choices=[("", "Choose"), *AGENCIES.items()],
        error_messages={"required": "Choose for whom they come"},
    )
    views = LongText("What did they say? Of the family, in their own words.", rows=3)
    agrees = forms.ChoiceField(
        label="Do they agree with the decision?",
        choices=[*YES_NO, ("", "Not asked")],
        widget=forms.RadioSelect,
        required=False,
    )
    dissent = LongText("If they do not agree: why?", rows=2)
    field_order = ("row", "agency", "name", "attended", "took_part_by", "views", "agrees", "dissent")


class DecisionForm(RecordForm):
    """What a conference decides, for each child by itself."""

    inquorate_because = LongText("If too few agencies took part: why did it go ahead?", rows=2)

    def prepare(self) -> None:
        """Of this child first, then of the brothers and sisters about whom it was called too."""
        self.fields["held_on"] = DateField(
            called="the day it was held", label="On which day was it held?", not_after=today()
        )
        self.order_fields(["held_on"])
        self.others = [each for each in theirs(self, others_with(self.row)) if each.held_on is None]
        names = names_of([self.child, *(each.child for each in self.others)])
        for each in (self.row, *self.others):
            self._ask(each, names[each.child_id], "" if each.pk == self.row.pk else f"_{each.pk}")

    def _ask(self, row: Conference, name: str, suffix: str) -> None:
        needed = not suffix
        asked = {
            "child_views": LongText(
                f"What did {name} want the conference to know?", "In their own words; or why that is not known.",
                required="Say what the child wanted it to know, or why that is not known" if needed else "",
            ),
            "advocate": forms.CharField(
                label=f"Who spoke for {name}?", max_length=200, required=False, help_text="An advocate, or nobody."
            ),
            "plan": forms.ChoiceField(
                label=f"What is decided for {name}?", choices=plan_choices(row), widget=forms.RadioSelect, required=needed,
                error_messages={"required": "Choose what is decided"},
            ),
            "category": forms.ChoiceField(
                label=f"Under which category is {name} on a plan?", choices=CATEGORIES, required=False,
                initial=(row.plan.latest_category if row.plan else "") or "",
            ),
            "because": LongText(f"Why, for {name}?", "The family will read it.", required="Say why" if needed else ""),
        }  # fmt: skip
        for column, field in asked.items():
            self.fields[f"{column}{suffix}"] = field


class PutOffForm(RecordForm):
    """Another day."""

    called_for_on = DateField(called="the new day", label="To which day?")
    called_for_at = TimeOfDay("At what time?", required=False)
    because = LongText("Why is it put off?", required="Say why it is put off", rows=3)


class AdjournForm(RecordForm):
    """Why a conference could not decide, who must come next, and when it goes on."""

    adjourned_on = DateField(called="the day it was adjourned", label="On which day did it meet?")
    because = LongText("Why could it not go on?", required="Say why it could not go on", rows=3)
    must_come = LongText(
        "Who must be there when it goes on?",
        "By name and job. Invite each who is not invited yet.",
        required="Say who must be there when it goes on",
        rows=3,
    )
    called_for_on = DateField(called="the day it goes on", label="On which day does it go on?")
    called_for_at = TimeOfDay("At what time?", required=False)

    def prepare(self) -> None:
        """It met by today; brothers and sisters about whom it was called too are ticked."""
        day = self.fields["adjourned_on"]
        assert isinstance(day, DateField)
        day.not_after = today()
        rows = [each for each in theirs(self, others_with(self.row)) if each.held_on is None]
        self.others = {str(each.pk): each for each in rows}
        if rows:
            names = names_of([each.child for each in rows])
            self.fields["siblings"] = forms.MultipleChoiceField(
                label="For which brothers and sisters is it adjourned too?", required=False,
                widget=forms.CheckboxSelectMultiple, initial=list(self.others),
                choices=[(key, names[each.child_id]) for key, each in self.others.items()],
            )  # fmt: skip

    def clean_siblings(self) -> list[Conference]:
        """The rows of the children chosen."""
        return [self.others[key] for key in self.cleaned_data["siblings"]]


class ReportForm(RecordForm):
    """When a report was sent, and shared with the family."""

    report_sent_on = DateField(
        called="the day it was sent", label="On which day was the report sent?", required=False
    )
    report_shared_on = DateField(
        called="the day it was shared", label="On which day was it shared with the family?", required=False
    )

    def prepare(self) -> None:
        """Neither is tomorrow."""
        for name in ("report_sent_on", "report_shared_on"):
            day = self.fields[name]
            assert isinstance(day, DateField)
            day.not_after = today()


def first_invited(at: At) -> list[dict[str, Any]]:
    """Whom the record suggests: parents and carers by name, the worker who holds the child, and the usual agencies."""
    adults = at.child.relationships.filter(
        withdrawn_at__isnull=True, ended_on__isnull=True, kind__in=(*PARENTS, "carer"), person__isnull=False
    ).select_related("person")
    held = at.child.allocations.filter(withdrawn_at__isnull=True, ended_on__isnull=True, worker__isnull=False)
    worker = held.exclude(role="reviewing-officer").select_related("worker").order_by("-began_on").first()
    return [
        *({"agency": "family", "name": str(each.person)} for each in adults.order_by("pk")),
        {"agency": "social-care", "name": str(worker.worker) if worker else ""},
        *({"agency": agency, "name": ""} for agency in ("police", "health", "education")),
    ]


def invited(row: Conference) -> list[dict[str, Any]]:
    """Who was invited, as the page on which it is decided offers them."""
    rows = ConferenceInvitee.unwithdrawn.filter(conference=row).order_by("pk")
    return [{"row": str(each.pk), "agency": each.agency, "name": each.name} for each in rows]
