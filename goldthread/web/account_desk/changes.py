"""What may be done to an account: another role, worker or team, closing it, opening it again, a set-up link."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from goldthread.practice.accounts import (
    AccountRefused,
    give_role,
    give_set_up_link,
    let_back_in,
    link_worker,
    move_worker,
    record_leaver,
)
from goldthread.practice.moment import now
from goldthread.practice.security import keeper_of_accounts
from goldthread.web.account_desk.forms import LeaveForm, MoveForm, RoleForm, WorkerForm
from goldthread.web.account_desk.views import account_of, parts, shown
from goldthread.web.accounts.step_up import step_up


@step_up
def role(request: HttpRequest, number: int) -> HttpResponse:
    """Give another role."""
    return _asked(request, number, RoleForm, give_role, "Give another role", "The role is given.")


@step_up
def worker(request: HttpRequest, number: int) -> HttpResponse:
    """Say which worker it is."""
    return _asked(request, number, WorkerForm, link_worker, "Link to a worker", "Linked.")


@step_up
def move(request: HttpRequest, number: int) -> HttpResponse:
    """Move to another team."""
    return _asked(request, number, MoveForm, move_worker, "Move to another team", "Moved.")


@step_up
def leave(request: HttpRequest, number: int) -> HttpResponse:
    """Close the account of somebody who leaves."""
    said = "Recorded. From that day the account opens nothing."
    return _asked(request, number, LeaveForm, record_leaver, "Somebody leaves", said)


def _asked(
    request: HttpRequest,
    number: int,
    ask: Callable[..., forms.Form],
    deed: Callable[..., Any],
    title: str,
    said: str,
) -> HttpResponse:
    found, keeper = account_of(request, number), keeper_of_accounts(request.user)
    form = ask(request.POST or None, account=found)
    if request.method == "POST" and form.is_valid():
        try:
            deed(account=found, by=keeper, **form.cleaned_data)
        except AccountRefused as fault:
            form.add_error(None, str(fault))
        except ValidationError as wrong:
            form.add_error(None, wrong.messages)  # words alone, whichever column
        else:
            messages.success(request, said)
            return redirect("desk:account", number)
    context = {"as_at": now(), "account": found, "form": form, "title": title, "parts": parts("desk:list")}
    return render(request, "account_desk/change.jinja", context, status=422 if form.errors else 200)


@require_POST
@step_up
def back(request: HttpRequest, number: int) -> HttpResponse:
    """Open a closed account again."""
    found = account_of(request, number)
    try:
        let_back_in(account=found, by=keeper_of_accounts(request.user))
        messages.success(request, "Open again. Hand over a set-up link, and see that its posts are right.")
    except AccountRefused as fault:
        messages.error(request, str(fault))
    return redirect("desk:account", number)


@require_POST
@step_up
def link(request: HttpRequest, number: int) -> HttpResponse:
    """Make a set-up link and show it this once; the password there was, if any, no longer signs in.

    Where it is ticked that they are lost, neither do app, passkeys and recovery codes.
    """
    found = account_of(request, number)
    if not settings.LOCAL_PASSWORDS:
        raise Http404
    try:
        lost = request.POST.get("lost") == "yes"
        secret = give_set_up_link(account=found, by=keeper_of_accounts(request.user), lost=lost)
    except AccountRefused as fault:
        messages.error(request, str(fault))
        return redirect("desk:account", number)
    found.refresh_from_db()
    return shown(request, found, address=request.build_absolute_uri(reverse("account_set_up", args=[secret])))
