"""The register: every breaking of the glass that its reader may know of, and the review of each."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldthread.practice.access import may_list
from goldthread.practice.disclosure import shown_on_screens
from goldthread.practice.doors import RecordNotFound, list_records, reader_of, reader_of_children
from goldthread.practice.moment import now
from goldthread.practice.naming import names_of
from goldthread.practice.restricting import (
    AccessRefused,
    RegisterLine,
    lines_of,
    may_review,
    register_for,
    review_broken_glass,
)
from goldthread.practice.standing import Standing
from goldthread.record.models import GlassBroken
from goldthread.web.access.forms import ReviewForm
from goldthread.web.access.parts import parts
from goldthread.web.drafts.keeping import keeps

PAGE_SIZE = 50


def register(request: HttpRequest) -> HttpResponse:
    """Every use that concerns the reader, the latest first."""
    reader = reader_of_children(request.user)
    page = Paginator(register_for(reader), PAGE_SIZE).get_page(request.GET.get("page"))
    lines, names = _lines(request, list(page.object_list), reader)
    context = {
        "as_at": now(),
        "page": page,
        "lines": lines,
        "names": names,
        "parts": parts("access:register"),
    }
    return render(request, "access/register.jinja", context)


def review(request: HttpRequest, number: int) -> HttpResponse:
    """Say whether one use was right."""
    reader = reader_of_children(request.user)
    broken = register_for(reader).filter(pk=number).first()
    if broken is None or not may_review(broken, reader):
        raise RecordNotFound
    form = keeps(ReviewForm(request.POST or None), request)
    if request.method == "POST" and form.is_valid():
        try:
            review_broken_glass(broken=broken, by=reader_of(request.user), **form.cleaned_data)
        except AccessRefused as fault:
            form.add_error("review", str(fault))
        else:
            messages.success(request, "Reviewed.")
            return redirect("access:register")
    lines, names = _lines(request, [broken], reader)
    context = {"as_at": now(), "line": lines[0], "names": names, "form": form}
    return render(request, "access/review.jinja", context, status=422 if form.errors else 200)


def _lines(
    request: HttpRequest, uses: list[GlassBroken], reader: Standing
) -> tuple[list[RegisterLine], dict[int, str]]:
    """The uses with the children whom the reader may know of, these shown through the door."""
    keys = {each.restriction.child_id for each in uses}
    known = frozenset(may_list(reader).filter(pk__in=[*keys, 0]).values_list("pk", flat=True))
    children = list_records(sorted(known), by=request.user, page="register")
    knowing = shown_on_screens(known)
    for each in uses:
        if each.restriction.child_id in knowing:
            each.why = knowing[each.restriction.child_id].words(each.why)
    return lines_of(uses, reader, known), names_of(children)
