"""The file of a foster household whose time is past: asking that it be erased, and answering what somebody asked."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldthread.practice.doors import reader_of
from goldthread.practice.erasing import (
    agree_household_erasure,
    ask_household_erasure,
    open_household_erasure,
    open_household_to_review,
    refuse_household_erasure,
)
from goldthread.practice.moment import now, today
from goldthread.practice.retaining import kept_of_household, needs_governance
from goldthread.record.models import Account, CarerHousehold, Erasure
from goldthread.vocabulary import Fault
from goldthread.web.accounts.step_up import step_up
from goldthread.web.drafts.keeping import forget_about, keeps
from goldthread.web.retention.forms import AnswerForm, EraseFileForm


@step_up
def erase(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Ask that a household's file be erased; or agree to what somebody else asked, or refuse it."""
    reader = reader_of(request.user)
    household = open_household_to_review(public_id, by=needs_governance(reader))
    asked = open_household_erasure(household)
    if asked is not None:
        return _answer(request, household, reader, asked)
    form = keeps(EraseFileForm(request.POST or None), request)
    if request.method == "POST" and form.is_valid():
        try:
            ask_household_erasure(household=household, by=reader, **form.cleaned_data)
        except Fault as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "Asked. Nothing is erased until somebody else agrees.")
            return redirect("retention:list")
    return _shown(request, household, form)


def _answer(request: HttpRequest, household: CarerHousehold, reader: Account, asked: Erasure) -> HttpResponse:
    own = asked.asked_by_id == reader.pk
    form = keeps(AnswerForm(request.POST or None, initial={"answer": "refuse"} if own else {}), request)
    if request.method == "POST" and form.is_valid():
        try:
            if form.cleaned_data["answer"] == "agree":
                agree_household_erasure(erasure=asked, by=reader)
                forget_about(household.public_id)
                messages.success(request, "Erased. The logs keep that there was something, and verify.")
            else:
                refuse_household_erasure(erasure=asked, by=reader, because=form.cleaned_data["because"])
                messages.success(request, "It is kept.")
            return redirect("retention:list")
        except Fault as fault:
            form.add_error("because" if form.cleaned_data["answer"] == "refuse" else None, str(fault))
    return _shown(request, household, form, asked=asked, own=own)


def _shown(request: HttpRequest, household: CarerHousehold, form: object, **more: object) -> HttpResponse:
    kept = kept_of_household(household)
    context = {
        "as_at": now(), "household": household, "kept": kept, "past": kept.due_for_review(today()), "form": form, **more,
    }  # fmt: skip
    return render(
        request, "retention/household.jinja", context, status=422 if getattr(form, "errors", None) else 200
    )
