"""The conferences that somebody chairs: to come and held lately, each with whose report is missing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.practice.conferring import conferences_of
from goldthread.practice.doors import list_records, reader_of_children
from goldthread.practice.moment import now
from goldthread.practice.naming import names_of
from goldthread.web.protection.conference_forms import KINDS


def conferences(request: HttpRequest) -> HttpResponse:
    """My conferences."""
    standing = reader_of_children(request.user)
    to_come, held = conferences_of(standing)
    shown = list_records(
        dict.fromkeys(each.child_id for each in (*to_come, *held)), by=standing, page="conferences"
    )
    context = {
        "as_at": now(), "to_come": to_come, "held": held, "names": names_of(shown), "children": {each.pk: each for each in shown},
        "kinds": KINDS,
    }  # fmt: skip
    return render(request, "protection/conferences.jinja", context)
