"""Choosing files to bring in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.practice.moment import now


def start(request: HttpRequest) -> HttpResponse:
    """The form."""
    return render(request, "imports/start.jinja", {"as_at": now()})
