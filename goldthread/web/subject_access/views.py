"""Requests for a copy of a record: the list, taking one down, and its steps from who asks to how it was given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldthread.practice.doors import list_records, open_record, reader_of, reader_of_children
from goldthread.practice.moment import now, today
from goldthread.practice.naming import names_of
from goldthread.practice.retaining import held_of, needs_governance
from goldthread.practice.subject_access.requests import (
    check_identity,
    close_request,
    extend_request,
    give_bundle,
    requests_for,
    take_request,
)
from goldthread.record.models import AccessRequest, Account, Child, Person, Relationship
from goldthread.rulebook.subject_access import extend_by
from goldthread.vocabulary import Fault
from goldthread.web.drafts.keeping import keeps
from goldthread.web.retention.parts import parts
from goldthread.web.subject_access.forms import CloseForm, GivenForm, IdentityForm, LongerForm, TakeForm
from goldthread.web.subject_access.opened import opened, shown

PAGE_SIZE = 50


def requests(request: HttpRequest) -> HttpResponse:
    """Every request, those that wait for an answer first and the soonest due first."""
    reader = needs_governance(reader_of_children(request.user))
    found = sorted(map(shown, requests_for(reader).prefetch_related("redactions", "bundles")), key=_first)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    list_records(
        dict.fromkeys(each["child"] for each in page.object_list), by=reader, page="requests for a copy"
    )
    context = {"as_at": now(), "page": page, "rows": page.object_list, "parts": parts("subject_access:list")}
    return render(request, "subject_access/list.jinja", context)


def _first(row: dict[str, Any]) -> tuple[bool, object, int]:
    asked = row["asked"]
    return not asked.is_open, row["due"] if asked.is_open else today(), -asked.pk


def take(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Take down that somebody asks for a copy of a record."""
    reader = reader_of(request.user)
    needs_governance(reader)
    child = open_record(public_id, by=reader, page="request for a copy")
    people = _people(child)
    form = keeps(TakeForm(request.POST or None, people=people, until=today()), request)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        person = next((each for each, _ in people if str(each.pk) == said["person"]), None)
        taken = take_request(child=child, by=reader, **{**said, "person": person})
        messages.success(request, "Taken down. Next: check who asks.")
        return redirect("subject_access:page", taken.public_id)
    context = {"as_at": now(), "child": child, "name": names_of([child])[child.pk], "form": form}
    return render(request, "subject_access/take.jinja", context, status=422 if form.errors else 200)


def page(request: HttpRequest, number: UUID) -> HttpResponse:
    """One request: where it stands and what is to do next."""
    found, reader = opened(request, number, page="request for a copy")
    redactions = list(found.redactions.all())
    context = shown(found) | {
        "as_at": now(),
        "redactions": redactions,
        "undecided": sum(not each.decision for each in redactions),
        "bundles": found.bundles.defer("content").select_related("made_by__worker").order_by("-pk"),
        "may_look": reader.pk not in ({each.decided_by_id for each in redactions} or {found.taken_by_id}),
        "held": found.child_id in held_of([found.child_id]),
        "longer_until": extend_by(found.received_on, found.identified_on),
        "today": today(),
    }
    return render(request, "subject_access/page.jinja", context)


def identity(request: HttpRequest, number: UUID) -> HttpResponse:
    """How it was checked who asks."""
    return _step(
        request,
        number,
        "Who asks",
        lambda found: IdentityForm(
            request.POST or None, until=today(), for_another=found.asks_as != "themselves"
        ),
        lambda found, by, said: check_identity(request=found, by=by, **said),
        "Written down. Next: read the record for what may have to be left out.",
    )


def longer(request: HttpRequest, number: UUID) -> HttpResponse:
    """Two months more."""
    return _step(
        request,
        number,
        "The answer takes longer",
        lambda found: LongerForm(request.POST or None, until=today()),
        lambda found, by, said: extend_request(request=found, by=by, **said),
        "Written down: two months more.",
    )


def given(request: HttpRequest, number: UUID) -> HttpResponse:
    """How it was given."""
    return _step(
        request,
        number,
        "It was given",
        lambda found: GivenForm(request.POST or None, until=today()),
        lambda found, by, said: give_bundle(request=found, by=by, **said),
        "Answered.",
    )


def close(request: HttpRequest, number: UUID) -> HttpResponse:
    """Without an answer."""
    return _step(
        request,
        number,
        "Close without an answer",
        lambda found: CloseForm(request.POST or None),
        lambda found, by, said: close_request(request=found, by=by, because=said["why"]),
        "Closed.",
    )


def _step(
    request: HttpRequest,
    number: UUID,
    heading: str,
    form_for: Callable[[AccessRequest], forms.Form],
    deed: Callable[[AccessRequest, Account, dict[str, Any]], object],
    done: str,
) -> HttpResponse:
    found, reader = opened(request, number, page="request for a copy")
    form = keeps(form_for(found), request)
    if request.method == "POST" and form.is_valid():
        try:
            deed(found, reader, form.cleaned_data)
        except Fault as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, done)
            return redirect("subject_access:page", number)
    context = shown(found) | {"as_at": now(), "form": form, "heading": heading}
    return render(request, "subject_access/step.jinja", context, status=422 if form.errors else 200)


def _people(child: Child) -> list[tuple[Person, str]]:
    kin = Relationship.unwithdrawn.filter(child=child, person__isnull=False).select_related("person")
    return [(row.person, row.kind.replace("-", " ")) for row in kin.order_by("pk")]
