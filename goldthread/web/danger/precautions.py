"""Precautions: reading them, recording them, looking at them again, and the address shown to whoever says why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldthread.practice.disclosure import on_screen
from goldthread.practice.doors import RecordNotFound, open_record, reader_of
from goldthread.practice.moment import now, today
from goldthread.practice.naming import names_of
from goldthread.practice.precautions import KINDS, precaution_of, precautions_before, precautions_of
from goldthread.practice.recording import (
    end_precaution,
    hide_placement,
    review_precaution,
    warn_workers,
    withhold_address,
)
from goldthread.practice.restricting import AccessRefused
from goldthread.practice.standing import standing_of
from goldthread.record.models import Address, Placement
from goldthread.web.danger.forms import AddressForm, PlacementForm, ReviewForm, ShowForm, WarningForm
from goldthread.web.drafts.keeping import keeps

PAGE = "child: precautions"
SHOWN = "child: address shown"


def precautions(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What stands in the record, and what stood before."""
    reader = reader_of(request.user)
    child = open_record(public_id, by=reader, page=PAGE)
    context = {
        "as_at": now(),
        "child": child,
        "name": names_of([child])[child.pk],
        "standing": precautions_of(child),
        "before": precautions_before(child),
        "reviews": standing_of(reader).role.arranges,
        "withheld": not on_screen(child, by=reader).complete,
    }
    return render(request, "danger/list.jinja", context)


def address(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record that an address is not to be disclosed."""
    return _record(request, public_id, AddressForm, withhold_address, "An address is not to be disclosed")


def placement(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record that a placement is hidden from somebody."""
    return _record(request, public_id, PlacementForm, hide_placement, "Hide a placement from somebody")


def warning(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record a warning for workers' safety."""
    return _record(request, public_id, WarningForm, warn_workers, "Warn workers")


def _record(
    request: HttpRequest, public_id: UUID, kind: type[Any], deed: Callable[..., object], heading: str
) -> HttpResponse:
    child = open_record(public_id, by=request.user, page=PAGE)
    form: forms.Form = keeps(kind(request.POST or None, child=child), request)
    if request.method == "POST" and form.is_valid():
        deed(child=child, by=reader_of(request.user), **form.cleaned_data)
        messages.success(request, "Recorded. It holds from now on.")
        return redirect("danger:list", public_id)
    context = {
        "as_at": now(),
        "child": child,
        "name": names_of([child])[child.pk],
        "form": form,
        "heading": heading,
    }
    return render(request, "danger/record.jinja", context, status=422 if form.errors else 200)


def review(request: HttpRequest, public_id: UUID, kind: str, number: int) -> HttpResponse:
    """Look at a precaution again: leave it standing or end it. A manager's to do."""
    reader = reader_of(request.user)
    child = open_record(public_id, by=reader, page=PAGE)
    row = precaution_of(child, kind, number)
    if row is None or not standing_of(reader).role.arranges:
        raise RecordNotFound
    form = keeps(ReviewForm(request.POST or None), request)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            if said["answer"] == ReviewForm.END:
                end_precaution(precaution=row, by=reader, ended_on=today(), because=said["because"])
            else:
                review_precaution(
                    precaution=row, by=reader, review_on=said["review_on"], because=said["because"]
                )
        except AccessRefused as fault:
            form.add_error("answer", str(fault))
        else:
            messages.success(request, "Ended." if said["answer"] == ReviewForm.END else "It stands.")
            return redirect("danger:list", public_id)
    shown = next((each for each in precautions_of(child) if (each.kind, each.row.pk) == (kind, number)), None)
    context = {
        "as_at": now(), "child": child, "name": names_of([child])[child.pk], "form": form, "each": shown, "title": KINDS[kind][1],
    }  # fmt: skip
    return render(request, "danger/review.jinja", context, status=422 if form.errors else 200)


def show_address(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Where the child lives, once, to whoever says why; that it was shown is written down first."""
    form = keeps(ShowForm(request.POST or None), request)
    said = request.method == "POST" and form.is_valid()
    why = f"Address shown: {form.cleaned_data['why']}" if said else ""
    child = open_record(public_id, by=request.user, page=SHOWN if said else PAGE, why=why)
    context = {"as_at": now(), "child": child, "name": names_of([child])[child.pk], "form": form}
    if said:
        context["addresses"] = Address.unwithdrawn.filter(child=child).order_by("-began_on", "-pk")
        context["placements"] = Placement.unwithdrawn.filter(child=child).order_by("-began_on", "-pk")
        context["standing"] = [each for each in precautions_of(child) if not each.urgent]
        return render(request, "danger/shown.jinja", context)
    return render(request, "danger/show.jinja", context, status=422 if form.errors else 200)
