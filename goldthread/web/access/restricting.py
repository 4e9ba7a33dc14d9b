"""A restricted record: restricting it, who guards it and who is named, and lifting it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from goldthread.practice.covering import who_sees_children
from goldthread.practice.doors import RecordNotFound, open_record, reader_of
from goldthread.practice.moment import now
from goldthread.practice.naming import names_of
from goldthread.practice.restricting import (
    AccessRefused,
    is_restricted,
    lift_restriction,
    name_person,
    named_for,
    restrict_record,
    restriction_guarded_by,
    take_name_off,
)
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account, Child, NamedAccess, Restriction
from goldthread.web.access.forms import NameForm, ReasonForm, RestrictForm
from goldthread.web.accounts.step_up import step_up
from goldthread.web.drafts.keeping import keeps

PAGE = "child: restricted"


@step_up
def restricted(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Restrict a record, or name who may open one that is restricted."""
    reader = reader_of(request.user)
    child = open_record(public_id, by=reader, page=PAGE)
    guarded = restriction_guarded_by(child, reader)
    if guarded is not None:
        return _guarded(request, reader, child, guarded)
    if is_restricted(child) or not standing_of(reader).role.arranges:
        raise RecordNotFound
    form = keeps(RestrictForm(request.POST or None, people=who_sees_children()), request)
    if request.method == "POST" and form.is_valid():
        try:
            restrict_record(child=child, by=reader, **form.cleaned_data)
        except AccessRefused as fault:
            form.add_error("guardian", str(fault))
        else:
            messages.success(request, "Restricted. Only its guardian and the people named can know of it.")
            return redirect("child:page", public_id)
    context = {"as_at": now(), "child": child, "name": names_of([child])[child.pk], "form": form}
    return render(request, "access/restrict.jinja", context, status=422 if form.errors else 200)


def _guarded(request: HttpRequest, reader: Account, child: Child, restriction: Restriction) -> HttpResponse:
    people = who_sees_children().exclude(pk=reader.pk)
    form = keeps(
        NameForm(request.POST or None, people=people, sealed=bool(restriction.sealed_under)), request
    )
    if request.method == "POST" and form.is_valid():
        try:
            name_person(restriction=restriction, by=reader, **form.cleaned_data)
        except AccessRefused as fault:
            form.add_error("account", str(fault))
        else:
            messages.success(request, "Named.")
            return redirect("opening:restricted", child.public_id)
    context = {
        "as_at": now(),
        "child": child,
        "name": names_of([child])[child.pk],
        "restriction": restriction,
        "named": named_for(restriction),
        "form": form,
        "lifting": keeps(ReasonForm(prefix="lift"), request),
    }
    return render(request, "access/guarded.jinja", context, status=422 if form.errors else 200)


@require_POST
def take_off(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Take a name off."""
    reader = reader_of(request.user)
    child = open_record(public_id, by=reader, page=PAGE)
    named = NamedAccess.objects.select_related("restriction").filter(
        pk=number, ended_at__isnull=True, restriction=restriction_guarded_by(child, reader)
    )
    for each in named:
        take_name_off(named=each, by=reader)
        messages.success(request, "The name is taken off.")
        return redirect("opening:restricted", public_id)
    raise RecordNotFound


@require_POST
def lift(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Lift the restriction."""
    reader = reader_of(request.user)
    child = open_record(public_id, by=reader, page=PAGE)
    guarded = restriction_guarded_by(child, reader)
    if guarded is None:
        raise RecordNotFound
    place = reverse("opening:restricted", args=[public_id])
    form = keeps(ReasonForm(request.POST, prefix="lift"), request, place)
    if not form.is_valid():
        messages.error(request, "Not lifted: say why, in a sentence that somebody else can judge.")
        return redirect("opening:restricted", public_id)
    lift_restriction(restriction=guarded, by=reader, why=form.cleaned_data["why"])
    messages.success(request, "The restriction is lifted.")
    return redirect("child:page", public_id)
