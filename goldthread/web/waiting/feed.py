"""What is due as a calendar that other programs can subscribe to."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid5

import icalendar
from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from goldthread.practice.doors import list_records, reader_of_children
from goldthread.practice.moment import now
from goldthread.practice.precautions import warned_of
from goldthread.practice.waiting import WaitingRow, waiting_rows
from goldthread.practice.waiting.filters import KINDS
from goldthread.record.models import Account
from goldthread.web.waiting.filters import choices, chosen, read
from goldthread.web.waiting.views import ours_of

SALT = "waiting calendar"
MOST = 1_000


def subscribe(request: HttpRequest) -> HttpResponse:
    """The page that gives the address of the calendar for the filters in use."""
    filters = read(request.GET)
    account = request.user
    reader = reader_of_children(account)
    token = signing.dumps({"account": account.pk, "query": request.GET.urlencode()}, salt=SALT, compress=True)
    context = {
        "as_at": now(),
        "address": request.build_absolute_uri(reverse("waiting:feed", args=[token])),
        "chosen": [words for words, _name in chosen(filters, choices(reader), account)],
        "kinds": KINDS,
    }
    return render(request, "waiting/calendar.jinja", context)


@login_not_required
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar itself. Its address names the account that asked for it and ends with that account.

    It holds initials and a link, never a name: calendars travel to telephones.
    """
    try:
        said = signing.loads(token, salt=SALT)
    except signing.BadSignature as fault:
        raise Http404 from fault
    account = Account.objects.filter(pk=said["account"], is_active=True).first()
    if account is None:
        raise Http404
    filters = read(QueryDict(said["query"]))
    reader = reader_of_children(account)
    chosen(filters, choices(reader), account)  # the family that it shows is opened through the door
    rows = waiting_rows(filters, by=reader, stop=MOST)
    children = list_records([row.child for row in rows], by=reader, page="waiting: calendar")
    warned = warned_of([each.pk for each in children])
    made = icalendar.Calendar()
    made.add("prodid", "-//Goldthread//Who is waiting//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", "Who is waiting")
    for row in rows:
        made.add_component(_event(request, row, warned=row.child.pk in warned))
    return HttpResponse(made.to_ical(), content_type="text/calendar; charset=utf-8")


def _event(request: HttpRequest, row: WaitingRow, *, warned: bool) -> icalendar.Event:
    event = icalendar.Event()
    initials = "".join(part[:1] for part in (row.child.given_name, row.child.family_name)) or "child"
    event.add("uid", str(uuid5(row.child.public_id, f"{row.due.clock}:{row.due.start_row}:{row.due.link}")))
    event.add("summary", f"{row.clock.what}: {initials}" + (" (late)" if row.late else ""))
    if row.due.due_at is not None:
        event.add("dtstart", row.due.due_at)
        event.add("dtend", row.due.due_at)
    else:
        event.add("dtstart", row.due.due_on)
        event.add("dtend", row.due.due_on + timedelta(days=1))
    event.add("dtstamp", now())
    event.add("url", request.build_absolute_uri(reverse("child:page", args=[row.child.public_id])))
    first = "Safety warning: read it in the record before you go. " if warned else ""
    both = f" {ours_of(row)}." if row.local_when else ""
    event.add("description", f"{first}{row.clock.duty}.{both} {row.edition.source}")
    return event
