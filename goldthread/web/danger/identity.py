"""Adoption: giving a new identity, and the sealed link, for the keeper of adoption records alone."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldthread.practice.doors import RecordNotFound, open_record, reader_of
from goldthread.practice.identity import (
    CARRIED,
    NOT_CARRIED,
    UNDER,
    NewIdentity,
    adoption_order_of,
    give_new_identity,
    may_be_given,
    read_link,
    sealed_identities,
)
from goldthread.practice.moment import now
from goldthread.practice.naming import names_of
from goldthread.practice.restricting import AccessRefused
from goldthread.practice.retaining import Held
from goldthread.web.access.forms import ReasonForm
from goldthread.web.accounts.step_up import step_up
from goldthread.web.danger.forms import IdentityForm

PAGE = "child: identity"


@step_up
def give(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Give an adopted child a new identity. Nothing that is typed here is kept as a draft."""
    reader = reader_of(request.user)
    child = open_record(public_id, by=reader, page=PAGE)
    if not may_be_given(child, reader):
        raise RecordNotFound
    form = IdentityForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        new = NewIdentity(said["given_name"], said["family_name"], said["la_child_id"], said["upn"])
        try:
            give_new_identity(child=child, by=reader, new=new, why=said["why"])
        except (AccessRefused, Held) as fault:
            form.add_error("why", str(fault))
        else:
            messages.success(request, "Done. The new record stands, and the old one is sealed.")
            return redirect("sealed:list")
    context = {
        "as_at": now(),
        "child": child,
        "name": names_of([child])[child.pk],
        "form": form,
        "order_on": adoption_order_of(child),
        "carried": CARRIED,
        "not_carried": NOT_CARRIED,
        "under": UNDER,
    }
    return render(request, "danger/identity.jinja", context, status=422 if form.errors else 200)


@step_up
def sealed(request: HttpRequest) -> HttpResponse:
    """Every sealed link by its number, when it was sealed and by whom; no child is named."""
    found = sealed_identities(reader_of(request.user))
    return render(request, "danger/sealed.jinja", {"as_at": now(), "links": found})


@step_up
def link(request: HttpRequest, number: int) -> HttpResponse:
    """Both records of one link, once, to the keeper who says why."""
    reader = reader_of(request.user)
    found = sealed_identities(reader).filter(pk=number).first()
    if found is None:
        raise RecordNotFound
    form = ReasonForm(request.POST or None)
    context = {"as_at": now(), "link": found, "form": form}
    if request.method == "POST" and form.is_valid():
        before, after = read_link(number, by=reader, why=form.cleaned_data["why"])
        context |= {"before": before, "after": after, "names": names_of([before, after])}
    return render(request, "danger/link.jinja", context, status=422 if form.errors else 200)
