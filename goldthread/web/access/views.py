"""What one's role is, and every role in plain English."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.practice.doors import reader_of
from goldthread.practice.moment import now
from goldthread.practice.roles import ALL, role_of
from goldthread.practice.standing import standing_of
from goldthread.web.access.parts import parts


def mine(request: HttpRequest) -> HttpResponse:
    """The reader's role, and what it may do."""
    account = reader_of(request.user)
    standing = standing_of(account)
    context = {
        "as_at": now(),
        "name": account.shown_name,
        "role": standing.role,
        "given": role_of(account.role),
        "lapsed": bool(account.role) and not standing.role.code,
        "parts": parts("access:mine"),
    }
    return render(request, "access/mine.jinja", context)


def roles(request: HttpRequest) -> HttpResponse:
    """Every role: what it is, and what it may see and do."""
    context = {"as_at": now(), "roles": ALL, "parts": parts("roles")}
    return render(request, "access/roles.jinja", context)
