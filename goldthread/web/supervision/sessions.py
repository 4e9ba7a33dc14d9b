"""Supervisions: who had one when, arranging one, and one of them from its agenda to its end."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldthread.practice.access import may_list
from goldthread.practice.disclosure import shown_on_screens
from goldthread.practice.doors import RecordNotFound, list_records, reader_of
from goldthread.practice.moment import now, today
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.standing import Standing, standing_of
from goldthread.practice.supervising.agenda import Item, agenda_of
from goldthread.practice.supervising.frequency import teams_supervised
from goldthread.practice.supervising.line import own_sessions, party_to, session_of
from goldthread.practice.supervising.sessions import (
    begin_supervision,
    call_off_supervision,
    confirm_reading,
    end_supervision,
    state_of,
)
from goldthread.record.models import (
    Account,
    PersonalSupervision,
    SupervisionAmendment,
    SupervisionItem,
    SupervisionReading,
    SupervisionSession,
)
from goldthread.rulebook.supervising import SESSION_MINUTES
from goldthread.vocabulary import Fault
from goldthread.web.drafts.keeping import keeps
from goldthread.web.supervision.forms import BecauseForm

LATEST = 12


def sessions(request: HttpRequest) -> HttpResponse:
    """One's own supervisions, and for a manager who of their line had none for how long: the team longest without first."""
    account = reader_of(request.user)
    standing = standing_of(account)
    team = request.GET.get("team", "")
    teams = teams_supervised(by=standing) if standing.role.arranges else []
    chosen = next((each for each in teams if str(each.team) == team), None)
    mine = own_sessions(account).prefetch_related("members__worker")
    held = mine.filter(ended_on__isnull=False)
    context = {
        "as_at": now(),
        "day": today(),
        "teams": teams,
        "chosen": chosen or (teams[0] if len(teams) == 1 else None),
        "arranges": standing.role.arranges and account.worker is not None,
        "own": account.worker_id,
        "open": mine.filter(ended_on=None),
        "latest": held[:LATEST],
        "unread": _unread(account, held),
        "state_of": state_of,
        "items": _items(account, standing),
        "parts": parts(standing, "supervision:list"),
    }
    return render(request, "supervision/list.jinja", context)


def parts(standing: Standing, current: str) -> list[tuple[str, str, bool]]:
    """The pages about oversight, for the navigation within it."""
    pages = [("Supervision", "supervision:list"), ("Personal", "supervision:personal_list")]
    if standing.role.sees_children:
        pages.append(("Not overseen", "supervision:not_overseen"))
    if standing.role.arranges:
        pages.append(("Decisions", "supervision:deciders"))
    return [(words, reverse(page), page == current) for words, page in pages]


def _unread(account: Account, held: QuerySet[SupervisionSession]) -> QuerySet[SupervisionSession]:
    """The supervisions of somebody's own that ended and that they did not say they read."""
    own = account.worker_id or 0
    read = SupervisionReading.unwithdrawn.filter(worker_id=own).values("session_id")
    return held.exclude(supervisor_id=own).exclude(pk__in=read)[:LATEST]


def _items(account: Account, standing: Standing) -> list[tuple[SupervisionItem, str]]:
    """What somebody asked to be discussed, the latest first, with the child's name."""
    rows = list(
        SupervisionItem.unwithdrawn.filter(worker_id=account.worker_id or 0, kind="asked").order_by(
            "-put_on", "-pk"
        )[:LATEST]
    )
    if not rows or not standing.role.sees_children:
        return []
    allowed = set(
        may_list(standing).filter(pk__in=[each.child_id for each in rows]).values_list("pk", flat=True)
    )
    shown = list_records(
        [key for key in dict.fromkeys(each.child_id for each in rows) if key in allowed],
        by=standing,
        page="supervision",
    )
    names = names_of(shown)
    return [(each, names[each.child_id]) for each in rows if each.child_id in names]


def session(request: HttpRequest, session: UUID) -> HttpResponse:
    """One supervision: its agenda, what was written, and its beginning and end."""
    account = reader_of(request.user)
    standing = standing_of(account)
    found = session_of(session, standing)
    because = keeps(BecauseForm(request.POST if request.POST.get("deed") == "call-off" else None), request)
    if request.method == "POST" and (answer := _do(request, found, account, because)):
        return answer
    items = agenda_of(found, by=standing) if standing.role.sees_children else []
    context = {
        "as_at": now(),
        "session": found,
        "state": state_of(found),
        "lines": agenda_lines(found, items, standing),
        "supervises": account.worker_id is not None and account.worker_id == found.supervisor_id,
        "was_there": party_to(found, account),
        "members": [each.worker for each in found.members.filter(withdrawn_at=None).select_related("worker")],
        "readings": list(SupervisionReading.unwithdrawn.filter(session=found).select_related("worker")),
        "read_by_me": SupervisionReading.unwithdrawn.filter(
            session=found, worker_id=account.worker_id or 0
        ).exists(),
        "personal": PersonalSupervision.objects.filter(session=found).first()
        if party_to(found, account)
        else None,
        "waiting": _amendments(items),
        "because": because,
        "clock": clock_of(found),
    }
    return render(request, "supervision/session.jinja", context, status=422 if because.errors else 200)


def _do(
    request: HttpRequest, found: SupervisionSession, account: Account, because: BecauseForm
) -> HttpResponse | None:
    deed = request.POST.get("deed", "")
    here = redirect("supervision:session", found.public_id)
    try:
        if deed == "begin":
            begin_supervision(session=found, by=account)
            first = next(
                (each for each in agenda_of(found, by=standing_of(account)) if each.state == "to discuss"),
                None,
            )
            if first is not None:
                return redirect("supervision:discuss", found.public_id, public_id_of(first, account))
        elif deed == "end":
            end_supervision(session=found, by=account)
            messages.success(request, "The supervision has ended. What was written stands.")
        elif deed == "read":
            confirm_reading(session=found, by=account)
            messages.success(request, "It is recorded that you read it.")
        elif deed == "call-off":
            if not because.is_valid():
                return None
            call_off_supervision(session=found, by=account, because=because.cleaned_data["because"])
            messages.success(request, "The supervision is called off.")
        return here
    except RecordNotFound:
        raise
    except (ValidationError, Fault) as fault:
        if because.is_bound:
            because.add_error(None, said_of(fault))
            return None
        messages.error(request, said_of(fault))
        return here


def said_of(fault: ValidationError | Fault) -> str:
    """What a deed refused, in words."""
    return " ".join(fault.messages) if isinstance(fault, ValidationError) else str(fault)


def public_id_of(item: Item, account: Account) -> UUID:
    """The public number of a child on the agenda, through the door."""
    return list_records([item.child], by=account, page="supervision")[0].public_id


def agenda_lines(found: SupervisionSession, items: list[Item], standing: Standing) -> list[dict[str, Any]]:
    """The agenda with its children, through the door."""
    if not items:
        return []
    shown = list_records([each.child for each in items], by=standing, page="supervision")
    names = names_of(shown)
    knowing = shown_on_screens([each.pk for each in shown])
    return [
        {
            "item": item,
            "knowing": knowing.get(child.pk),
            "child": child,
            "name": names[child.pk],
            "age": age_words(child, standing.day),
            "href": reverse("supervision:discuss", args=[found.public_id, child.public_id]),
        }
        for item, child in zip(items, shown, strict=True)
    ]


def _amendments(items: list[Item]) -> dict[int, int]:
    """Of each discussion how many amendments wait for the other to agree."""
    rows = [each.discussed.pk for each in items if each.discussed]
    waiting = SupervisionAmendment.unwithdrawn.filter(supervision__in=rows, agreed_on=None)
    found: dict[int, int] = {}
    for key in waiting.values_list("supervision_id", flat=True):
        found[key] = found.get(key, 0) + 1
    return found


def clock_of(found: SupervisionSession) -> dict[str, int] | None:
    """How many minutes of the hour are over; None for one that is not being held now."""
    if found.began_at is None or found.ended_on is not None or found.held_on != today():
        return None
    return {"over": int((now() - found.began_at).total_seconds() // 60), "of": SESSION_MINUTES}
