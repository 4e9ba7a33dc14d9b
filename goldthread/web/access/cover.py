"""Cover for people who are away, and recording for a named person."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from goldthread.practice.covering import (
    arrange_cover,
    cover_seen_by,
    end_cover,
    who_can_be_covered,
    who_can_cover,
)
from goldthread.practice.doors import RecordNotFound, reader_of, reader_of_children
from goldthread.practice.moment import now
from goldthread.practice.restricting import AccessRefused
from goldthread.web.access.forms import CoverForm
from goldthread.web.access.parts import parts
from goldthread.web.drafts.keeping import keeps


def cover(request: HttpRequest) -> HttpResponse:
    """What cover is arranged, and arranging more."""
    reader, account = reader_of_children(request.user), reader_of(request.user)
    coverable = who_can_be_covered(reader)
    form = keeps(CoverForm(request.POST or None, of=coverable, to=who_can_cover()), request)
    if request.method == "POST" and form.is_valid():
        try:
            arrange_cover(by=account, **form.cleaned_data)
        except AccessRefused as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "Arranged.")
            return redirect("access:cover")
    context = {
        "as_at": now(),
        "form": form,
        "arranges": bool(reader.role.opens) and not reader.role.always_asks,
        "lines": cover_seen_by(reader),
        "day": reader.day,
        "parts": parts("access:cover"),
    }
    return render(request, "access/cover.jinja", context, status=422 if form.errors else 200)


@require_POST
def end(request: HttpRequest, number: int) -> HttpResponse:
    """End cover before its last day."""
    found = cover_seen_by(reader_of_children(request.user)).filter(pk=number).first()
    if found is None:
        raise RecordNotFound
    try:
        end_cover(delegation=found, by=reader_of(request.user))
        messages.success(request, "Ended.")
    except AccessRefused as fault:
        messages.error(request, str(fault))
    return redirect("access:cover")
