"""What one's role is and what one was told; and every role in plain English."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from goldthread.practice.doors import reader_of
from goldthread.practice.moment import now
from goldthread.practice.restricting import mark_notices_read
from goldthread.practice.roles import ALL, role_of
from goldthread.practice.standing import standing_of
from goldthread.record.models import Notice
from goldthread.web.access.parts import parts

MOST = 50


def mine(request: HttpRequest) -> HttpResponse:
    """The reader's role, what it may do, and what the reader was told."""
    account = reader_of(request.user)
    standing = standing_of(account)
    context = {
        "as_at": now(),
        "name": account.shown_name,
        "role": standing.role,
        "given": role_of(account.role),
        "lapsed": bool(account.role) and not standing.role.code,
        "notices": list(Notice.objects.filter(account=account).order_by("-at", "-pk")[:MOST]),
        "parts": parts("access:mine"),
    }
    return render(request, "access/mine.jinja", context)


@require_POST
def notices_read(request: HttpRequest) -> HttpResponse:
    """Mark what one was told as read."""
    mark_notices_read(by=reader_of(request.user))
    return redirect("access:mine")


def roles(request: HttpRequest) -> HttpResponse:
    """Every role: what it is, and what it may see and do."""
    context = {"as_at": now(), "roles": ALL, "parts": parts("roles")}
    return render(request, "access/roles.jinja", context)
