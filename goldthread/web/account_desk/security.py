"""Who signed in, who failed to, and which openings were refused. It names no child: of a number only its beginning shows."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.practice.moment import now
from goldthread.practice.security import SecurityFilters, security_lines
from goldthread.record.models import SecurityLine
from goldthread.web.account_desk.views import parts
from goldthread.web.design_system.links import query_without

PAGE_SIZE = 50


def lines(request: HttpRequest) -> HttpResponse:
    """The lines, newest first."""
    filters = _read(request)
    page = Paginator(security_lines(request.user, filters), PAGE_SIZE).get_page(request.GET.get("page"))
    kinds = SecurityLine.KINDS
    chosen = []
    if filters.what:
        chosen.append((kinds[filters.what], query_without(request, "what")))
    if filters.account is not None:
        chosen.append(("One account", query_without(request, "account")))
    context = {
        "as_at": now(),
        "page": page,
        "rows": [{"line": each, "about": about(each)} for each in page.object_list],
        "kinds": [("", "Everything"), *kinds.items()],
        "filters": filters,
        "chosen": chosen,
        "parts": parts("desk:security"),
    }
    return render(request, "account_desk/security.jinja", context)


def about(line: SecurityLine) -> str:
    """By which means, or the beginning of the number asked for: enough to see one tried again, too little to open it."""
    try:
        number = UUID(line.about)
    except ValueError:
        return line.about
    return f"number {str(number)[:8]}…"


def _read(request: HttpRequest) -> SecurityFilters:
    what, account = request.GET.get("what", ""), request.GET.get("account", "")
    return SecurityFilters(
        what=what if what in SecurityLine.KINDS else "",
        account=int(account) if account.isdecimal() and len(account) < 18 else None,
        since=_day(request.GET.get("since", "")),
        until=_day(request.GET.get("until", "")),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
