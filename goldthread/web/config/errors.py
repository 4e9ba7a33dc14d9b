"""The pages shown when something goes wrong: what happened and what the reader can do."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse

from goldthread.practice.standing import role_today
from goldthread.record.models import Account
from goldthread.web.drafts import keeping as drafts


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent what we cannot read."""
    return render(request, "errors/400.jinja", status=400)


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: signed in, but not for this."""
    return render(request, "errors/403.jinja", status=403)


def form_not_accepted(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form's token is missing or old (Django's `CSRF_FAILURE_VIEW`).

    Somebody who signed in again in another window meets this: what they typed is kept, for its own token proves
    that the form was given to them, and offered back.
    """
    if drafts.keep(request):
        if request.path == reverse("drafts:keep"):
            return HttpResponse(status=204)
        messages.info(request, "The form had been open too long to be sent. What you typed was kept.")
        return redirect(drafts.place_of(request) or "home")
    return render(request, "errors/form_not_accepted.jinja", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: the same page for what is absent and what is not yours; it offers to say why, whichever it is."""
    return render(request, "errors/404.jinja", _ways_in(request), status=404)


def _ways_in(request: HttpRequest) -> dict[str, Any]:
    """The child's number in the address, for a role that may say why or break the glass: whether there is a child or not."""
    user, match = getattr(request, "user", None), request.resolver_match
    public_id = match.kwargs.get("public_id") if match else None
    if public_id is None or not isinstance(user, Account):
        return {}
    role = role_today(user)
    return {"public_id": public_id, "asks": role.asks, "breaks_glass": role.breaks_glass}


def went_wrong(request: HttpRequest) -> HttpResponse:
    """500: rendered without the request, because the database or the session may be what failed."""
    return HttpResponse(render_to_string("errors/500.jinja"), status=500)
