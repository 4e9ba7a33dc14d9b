"""Writing down a visit."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse

from goldthread.practice.moment import today
from goldthread.practice.recording import record_visit
from goldthread.record.models import Action, Address, Due, Visit
from goldthread.rulebook.clocks import CLOCKS
from goldthread.web.recording.page import At, Page, record
from goldthread.web.visit.forms import VisitForm, prefix_of, usual

KEPT = "X-Kept-On-Device"
SHOWN = 3


def _known(at: At) -> dict[str, Any]:
    day = today()
    before = Visit.unwithdrawn.filter(child=at.child).select_related("by_worker").order_by("-held_on", "-pk")
    homes = Address.unwithdrawn.filter(child=at.child, ended_on=None).order_by("-began_on", "-pk")[:1]
    dues = Due.objects.filter(child=at.child, clock__contains="visit", state__in=("running", "overdue"))
    return {
        "offline": settings.OFFLINE_VISITS,
        "before": list(before[:SHOWN]),
        "homes": [(each, at.knowing.withholds_place(each)) for each in homes],
        "dues": [
            (CLOCKS[each.clock].what, each)
            for each in dues.order_by("due_day")[:SHOWN]
            if each.clock in CLOCKS
        ],
        "tasks": Action.unwithdrawn.filter(child=at.child, done_on=None, dropped_on=None).order_by(
            "due_on", "pk"
        )[:SHOWN],
        "today": day,
        "prefix_of": prefix_of,
    }


VISIT = Page(
    name="child: visit",
    heading="Record a visit",
    form=VisitForm,
    deed=record_visit,
    done="The visit is recorded.",
    button="Record the visit",
    template="visit/record.jinja",
    values=lambda at: usual(at.child, at.by),
    known=_known,
)


def new(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record a visit. What a device kept is sent by its script, which is answered in a word and not with a page."""
    answer = record(request, public_id, page=VISIT)
    if request.method != "POST" or request.headers.get(KEPT) != "yes":
        return answer
    if isinstance(answer, HttpResponseRedirect):
        return JsonResponse({"taken": True, "at": answer.url})
    return JsonResponse({"taken": False}, status=answer.status_code)
