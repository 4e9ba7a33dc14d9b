"""Practice weeks: planned, drawn once, done part by part, and closed with what was learnt."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from goldthread.practice.auditing.samples import auditors
from goldthread.practice.auditing.weeks import (
    DOES,
    Part,
    close_week,
    do_week_part,
    draw_for_week,
    plan_week,
)
from goldthread.practice.doors import RecordNotFound, reader_of, reader_of_children
from goldthread.practice.moment import now
from goldthread.record.models import Account, CaseAudit, PracticeWeek, PracticeWeekPart
from goldthread.rulebook.audit_tool import AREAS
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
    """One week: draw its records, do one's own part, close it."""
    standing = _auditing(request)
    account = reader_of(request.user)
    found = get_object_or_404(PracticeWeek.unwithdrawn.select_related("sample"), pk=number)
    several = list(
        PracticeWeekPart.unwithdrawn.filter(practice_week=found).select_related("who__worker").order_by("pk")
    )
    own = next(
        (
            each
            for each in several
            if each.who_id == account.pk and each.does != "audits" and not each.done_on
        ),
        None,
    )
    asked: dict[str, Any] = {}
    if standing.role.draws and found.sample_id is None and not found.closed_on:
        asked["draw"] = forms.DrawForm(
            _data(request, "draw"), with_people=False, initial={"area": "everybody", "size": 8}, prefix="draw"
        )
    if own is not None:
        asked["found"] = forms.FoundForm(_data(request, "found"), prefix="found")
    if standing.role.draws and not found.closed_on:
        asked["close"] = forms.LearntForm(_data(request, "close"), prefix="close")
    if request.method == "POST" and (done := _take(request, account, found, own, asked)):
        messages.success(request, done)
        return redirect("audits:week", number)
    audits = (
        CaseAudit.unwithdrawn.filter(sample=found.sample_id, replaced_on=None) if found.sample_id else None
    )
    context = {
        "as_at": now(),
        "week": found,
        "people": several,
        "does": DOES,
        "asked": asked,
        "areas": AREAS,
        "own": own,
        "drawn": audits.count() if audits is not None else 0,
        "finished": audits.exclude(completed_on=None).count() if audits is not None else 0,
    }
    return render(
        request, "audit/week.jinja", context, status=422 if any(f.errors for f in asked.values()) else 200
    )


def _data(request: HttpRequest, name: str) -> Any:
    return request.POST if request.method == "POST" and request.POST.get("do") == name else None


def _take(
    request: HttpRequest,
    account: Account,
    week: PracticeWeek,
    own: PracticeWeekPart | None,
    asked: dict[str, Any],
) -> str:
    """Do what was sent: the words that say so, or nothing where the form says why not."""
    name = request.POST.get("do", "")
    form = asked.get(name)
    if form is None or not form.is_valid():
        return ""
    try:
        if name == "draw":
            draw_for_week(practice_week=week, by=account, **form.cleaned_data)
            return "The week's records are drawn, and shared among those who audit."
        if name == "found" and own is not None:
            do_week_part(part=own, by=account, **form.cleaned_data)
            return "Your part is recorded."
        close_week(practice_week=week, by=account, **form.cleaned_data)
    except (ValidationError, Fault) as fault:
        say(form, fault)
        return ""
    return "The week is closed."


def _auditing(request: HttpRequest) -> Any:
    standing = reader_of_children(request.user)
    if not standing.role.audits:
        raise RecordNotFound
    return standing
