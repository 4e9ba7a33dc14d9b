"""Writing what a figure means, and deciding which are shown, their targets and their limits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldthread.practice.doors import RecordNotFound, reader_of
from goldthread.practice.figures.choosing import (
    LEAST_MONTHS,
    MOST,
    baselines_of,
    choose_figures,
    chosen,
    set_baseline,
    set_target,
    take_back_baseline,
)
from goldthread.practice.figures.commenting import PARTS, comment, commentaries_of, key_of, who_may_see_to_it
from goldthread.practice.figures.telling import told_of
from goldthread.practice.moment import now
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account, FigureBaseline
from goldthread.rulebook.measure import Measure
from goldthread.rulebook.measures import MEASURES
from goldthread.web.access.forms import WhyField
from goldthread.web.design_system.fields import DateField, LongText
from goldthread.web.drafts.keeping import keeps
from goldthread.web.figures.pictures import picture_of
from goldthread.web.figures.views import measure_of
from goldthread.web.figures.wording import card_of

WRONG_NUMBER = f"Enter a number from {LEAST_MONTHS} to 60"
NO_NAMES = "Board members read this: name no child and no family."


class Person(forms.ModelChoiceField):
    """An account, by the name that pages show."""

    def label_from_instance(self, obj: Account) -> str:
        return obj.shown_name


class CommentForm(forms.Form):
    """What a figure means, and what is done."""

    what = LongText(PARTS["what"], NO_NAMES, required="Say what the figure shows", rows=3)
    why = LongText(
        PARTS["why"],
        "What you know, and what you only suppose.",
        required="Say why, as far as you know",
        rows=3,
    )
    so_what = LongText(PARTS["so_what"], required="Say what it means for children", rows=3)
    now_what = LongText(PARTS["now_what"], required="Say what happens now", rows=3)
    by_when = DateField(called="the day by which it is done", label="By when?")
    by_whom = Person(
        Account.objects.none(),
        label="Who sees to it?",
        empty_label="Choose",
        error_messages={"required": "Choose who sees to it"},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        whom = self.fields["by_whom"]
        assert isinstance(whom, Person)
        whom.queryset = who_may_see_to_it().order_by("worker__family_name", "worker__given_name", "username")


class ChooseForm(forms.Form):
    """Which measures, and why."""

    measures = forms.MultipleChoiceField(
        label=f"Which figures? Choose {MOST} at most", widget=forms.CheckboxSelectMultiple,
        choices=[(each.name, f"{each.what}: {each.question}") for each in MEASURES.values()],
        error_messages={"required": f"Choose from 1 to {MOST} figures"},
    )  # fmt: skip
    why = WhyField("Why these?")


class TargetForm(forms.Form):
    """A target, or none, and why."""

    kind = forms.ChoiceField(
        label="Is there a target?", choices=[("target", "Yes"), ("none", "No target")], widget=forms.RadioSelect,
        error_messages={"required": "Say whether there is a target"},
    )  # fmt: skip
    value = forms.DecimalField(
        label="The target, if there is one", required=False, max_digits=12, decimal_places=2,
        error_messages={"invalid": "Enter the target as a number"},
    )  # fmt: skip
    why = WhyField("Why this, or why none?")

    def clean(self) -> dict[str, Any]:
        """A target is a number, and where there is none there is no number."""
        said = super().clean() or {}
        if said.get("kind") == "target" and said.get("value") is None and "value" not in self.errors:
            self.add_error("value", "Enter the target as a number")
        if said.get("kind") == "none":
            said["value"] = None
        return said


class LimitsForm(forms.Form):
    """From which months the limits come, and what changed in the work."""

    first_month = forms.TypedChoiceField(
        label="From which month?",
        coerce=str,
        error_messages={"required": "Choose the month", "invalid_choice": "Choose the month"},
    )
    months = forms.IntegerField(
        label="Over how many months are they worked out?", min_value=LEAST_MONTHS, max_value=60, initial=LEAST_MONTHS,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), WRONG_NUMBER),
    )  # fmt: skip
    why = WhyField("What changed in the work, so that the old limits no longer describe it?")


class BackForm(forms.Form):
    """Why a decision is taken back."""

    because = WhyField("Why is it taken back?")


def write(request: HttpRequest, name: str) -> HttpResponse:
    """Write what a figure means."""
    account = _of_role(request, "comments_figures")
    measure = measure_of(name)
    [told] = told_of(standing_of(account), [measure])
    before = commentaries_of([measure]).get(measure.name)
    form = keeps(CommentForm(request.POST or None), request)
    return _asked(
        request, form, measure, f"What {measure.what[0].lower()}{measure.what[1:]} means", "Keep it",
        lambda said: comment(by=account, measure=name, signals=[key_of(each) for each in told.chart.signals], **said),
        card=card_of(told, picture_of(told, small=True)), before=before,
    )  # fmt: skip


def choose(request: HttpRequest) -> HttpResponse:
    """Decide which figures are shown."""
    account = _of_role(request, "decides_figures")
    shown = [each.name for each in chosen()]
    form = keeps(ChooseForm(request.POST or None, initial={"measures": shown}), request)
    return _asked(
        request, form, None, "Choose the figures", "Keep it", lambda said: choose_figures(by=account, **said)
    )


def target(request: HttpRequest, name: str) -> HttpResponse:
    """Decide what is wanted of a figure."""
    account, measure = _of_role(request, "decides_figures"), measure_of(name)
    form = keeps(TargetForm(request.POST or None), request)

    def decide(said: dict[str, Any]) -> None:
        set_target(by=account, measure=name, value=said["value"], why=said["why"])

    return _asked(
        request, form, measure, f"A target for {measure.what[0].lower()}{measure.what[1:]}", "Keep it", decide
    )


def limits(request: HttpRequest, name: str) -> HttpResponse:
    """Decide from which months the limits come."""
    account, measure = _of_role(request, "decides_figures"), measure_of(name)
    [told] = told_of(standing_of(account), [measure])
    form = LimitsForm(request.POST or None)
    months = {month.last.isoformat(): month.last for month, _ in told.months}
    first = form.fields["first_month"]
    assert isinstance(first, forms.TypedChoiceField)
    first.choices = [("", "Choose"), *((key, f"{day:%B %Y}") for key, day in reversed(months.items()))]
    form = keeps(form, request)

    def decide(said: dict[str, Any]) -> None:
        set_baseline(by=account, measure=name, **(said | {"first_month": months[said["first_month"]]}))

    return _asked(
        request,
        form,
        measure,
        f"New limits for {measure.what[0].lower()}{measure.what[1:]}",
        "Keep it",
        decide,
    )


def take_back(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """Take a decision about limits back."""
    account, measure = _of_role(request, "decides_figures"), measure_of(name)
    held: FigureBaseline | None = baselines_of(measure).filter(pk=number).first()
    if held is None:
        raise RecordNotFound
    form = keeps(BackForm(request.POST or None), request)
    return _asked(
        request, form, measure, f"Take back the limits from {held.first_month:%B %Y}", "Take it back",
        lambda said: take_back_baseline(by=account, baseline=held, **said),
    )  # fmt: skip


def _asked(
    request: HttpRequest, form: forms.Form, measure: Measure | None, heading: str, button: str,
    deed: Callable[[dict[str, Any]], object], **more: Any,
) -> HttpResponse:  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            deed(form.cleaned_data)
        except ValidationError as fault:
            said = fault.message_dict if hasattr(fault, "error_dict") else {"": fault.messages}
            for name, words in said.items():
                form.add_error(name if name in form.fields else None, words)
        else:
            messages.success(request, "Kept.")
            return redirect("figures:measure", measure.name) if measure else redirect("figures:page")
    context = {"as_at": now(), "form": form, "heading": heading, "button": button, "measure": measure, **more}
    return render(request, "figures/enter.jinja", context, status=422 if form.errors else 200)


def _of_role(request: HttpRequest, what: str) -> Account:
    account = reader_of(request.user)
    if not getattr(standing_of(account).role, what):
        raise RecordNotFound
    return account
