"""Writing an assessment: beginning it, its sections, whom it consulted, and what it found."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from goldthread.practice.assessing import adults_of, last_before, sections_of
from goldthread.practice.disclosure import on_screen
from goldthread.practice.doors import RecordNotFound, open_record, reader_of
from goldthread.practice.entries import entry_of
from goldthread.practice.moment import today
from goldthread.practice.recording import (
    begin_assessment,
    copy_forward,
    find_in_assessment,
    record_consultation,
    write_section,
)
from goldthread.record.models import Assessment, AssessmentFactor, AssessmentSection, CodeField, Referral
from goldthread.rulebook.codes import code_set
from goldthread.vocabulary.sections import SECTION
from goldthread.web.assessment.about import comments_of
from goldthread.web.design_system.fields import DateField
from goldthread.web.recording.page import At, Page, RecordForm, record

PAGE = "child: assessment"
ROWS = 14


def page_of(at: At, _result: Any = None) -> str:
    """The assessment."""
    return reverse("assessment:page", args=[at.child.public_id, at.row.pk])


class BeginForm(RecordForm):
    """From when an assessment counts."""

    requested_on = DateField(
        called="the day from which it counts", label="From which day does its time run?",
        help_text="The referral's day; on an open case, the day it was decided to assess again.",
    )  # fmt: skip
    began_on = DateField(called="the day it began", label="When did it begin?")

    def prepare(self) -> None:
        """An open referral that no assessment answers gives the day."""
        waiting = Referral.unwithdrawn.filter(child=self.child, closed_on=None, assessments=None)
        self.referral = waiting.order_by("-received_on", "-pk").first()
        self.fields["requested_on"].initial = self.referral.received_on if self.referral else today()
        self.fields["began_on"].initial = today()

    def clean(self) -> dict[str, Any]:
        """With the referral that it answers."""
        return {**(super().clean() or {}), "referral": self.referral}


BEGIN = Page(
    name=PAGE,
    heading="Begin an assessment",
    form=BeginForm,
    deed=begin_assessment,
    done="The assessment is begun.",
    button="Begin it",
    then=lambda at, row: reverse("assessment:page", args=[at.child.public_id, row.pk]),
)


class SectionForm(RecordForm):
    """One section."""

    words = forms.CharField(
        label="What do you write?", max_length=100_000, widget=forms.Textarea(attrs={"rows": ROWS}), strip=False,
        error_messages={"required": "Write something. Where there is nothing to say, say so"},
    )  # fmt: skip
    because = forms.CharField(
        label="Why do you change what was authorised?", max_length=2_000,
        help_text="It ends the authorisation: a manager reads it again.", widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say why you change what was authorised"},
    )  # fmt: skip

    def prepare(self) -> None:
        """A reason only for what was authorised."""
        if self.row.authorised_on is None:
            del self.fields["because"]


def section(request: HttpRequest, public_id: UUID, number: int, section: str) -> HttpResponse:
    """Write one section, with the same section of the last assessment beside it."""
    if section not in SECTION:
        raise Http404("There is no section of that name.")
    return record(request, public_id, page=SECTION_PAGES[section], number=number)


def _section_page(word: str) -> Page:
    return Page(
        name=PAGE,
        heading=SECTION[word].title,
        form=SectionForm,
        deed=write_section,
        done="Saved.",
        button="Save and go on",
        table="assessments",
        row_as="assessment",
        template="assessment/section.jinja",
        values=lambda at: {"words": _words(at.row, word)},
        known=lambda at: _beside(at, word),
        keywords=lambda said: {**said, "section": word},
        then=lambda at, _result: _next(at, word),
    )


def _words(assessment: Assessment, word: str) -> str:
    row = AssessmentSection.unwithdrawn.filter(assessment=assessment, section=word).first()
    return row.words if row else ""


def _beside(at: At, word: str) -> dict[str, Any]:
    written = {each.section.word: each for each in sections_of(at.row)}
    if word not in written:
        raise RecordNotFound
    before = last_before(at.row)
    earlier = (
        AssessmentSection.unwithdrawn.filter(assessment=before, section=word).first() if before else None
    )
    order = list(written)
    return {
        "assessment": at.row,
        "heading": written[word].title,
        "written": written[word],
        "place": order.index(word) + 1,
        "count": len(order),
        "before": before,
        "earlier": earlier,
        "comments": comments_of(at.row).get(word, []),
        "written_sections": list(written.values()),
    }


def _next(at: At, word: str) -> str:
    order = [each.section.word for each in sections_of(at.row)]
    place = order.index(word) + 1
    if place == len(order):
        return page_of(at)
    return reverse("assessment:section", args=[at.child.public_id, at.row.pk, order[place]])


SECTION_PAGES = {word: _section_page(word) for word in SECTION}


@require_POST
def copy(request: HttpRequest, public_id: UUID, number: int, section: str) -> HttpResponse:
    """Copy what the last assessment said in one section into this one."""
    account = reader_of(request.user)
    child = open_record(public_id, by=account, page=PAGE)
    row = entry_of(child, "assessments", number, on_screen(child, by=account))
    before = last_before(row)
    earlier = (
        AssessmentSection.unwithdrawn.filter(assessment=before, section=section).first() if before else None
    )
    if earlier is None:
        raise RecordNotFound
    try:
        copy_forward(assessment=row, by=account, earlier=earlier)
        messages.success(request, "Copied, and marked as unchanged until you change it.")
    except ValidationError as fault:
        messages.error(request, " ".join(fault.messages))
    return redirect("assessment:section", public_id, number, section)


class ConsultedForm(RecordForm):
    """Whether an adult was spoken with, and when, or why not."""

    person = forms.ChoiceField(label="Who?", choices=[], error_messages={"required": "Choose who"})
    consulted_on = DateField(
        called="the day they were spoken with", label="When were they spoken with?", required=False,
        help_text="Leave it empty if they were not.",
    )  # fmt: skip
    not_consulted_because = forms.CharField(
        label="If they were not, why?",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def prepare(self) -> None:
        """The adults whom the record knows, those of whom nothing is said first."""
        adults = sorted(adults_of(self.row), key=lambda each: each.said is not None)
        self.people = {str(each.person.pk): each.person for each in adults}
        field = self.fields["person"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", "Choose"),
            *((str(each.person.pk), f"{each.person}, {each.what}") for each in adults),
        ]

    def clean_person(self) -> Any:
        """The adult chosen."""
        return self.people[self.cleaned_data["person"]]


CONSULTED = Page(
    name=PAGE,
    heading="Who was consulted?",
    form=ConsultedForm,
    deed=record_consultation,
    done="Written down.",
    table="assessments",
    row_as="assessment",
    template="assessment/step.jinja",
    known=lambda at: {"assessment": at.row, "adults": adults_of(at.row)},
    then=page_of,
)


class FoundForm(RecordForm):
    """What an assessment found."""

    child_seen = forms.ChoiceField(
        label="Was the child seen?",
        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not yet")],
        widget=forms.RadioSelect,
    )
    needs_support = forms.ChoiceField(
        label="Does the child need help from children's social care?",
        choices=[("yes", "Yes"), ("no", "No"), ("", "Not decided yet")], widget=forms.RadioSelect, required=False,
    )  # fmt: skip
    factors = forms.MultipleChoiceField(
        label="What matters in the child's life?", choices=[], widget=forms.CheckboxSelectMultiple, required=False,
        help_text="The census asks for these. Tick all that the assessment found.",
    )  # fmt: skip

    def prepare(self) -> None:
        """The factors as the census names them today."""
        codes, label = code_set("assessment_factor"), AssessmentFactor._meta.get_field("factor")
        field = self.fields["factors"]
        assert isinstance(field, forms.MultipleChoiceField)
        assert isinstance(label, CodeField)
        field.choices = [(code, label.label(code)) for code in codes.codes(today().year)]

    def clean_needs_support(self) -> bool | None:
        """Yes, no, or not decided."""
        return {"yes": True, "no": False}.get(self.cleaned_data["needs_support"])


def _found(at: At) -> dict[str, Any]:
    needs = {True: "yes", False: "no"}.get(at.row.needs_support, "")
    standing = AssessmentFactor.unwithdrawn.filter(assessment=at.row).order_by("factor")
    return {
        "child_seen": at.row.child_seen,
        "needs_support": needs,
        "factors": list(standing.values_list("factor", flat=True)),
    }


FOUND = Page(
    name=PAGE,
    heading="What did the assessment find?",
    form=FoundForm,
    deed=find_in_assessment,
    done="Saved.",
    button="Save",
    table="assessments",
    row_as="assessment",
    template="assessment/step.jinja",
    values=_found,
    known=lambda at: {"assessment": at.row, "written_sections": sections_of(at.row)},
    then=page_of,
)


def begin(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Begin an assessment."""
    return record(request, public_id, page=BEGIN)


def consulted(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Write down whom it consulted, or why not."""
    return record(request, public_id, page=CONSULTED, number=number)


def findings(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Write down what it found."""
    return record(request, public_id, page=FOUND, number=number)
