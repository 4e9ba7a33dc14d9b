"""Naming who leads, and helping a family on another legal basis without beginning again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse

from goldthread.practice.moment import today
from goldthread.practice.recording import change_help_basis, name_lead
from goldthread.practice.standing import in_force
from goldthread.record.models import FamilyHelpEpisode, HelpBasis, LeadPractitioner, Plan, Post, Worker
from goldthread.web.access.forms import WhyField
from goldthread.web.design_system.fields import DateField
from goldthread.web.recording.page import At, Page, RecordForm, record

LEADS = {
    "family-help": "The help for the family",
    "child-protection": "The protection of the child, who is on a plan",
}
BASES = {"early-help": "Early help", "child-in-need": "Child in need (section 17)"}


class LeadForm(RecordForm):
    """Who leads, from when; a worker of ours, or somebody of another agency."""

    kind = forms.ChoiceField(
        label="What do they lead?", choices=list(LEADS.items()), widget=forms.RadioSelect,
        error_messages={"required": "Choose what they lead"},
    )  # fmt: skip
    worker = forms.TypedChoiceField(
        label="Who, where they work for us?", required=False, coerce=int, empty_value=None
    )
    name = forms.CharField(label="Or their name", required=False, max_length=200)
    profession = forms.CharField(
        label="Profession", required=False, max_length=200, help_text="For example a health visitor, a youth worker, a teacher."
    )  # fmt: skip
    agency = forms.CharField(label="Agency", required=False, max_length=200)
    began_on = DateField(called="the day they begin to lead", label="From which day?")

    def prepare(self) -> None:
        """Workers in post; only those things that can be led now."""
        chosen, what, day = self.fields["worker"], self.fields["kind"], self.fields["began_on"]
        assert isinstance(chosen, forms.ChoiceField)
        assert isinstance(what, forms.ChoiceField)
        assert isinstance(day, DateField)
        day.not_after = today()
        posts = Post.unwithdrawn.filter(in_force(today()), worker__isnull=False)
        found = Worker.unwithdrawn.filter(pk__in=posts.values("worker_id")).order_by(
            "family_name", "given_name", "pk"
        )
        self.workers = {each.pk: each for each in found}
        chosen.choices = [
            ("", "Somebody of another agency"),
            *((key, str(each)) for key, each in self.workers.items()),
        ]
        if not Plan.unwithdrawn.filter(child=self.child, kind="child-protection", ended_on=None).exists():
            what.choices = [("family-help", LEADS["family-help"])]

    def clean(self) -> dict[str, Any]:
        """A worker, or a name and an agency."""
        said = super().clean() or {}
        said["worker"] = self.workers.get(said.get("worker") or 0)
        if said["worker"] is None:
            if not said.get("name", "").strip():
                self.add_error("name", "Choose a worker, or enter the name of somebody of another agency")
            elif not said.get("agency", "").strip():
                self.add_error("agency", "Enter the agency for which they work")
        return said


def _leads(at: At) -> dict[str, Any]:
    found = LeadPractitioner.unwithdrawn.filter(child=at.child).select_related("worker")
    return {"leads": list(found.order_by("ended_on", "-began_on", "-pk")), "words": LEADS}


LEAD = Page(
    name="child: lead practitioner",
    heading="Name who leads",
    form=LeadForm,
    deed=name_lead,
    done="It is recorded who leads. Whoever led it before does so until that day.",
    template="leading/lead.jinja",
    values=lambda at: {"kind": "family-help", "began_on": today()},
    known=_leads,
)


def lead(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Name who leads the help for a family, or the protection of a child."""
    return record(request, public_id, page=LEAD)


class BasisForm(RecordForm):
    """The other basis, from when and why."""

    basis = forms.ChoiceField(
        label="On which basis is the family helped from then on?", choices=list(BASES.items()), widget=forms.RadioSelect,
        error_messages={"required": "Choose the basis"},
    )  # fmt: skip
    changed_on = DateField(called="the day from which", label="From which day?")
    because = WhyField("Why?", "What changed for the family. The help goes on: nothing in it begins again.")

    def prepare(self) -> None:
        """Not from tomorrow."""
        day = self.fields["changed_on"]
        assert isinstance(day, DateField)
        day.not_after = today()


def _other(at: At) -> dict[str, Any]:
    return {"basis": "child-in-need" if at.row.basis == "early-help" else "early-help", "changed_on": today()}


def _bases(at: At) -> dict[str, Any]:
    before = HelpBasis.unwithdrawn.filter(family_help_episode=at.row).order_by("-changed_on", "-pk")
    return {"episode": at.row, "before": list(before), "words": BASES}


BASIS = Page(
    name="child: basis of the help",
    heading="Help the family on another legal basis",
    form=BasisForm,
    deed=change_help_basis,
    done="The basis is changed. The help goes on.",
    table="family_help_episodes",
    row_as="episode",
    template="leading/basis.jinja",
    values=_other,
    known=_bases,
    refuses=lambda at: "This help has ended." if at.row.ended_on else "",
)


def basis(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Change the legal basis of one episode of help."""
    return record(request, public_id, page=BASIS, number=number)


def open_help(child: int) -> FamilyHelpEpisode | None:
    """The help that goes on; the latest."""
    found: FamilyHelpEpisode | None = (
        FamilyHelpEpisode.unwithdrawn.filter(child=child, ended_on=None).order_by("-began_on", "-pk").first()
    )
    return found
