"""The pages on which tokens are made, shown once, and taken back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldthread.practice.doors import RecordNotFound
from goldthread.practice.moment import now
from goldthread.practice.standing import standing_of
from goldthread.practice.tokens import (
    SCOPES,
    TokenRefused,
    keeper_of_tokens,
    make_token,
    revoke_token,
    state_of,
    tokens_for,
)
from goldthread.web.account_desk.views import parts
from goldthread.web.accounts.step_up import step_up
from goldthread.web.api.forms import MakeForm, TakeBackForm
from goldthread.web.drafts.keeping import keeps

ORDER = {"good": 0, "over": 1, "taken back": 2}


def tokens(request: HttpRequest) -> HttpResponse:
    """Every token: what uses it, what it may read, until when, and when it was used last."""
    found = [{"token": each, "state": state_of(each)} for each in tokens_for(request.user)]
    found.sort(key=lambda line: ORDER[str(line["state"])])
    context = {
        "as_at": now(), "lines": found, "scopes": SCOPES, "parts": _parts(request),
        "document": request.build_absolute_uri(reverse("api:openapi-json")),
    }  # fmt: skip
    return render(request, "api/tokens.jinja", context)


@step_up
def make(request: HttpRequest) -> HttpResponse:
    """Make a token, and show its secret this once."""
    keeper = keeper_of_tokens(request.user)
    form = keeps(MakeForm(request.POST or None), request)
    context = {"as_at": now(), "form": form, "scopes": SCOPES, "parts": _parts(request)}
    if request.method == "POST" and form.is_valid():
        try:
            token, secret = make_token(by=keeper, **form.cleaned_data)
        except TokenRefused as fault:
            form.add_error(None, str(fault))
        else:
            address = request.build_absolute_uri(reverse("api:latest"))
            return render(
                request, "api/made.jinja", context | {"token": token, "secret": secret, "address": address}
            )
    return render(request, "api/make.jinja", context, status=422 if form.errors else 200)


@step_up
def take_back(request: HttpRequest, number: int) -> HttpResponse:
    """Take a token back, saying why."""
    keeper = keeper_of_tokens(request.user)
    token = tokens_for(keeper).filter(pk=number).first()
    if token is None:
        raise RecordNotFound
    form = keeps(TakeBackForm(request.POST or None), request)
    if request.method == "POST" and form.is_valid():
        try:
            revoke_token(by=keeper, token=token, because=form.cleaned_data["because"])
        except TokenRefused as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "Taken back. From now on it opens nothing.")
            return redirect("tokens:list")
    context = {"as_at": now(), "token": token, "form": form}
    return render(request, "api/take_back.jinja", context, status=422 if form.errors else 200)


def _parts(request: HttpRequest) -> list[tuple[str, str, bool]]:
    """The other pages of whoever looks after accounts; for a director there are none."""
    return parts("tokens:list") if standing_of(keeper_of_tokens(request.user)).role.keeps_accounts else []
