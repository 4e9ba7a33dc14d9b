"""Ending work with a child, reading how it ended, and stepping early help up."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.practice.access import may_record
from goldthread.practice.closing import in_the_way, is_open, open_help, open_referrals
from goldthread.practice.disclosure import on_screen
from goldthread.practice.doors import open_record, reader_of
from goldthread.practice.entries import entry_of
from goldthread.practice.managing import is_manager
from goldthread.practice.moment import now, today
from goldthread.practice.naming import names_of
from goldthread.practice.recording import close_work, step_up_help
from goldthread.practice.standing import standing_of
from goldthread.record.models import Contact, Referral
from goldthread.web.closing.forms import EndForm, StepUpForm, ToldForm, deed_of
from goldthread.web.recording.many import Many
from goldthread.web.recording.page import At, Page, record


def _refused(at: At) -> str:
    if not is_open(at.child):
        return "Nothing of ours is open for this child: there is no work to end."
    if not is_manager(at.by):
        return "The end of our work is decided by a manager. Ask yours: what is still open stands on the child's page."
    return " ".join(in_the_way(at.child))


def _offered(at: At) -> dict[str, Any]:
    referrer = (
        Contact.unwithdrawn.filter(child=at.child)
        .exclude(referrer_name="")
        .order_by("-received_on", "-pk")
        .first()
    )
    people = [{"who": names_of([at.child])[at.child.pk]}, {"who": "Parents"}]
    return {"told": [*people, *([{"who": referrer.referrer_name}] if referrer else [])]}


def _known(at: At) -> dict[str, Any]:
    return {"referrals": open_referrals(at.child), "help": open_help(at.child)}


def _afterwards(at: At, closing: Any) -> str:
    """How it ended, for whoever may still open the record: the manager who decided it, for 28 days."""
    if not may_record(at.by, [at.child.pk]):
        return reverse("waiting:list")
    if closing:
        return reverse("closing:ended", args=[at.child.public_id, closing.pk])
    return reverse("child:page", args=[at.child.public_id])


END = Page(
    name="child: end of work",
    heading="End our work with this child",
    form=EndForm,
    deed=close_work,
    done="Our work with this child has ended. Whatever comes later begins with a new referral.",
    button="End our work",
    template="closing/end.jinja",
    many={
        "told": Many(
            ToldForm,
            "Who was told?",
            "person",
            "The child first. Leave empty whom nobody told.",
            blank=1,
            needed=True,
        )
    },
    values=lambda at: {"closed_on": today()},
    offered=_offered,
    known=_known,
    keywords=deed_of,
    then=_afterwards,
    refuses=_refused,
)

STEP_UP = Page(
    name="child: step up",
    heading="Step early help up",
    form=StepUpForm,
    deed=step_up_help,
    done="Early help was stepped up: a referral is open, on the same timeline.",
    button="Step it up",
    intro="Early help ends and a referral opens. Nothing is written again: everything stays on one timeline.",
    table="family_help_episodes",
    row_as="episode",
    refuses=lambda at: "" if is_manager(at.by) else "A step up is decided by a manager. Ask yours.",
)


def end(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """End work with a child, everything open dealt with one by one."""
    return record(request, public_id, page=END)


def step_up(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Step early help up to children's social care."""
    return record(request, public_id, page=STEP_UP, number=number)


def ended(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """How work with a child ended."""
    reader = standing_of(reader_of(request.user))
    child = open_record(public_id, by=reader, page="child: how work ended")
    knowing = on_screen(child, by=reader)
    closing = entry_of(child, "closings", number, knowing)
    context = {
        "as_at": now(),
        "child": child,
        "name": names_of([child])[child.pk],
        "closing": closing,
        "decision": closing.decision,
        "told": closing.closing_told.filter(withdrawn_at=None).order_by("told_on", "pk"),
        "left": closing.closing_left.filter(withdrawn_at=None).order_by("pk"),
        "again": Referral.unwithdrawn.filter(child=child, received_on__gte=closing.closed_on).exists(),
        "knowing": knowing,
    }
    return render(request, "closing/ended.jinja", context)
