"""Reading a copy as it will be given, the second look, making it and taking it along: each written down."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from goldthread.practice.doors import RecordNotFound
from goldthread.practice.moment import now
from goldthread.practice.subject_access.archive import make_bundle
from goldthread.practice.subject_access.contents import label_of
from goldthread.practice.subject_access.requests import as_given, look_again
from goldthread.record.models import AccessBundle
from goldthread.rulebook.subject_access import GROUNDS
from goldthread.vocabulary import Fault
from goldthread.web.accounts.step_up import step_up
from goldthread.web.subject_access.opened import opened, shown


def read(request: HttpRequest, number: UUID) -> HttpResponse:
    """The record with its gaps, as who asked will get it."""
    found, _ = opened(request, number, page="request for a copy: as it is given")
    context = shown(found) | {
        "as_at": now(),
        "given": as_given(found),
        "grounds": GROUNDS,
        "label_of": label_of,
    }
    return render(request, "subject_access/read.jinja", context)


@require_POST
def look(request: HttpRequest, number: UUID) -> HttpResponse:
    """The second look: somebody who decided nothing agrees."""
    found, reader = opened(request, number, page="request for a copy: second look")
    try:
        look_again(request=found, by=reader)
    except Fault as fault:
        messages.error(request, str(fault))
    else:
        messages.success(request, "Looked at twice. It can be made now.")
    return redirect("subject_access:page", number)


@step_up
def make(request: HttpRequest, number: UUID) -> HttpResponse:
    """Make what is given. Asked by GET, as after proving who one is, it goes back to the request."""
    if request.method != "POST":
        opened(request, number, page="request for a copy")
        return redirect("subject_access:page", number)
    found, reader = opened(
        request, number, page="request for a copy: making it", why="A copy for whoever asked for it"
    )
    try:
        make_bundle(request=found, by=reader, council=settings.COUNCIL_NAME)
    except Fault as fault:
        messages.error(request, str(fault))
    else:
        messages.success(request, "Made. Take it along, and write down how it was given.")
    return redirect("subject_access:page", number)


@step_up
def download(request: HttpRequest, number: UUID, bundle: int) -> HttpResponse:
    """What was made, as a file; that it was taken, and how many rows it holds, is written down first."""
    made = AccessBundle.objects.filter(pk=bundle, request__public_id=number).first()
    opened(
        request,
        number,
        page="request for a copy: download",
        why="A copy for whoever asked for it",
        rows=(lambda _: made.rows) if made else None,
    )
    if made is None:
        raise RecordNotFound
    answer = HttpResponse(bytes(made.content), content_type="application/zip")
    answer["Content-Disposition"] = (
        f'attachment; filename="record-{timezone.localdate(made.made_at).isoformat()}.zip"'
    )
    return answer
