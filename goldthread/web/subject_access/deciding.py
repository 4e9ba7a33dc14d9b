"""What may be left out of a copy: found, decided one by one, and added to."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from goldthread.practice.disclosure import on_screen
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.moment import now
from goldthread.practice.subject_access.contents import contents_of, document_in
from goldthread.practice.subject_access.excerpts import excerpts_of
from goldthread.practice.subject_access.requests import add_redaction, decide_redaction, propose_redactions
from goldthread.record.models import Redaction
from goldthread.rulebook.subject_access import GROUNDS
from goldthread.vocabulary import Fault
from goldthread.web.design_system.dates import plural
from goldthread.web.drafts.keeping import keeps
from goldthread.web.subject_access.forms import DecideForm, MoreForm
from goldthread.web.subject_access.opened import opened, shown

PAGE = "request for a copy: what is left out"


def left_out(request: HttpRequest, number: UUID) -> HttpResponse:
    """Everything that may be left out, what was decided of it, and where it stands."""
    found, reader = opened(request, number, page=PAGE)
    contents, knowing = contents_of(found.child), on_screen(found.child, by=reader)
    redactions = found.redactions.select_related("decided_by__worker").order_by("pk")
    context = shown(found) | {
        "as_at": now(),
        "document_in": document_in,
        "lines": [(each, GROUNDS[each.kind], *excerpts_of(each, contents, knowing)) for each in redactions],
    }
    return render(request, "subject_access/left_out.jinja", context)


@require_POST
def find(request: HttpRequest, number: UUID) -> HttpResponse:
    """Read the record for what may have to be left out."""
    found, reader = opened(request, number, page=PAGE)
    try:
        fresh = propose_redactions(request=found, by=reader)
    except Fault as fault:
        messages.error(request, str(fault))
        return redirect("subject_access:page", number)
    messages.success(request, f"The record is read: {plural(fresh, 'new thing')} may have to be left out.")
    return redirect("subject_access:left_out", number)


@require_POST
def accept(request: HttpRequest, number: UUID, redaction: int) -> HttpResponse:
    """Accept one proposal with the reason that it gives."""
    found, reader = opened(request, number, page=PAGE)
    each = _of(found.redactions.filter(pk=redaction).first())
    try:
        decide_redaction(redaction=each, by=reader, decision="accepted", reason=f"As proposed. {each.why}")
    except Fault as fault:
        messages.error(request, str(fault))
    else:
        messages.success(request, "It is left out.")
    return redirect("subject_access:left_out", number)


def decide(request: HttpRequest, number: UUID, redaction: int) -> HttpResponse:
    """Decide about one, with one's own reason."""
    found, reader = opened(request, number, page=PAGE)
    each = _of(found.redactions.filter(pk=redaction).first())
    form = keeps(DecideForm(request.POST or None, redaction=each), request)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            decide_redaction(
                redaction=each,
                by=reader,
                decision=said["decision"],
                reason=said["reason"],
                kind=said["kind"],
                words=said["words"].splitlines() if "words" in said else None,
            )
        except Fault as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "Decided.")
            return redirect("subject_access:left_out", number)
    places, excerpts = excerpts_of(each, contents_of(found.child), on_screen(found.child, by=reader))
    context = shown(found) | {
        "as_at": now(), "each": each, "ground": GROUNDS[each.kind], "places": places, "excerpts": excerpts, "form": form,
        "document_in": document_in,
    }  # fmt: skip
    return render(request, "subject_access/decide.jinja", context, status=422 if form.errors else 200)


def more(request: HttpRequest, number: UUID) -> HttpResponse:
    """Leave out something more."""
    found, reader = opened(request, number, page=PAGE)
    form = keeps(MoreForm(request.POST or None), request)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            add_redaction(request=found, by=reader, **{**said, "words": said["words"].splitlines()})
        except Fault as fault:
            form.add_error("words", str(fault))
        else:
            messages.success(request, "It is left out.")
            return redirect("subject_access:left_out", number)
    context = shown(found) | {"as_at": now(), "form": form, "heading": "Leave out something more"}
    return render(request, "subject_access/step.jinja", context, status=422 if form.errors else 200)


def _of(redaction: Redaction | None) -> Redaction:
    if redaction is None:
        raise RecordNotFound
    return redaction
