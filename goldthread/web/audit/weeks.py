"""Practice weeks: planned, drawn once, done part by part, and closed with what was learnt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from goldthread.practice.auditing.samples import auditors
from goldthread.practice.auditing.weeks import (
    DOES,
    Part,
    close_week,
    do_week_part,
    draw_for_week,
    may_be_drawn,
    own_part,
    plan_week,
    records_of,
)
from goldthread.practice.doors import RecordNotFound, reader_of, reader_of_children
from goldthread.practice.moment import now
from goldthread.practice.standing import Standing
from goldthread.record.models import Account, PracticeWeek, PracticeWeekPart
from goldthread.vocabulary import Fault
from goldthread.web.audit import forms
from goldthread.web.audit.lists import drawer, say
from goldthread.web.challenge.parts import parts
from goldthread.web.drafts.keeping import keeps
from goldthread.web.recording.many import ANOTHER, Many, Rows

PARTS = Many(
    forms.PartForm, "Who does what", "person", "Somebody who audits needs nothing more: the records are drawn afterwards.",
    blank=3, needed=True,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do in a week: its heading, the words that lead to it, its button, form, deed, and what is said once done."""

    heading: str
    link: str
    button: str
    form: type[Form]
    deed: Callable[..., Any]
    done: str
    intro: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)


def weeks(request: HttpRequest) -> HttpResponse:
    """Every practice week, the latest first."""
    standing = _auditing(request)
    found = PracticeWeek.unwithdrawn.order_by("-week_on", "-pk").prefetch_related("practice_week_parts")
    context = {
        "as_at": now(),
        "parts": parts("audits:weeks", standing),
        "weeks": list(found[:40]),
        "draws": standing.role.draws,
    }
    return render(request, "audit/weeks.jinja", context)


def plan(request: HttpRequest) -> HttpResponse:
    """Plan a week."""
    account = drawer(request)
    form = keeps(forms.WeekForm(request.POST or None), request)
    more = request.method == "POST" and ANOTHER in request.POST
    rows = Rows(
        "parts", PARTS, data=request.POST if request.method == "POST" and not more else None, typed=request.POST if more else None
    )  # fmt: skip
    if request.method == "POST" and not more and form.is_valid() and rows.is_valid():
        people = {str(each.pk): each for each in auditors()}
        said = [Part(people[each["who"]], each["does"], each["of"]) for each in rows.said]
        try:
            made = plan_week(by=account, parts=said, **form.cleaned_data)
        except (ValidationError, Fault) as fault:
            say(form, fault)
        else:
            messages.success(request, "The week is planned. Draw its records when you are ready.")
            return redirect("audits:week", made.pk)
    wrong = bool(request.method == "POST" and not more)
    context = {"as_at": now(), "form": form, "rows": rows, "row_errors": rows.errors}
    return render(request, "audit/plan_week.jinja", context, status=422 if wrong else 200)


def week(request: HttpRequest, number: int) -> HttpResponse:
    """One week: who does what in it, what became of its records, and the way to what this account may do."""
    standing = _auditing(request)
    account = reader_of(request.user)
    found = _week(number)
    people = list(
        PracticeWeekPart.unwithdrawn.filter(practice_week=found).select_related("who__worker").order_by("pk")
    )
    drawn, finished = records_of(found)
    context = {
        "as_at": now(),
        "week": found,
        "people": people,
        "does": DOES,
        "steps": _steps(account, standing, found),
        "drawn": drawn,
        "finished": finished,
    }
    return render(request, "audit/week.jinja", context)


def week_step(request: HttpRequest, number: int, part: str) -> HttpResponse:
    """Draw the records of a week, record one's own part in it, or close it."""
    standing = _auditing(request)
    account = reader_of(request.user)
    found = _week(number)
    step = _steps(account, standing, found).get(part)
    if step is None:
        raise RecordNotFound
    form = keeps(step.form(request.POST or None, **step.options), request)
    if request.method == "POST" and form.is_valid():
        try:
            step.deed(by=account, **form.cleaned_data)
        except (ValidationError, Fault) as fault:
            say(form, fault)
        else:
            messages.success(request, step.done)
            return redirect("audits:week", number)
    context = {"as_at": now(), "form": form, "week": found, "step": step}
    return render(request, "audit/week_step.jinja", context, status=422 if form.errors else 200)


def _steps(account: Account, standing: Standing, week: PracticeWeek) -> dict[str, Step]:
    """What this account may still do in a week, by the word in the address."""
    found: dict[str, Step] = {}
    own = own_part(account, week)
    if own is not None:
        of = f": {DOES[own.does].lower()}" + (f", {own.of}" if own.of else "")
        found["found"] = Step(
            f"Your part{of}", "Record your part", "Record it", forms.FoundForm, partial(do_week_part, part=own),
            "Your part is recorded.",
        )  # fmt: skip
    if not standing.role.draws or week.closed_on:
        return found
    if may_be_drawn(week):
        found["draw"] = Step(
            "Draw the week's records", "Draw the week's records", "Draw them", forms.DrawForm,
            partial(draw_for_week, practice_week=week), "The week's records are drawn, and shared among those who audit.",
            "Once, by chance, shared among those who audit in the week.",
            {"with_people": False, "initial": {"area": "everybody", "size": 8}},
        )  # fmt: skip
    found["close"] = Step(
        "Close the week", "Close the week", "Close it", forms.LearntForm, partial(close_week, practice_week=week),
        "The week is closed.",
    )  # fmt: skip
    return found


def _week(number: int) -> PracticeWeek:
    return get_object_or_404(PracticeWeek.unwithdrawn.select_related("sample"), pk=number)


def _auditing(request: HttpRequest) -> Standing:
    standing = reader_of_children(request.user)
    if not standing.role.audits:
        raise RecordNotFound
    return standing
