"""The meeting: one child after another, the agenda beside, the story in the middle, what is written on the right."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from goldthread.practice.doors import RecordNotFound, open_record, reader_of
from goldthread.practice.holding import holder_of_many
from goldthread.practice.moment import today
from goldthread.practice.overseeing import last_overseen
from goldthread.practice.standing import Standing, standing_of
from goldthread.practice.statuses import statuses_of
from goldthread.practice.story import story_of
from goldthread.practice.supervising.agenda import Item, agenda_of
from goldthread.practice.supervising.discussing import discuss_child, put_off_child
from goldthread.practice.supervising.line import session_of
from goldthread.practice.supervising.sessions import state_of
from goldthread.practice.timeline import timeline
from goldthread.record.models import Supervision, SupervisionSession
from goldthread.vocabulary import Fault
from goldthread.web.child.dues import due_of
from goldthread.web.child.story import coming_of
from goldthread.web.recording.many import Many
from goldthread.web.recording.menu import address_of
from goldthread.web.recording.page import At, Page, record
from goldthread.web.supervision.forms import DirectionForm, DiscussForm, given_of
from goldthread.web.supervision.sessions import agenda_lines, clock_of, said_of

SINCE = 12
PAGE = "supervision"


def discuss(request: HttpRequest, session: UUID, public_id: UUID) -> HttpResponse:
    """Discuss one child in a supervision, and go on to the next; or put the child off."""
    account = reader_of(request.user)
    standing = standing_of(account)
    found = session_of(session, standing)
    if request.POST.get("deed") == "put-off":
        child = open_record(public_id, by=standing, page=PAGE)
        after = _next_after(found, agenda_of(found, by=standing), child.pk, standing)
        try:
            put_off_child(session=found, child=child, by=account, words=request.POST.get("why", ""))
            messages.success(request, "Put off to the next supervision.")
        except RecordNotFound:
            raise
        except (ValidationError, Fault) as fault:
            messages.error(request, said_of(fault))
        return redirect(after)
    return record(request, public_id, page=_page(found, standing))


def _page(session: SupervisionSession, standing: Standing) -> Page:
    form: Any = type("DiscussFormHere", (DiscussForm,), {"session": session})
    direction: Any = type("DirectionFormHere", (DirectionForm,), {"session": session})
    return Page(
        name=PAGE,
        heading="Discuss in supervision",
        form=form,
        deed=partial(discuss_child, session=session),
        done="Written down.",
        button="Done: next child",
        template="supervision/discuss.jinja",
        many={
            "directions": Many(
                direction, "What is to be done", "direction",
                "Each with who does it and by when. It is asked about in the next supervision.",
            )
        },
        keywords=lambda said: {
            **{name: said[name] for name in ("happening", "reflection", "risk", "what_next", "answers")},
            "directions": given_of(said["directions"]),
        },
        known=lambda at: _known(at, session, standing),
        then=lambda at, _row: _next_after(session, agenda_of(session, by=standing), at.child.pk, standing),
        refuses=lambda at: _refusal(at, session),
    )  # fmt: skip


def _refusal(at: At, session: SupervisionSession) -> str:
    """Why nothing can be written here; empty where it can."""
    if at.by.worker_id is None or at.by.worker_id != session.supervisor_id:
        return "The supervisor writes this down. What is written stands on the page of the supervision."
    if state_of(session) != "being held":
        return "This supervision is not being held now: begin it first, or propose an amendment to what was written."
    if Supervision.unwithdrawn.filter(session=session, child=at.child).exists():
        return "This child was discussed in this supervision. Choose the next."
    return ""


def _next_after(session: SupervisionSession, items: list[Item], child: int, standing: Standing) -> str:
    """The page of the next child to be discussed, in the agenda's order; of the supervision itself after the last."""
    waiting = [each for each in items if each.state == "to discuss"]
    keys = [each.child for each in waiting]
    place = keys.index(child) if child in keys else -1
    rest: list[Item] = [*waiting[place + 1 :], *waiting[: max(place, 0)]]
    if not rest:
        return reverse("supervision:session", args=[session.public_id])
    lines = agenda_lines(session, rest[:1], standing)
    return str(lines[0]["href"])


def _known(at: At, session: SupervisionSession, standing: Standing) -> dict[str, Any]:
    """The agenda, the child's story, and what changed since the child was last discussed."""
    day = today()
    items = agenda_of(session, by=standing)
    lines = agenda_lines(session, items, standing)
    before = (
        Supervision.unwithdrawn.filter(child=at.child)
        .exclude(session=session)
        .select_related("supervisor", "worker")
        .order_by("-held_on", "-pk")
        .first()
    )
    since = before.held_on if before else None
    entries = [
        each for each in timeline(at.child, day, at.knowing)
        if not each.withdrawn and (since is None or each.day > since)
    ]  # fmt: skip
    holder = holder_of_many([at.child.pk], day)[at.child.pk]
    statuses = statuses_of(at.child, day)
    here = next((line for line in lines if line["child"].pk == at.child.pk), None)
    return {
        "session": session,
        "lines": lines,
        "here": here,
        "next_href": _next_after(session, items, at.child.pk, standing),
        "before": before,
        "since": entries[:SINCE],
        "since_more": max(0, len(entries) - SINCE),
        "statuses": statuses,
        "holder": holder,
        "overseen": here["item"].overseen if here else last_overseen(at.child),
        "story": story_of(at.child, day, at.knowing, due=coming_of(due_of(at.child, holder, statuses[0]))),
        "address_of": address_of,
        "records": False,
        "helped": [],
        "closing": None,
        "clock": clock_of(session),
    }
