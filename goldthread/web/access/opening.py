"""Opening a record that is not one's own by work: saying why, breaking the glass, and finding whose it could be.

Every page here answers the same for a child there is none of, one that is not to be known of, and one that is not yours.
"""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldthread.practice.doors import RecordNotFound, list_children_beyond, reader_of, reader_of_children
from goldthread.practice.finding import find_beyond
from goldthread.practice.holding import holder_of_many
from goldthread.practice.moment import now, today
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.restricting import break_glass, give_reason
from goldthread.web.access.forms import BeyondForm, GlassForm, ReasonForm
from goldthread.web.accounts.step_up import step_up
from goldthread.web.drafts.keeping import keeps

MOST = 20


def reason(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Say why, and open the record."""
    if not reader_of_children(request.user).role.asks:
        raise RecordNotFound
    form = keeps(ReasonForm(request.POST or None), request)
    if request.method == "POST" and form.is_valid():
        give_reason(public_id=public_id, by=reader_of(request.user), why=form.cleaned_data["why"])
        return redirect("child:page", public_id)
    context = {"as_at": now(), "form": form, "public_id": public_id}
    return render(request, "access/reason.jinja", context, status=422 if form.errors else 200)


@step_up
def glass(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Break the glass of a restricted record, for a day."""
    if not reader_of_children(request.user).role.breaks_glass:
        raise RecordNotFound
    form = keeps(GlassForm(request.POST or None), request)
    if request.method == "POST" and form.is_valid():
        break_glass(public_id=public_id, by=reader_of(request.user), why=form.cleaned_data["why"])
        return redirect("child:page", public_id)
    context = {"as_at": now(), "form": form, "public_id": public_id}
    return render(request, "access/glass.jinja", context, status=422 if form.errors else 200)


def beyond(request: HttpRequest) -> HttpResponse:
    """Find a child of the whole authority, restricted ones left out, for whoever says why."""
    reader = reader_of_children(request.user)
    if not reader.role.asks:
        raise RecordNotFound
    form = keeps(BeyondForm(request.POST or None), request)
    rows = None
    if request.method == "POST" and form.is_valid():
        found = find_beyond(form.cleaned_data["words"], by=reader)[:MOST]
        shown = list_children_beyond(
            found, by=request.user, page="children: beyond", why=form.cleaned_data["why"]
        )
        holders, names = holder_of_many([each.pk for each in shown], today()), names_of(shown)
        rows = [
            {
                "child": each,
                "name": names[each.pk],
                "age": age_words(each, today()),
                "holder": holders[each.pk],
            }
            for each in shown
        ]
    context = {"as_at": now(), "form": form, "rows": rows, "most": MOST}
    return render(request, "access/beyond.jinja", context, status=422 if form.errors else 200)
