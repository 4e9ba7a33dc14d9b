"""What is due for review; and for one record how long it is kept, by which rule, the holds on it, and its erasure."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from goldthread.practice.doors import RecordNotFound, list_records, open_record, reader_of, reader_of_children
from goldthread.practice.erasing import agree_erasure, ask_erasure, open_erasure, refuse_erasure
from goldthread.practice.moment import now, today
from goldthread.practice.naming import names_of
from goldthread.practice.retaining import (
    due_for_review,
    holds_in_force,
    holds_on,
    households_due_for_review,
    kept_of,
    lift_hold,
    needs_governance,
    place_hold,
)
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account, Child, Erasure
from goldthread.vocabulary import Fault
from goldthread.web.accounts.step_up import step_up
from goldthread.web.drafts.keeping import forget_about, keeps
from goldthread.web.retention.forms import AnswerForm, EraseForm, HoldForm, LiftForm
from goldthread.web.retention.parts import parts

PAGE_SIZE = 50
DONE_SHOWN = 20


def worklist(request: HttpRequest) -> HttpResponse:
    """The records whose last day is past, and what was erased lately. Nothing is erased by itself."""
    reader = needs_governance(reader_of_children(request.user))
    page = Paginator(due_for_review(reader), PAGE_SIZE).get_page(request.GET.get("page"))
    found = {each.child: each for each in page.object_list}
    shown = list_records(found, by=reader, page="due for review")
    names = names_of(shown)
    context = {
        "as_at": now(),
        "page": page,
        "rows": [(child, names[child.pk], found[child.pk]) for child in shown],
        "households": households_due_for_review(reader),
        "erased": Erasure.objects.filter(done_at__isnull=False)
        .select_related("asked_by__worker", "agreed_by__worker")
        .order_by("-done_at")[:DONE_SHOWN],
        "parts": parts("retention:list"),
    }
    return render(request, "retention/list.jinja", context)


def kept(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """How long one record is kept, by which rule and why, and what keeps it longer."""
    child, reader = _opened(request, public_id)
    context = _kept(child, reader) | {"form": keeps(HoldForm(), request)}
    return render(request, "retention/kept.jinja", context)


@require_POST
def hold(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Place a hold."""
    child, reader = _opened(request, public_id)
    form = keeps(HoldForm(request.POST), request, reverse("kept:page", args=[public_id]))
    if not form.is_valid():
        return render(request, "retention/kept.jinja", _kept(child, reader) | {"form": form}, status=422)
    place_hold(child=child, by=reader, why=form.cleaned_data["why"])
    messages.success(request, "The record is held: it can be neither erased nor sealed away.")
    return redirect("kept:page", public_id)


def lift(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Lift a hold."""
    child, reader = _opened(request, public_id)
    needs_governance(reader)
    found = holds_in_force().filter(child=child, pk=number).select_related("began_by__worker").first()
    if found is None:
        raise RecordNotFound
    form = keeps(LiftForm(request.POST or None), request)
    if request.method == "POST" and form.is_valid():
        lift_hold(hold=found, by=reader, why=form.cleaned_data["why"])
        messages.success(request, "The hold is lifted.")
        return redirect("kept:page", public_id)
    context = {"as_at": now(), "child": child, "name": _name(child), "hold": found, "form": form}
    return render(request, "retention/lift.jinja", context, status=422 if form.errors else 200)


@step_up
def erase(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Ask that a record be erased; or agree to what somebody else asked, or refuse it."""
    child, reader = _opened(request, public_id)
    needs_governance(reader)
    asked = open_erasure(child)
    if asked is not None:
        return _answer(request, child, reader, asked)
    form = keeps(EraseForm(request.POST or None), request)
    if request.method == "POST" and form.is_valid():
        try:
            ask_erasure(child=child, by=reader, **form.cleaned_data)
        except Fault as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "Asked. Nothing is erased until somebody else agrees.")
            return redirect("kept:page", public_id)
    context = _kept(child, reader) | {"form": form}
    return render(request, "retention/erase.jinja", context, status=422 if form.errors else 200)


def _answer(request: HttpRequest, child: Child, reader: Account, asked: Erasure) -> HttpResponse:
    own = asked.asked_by_id == reader.pk
    form = keeps(AnswerForm(request.POST or None, initial={"answer": "refuse"} if own else {}), request)
    if request.method == "POST" and form.is_valid():
        try:
            if form.cleaned_data["answer"] == "agree":
                agree_erasure(erasure=asked, by=reader)
                forget_about(child.public_id)
                messages.success(request, "Erased. The logs keep that there was something, and verify.")
                return redirect("retention:list")
            refuse_erasure(erasure=asked, by=reader, because=form.cleaned_data["because"])
            messages.success(request, "It is kept.")
            return redirect("kept:page", child.public_id)
        except Fault as fault:
            form.add_error("because" if form.cleaned_data["answer"] == "refuse" else None, str(fault))
    context = _kept(child, reader) | {"form": form, "asked": asked, "own": own}
    return render(request, "retention/answer.jinja", context, status=422 if form.errors else 200)


def _opened(request: HttpRequest, public_id: UUID) -> tuple[Child, Account]:
    reader = reader_of(request.user)
    return open_record(public_id, by=reader, page="child: kept"), reader


def _name(child: Child) -> str:
    return names_of([child])[child.pk]


def _kept(child: Child, reader: Account) -> dict[str, object]:
    found = kept_of(child)
    return {
        "as_at": now(),
        "child": child,
        "name": _name(child),
        "kept": found,
        "past": found.due_for_review(today()),
        "holds": holds_on(child),
        "asked": open_erasure(child),
        "governs": standing_of(reader).role.governs,
    }
