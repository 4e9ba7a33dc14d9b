"""The duties, and one of them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.practice.moment import now
from goldthread.rulebook.clocks import CLOCKS


def duties(request: HttpRequest) -> HttpResponse:
    """Every duty that has a clock."""
    return render(request, "duty/list.jinja", {"as_at": now(), "clocks": CLOCKS})


def duty(request: HttpRequest, name: str) -> HttpResponse:
    """One duty, printed from its definition."""
    clock = CLOCKS.get(name)
    if clock is None:
        raise Http404
    return render(request, "duty/page.jinja", {"as_at": now(), "clock": clock})
