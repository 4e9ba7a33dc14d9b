"""One child's workers: who has held the child, what changed hands and how, and what was promised."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.practice.access import may_record
from goldthread.practice.disclosure import Knowing, on_screen
from goldthread.practice.doors import open_record, reader_of
from goldthread.practice.entries import entry_of
from goldthread.practice.handing_over.before import is_own, last_held_any
from goldthread.practice.handing_over.continuity import continuity_of
from goldthread.practice.handing_over.drafts import SECTIONS
from goldthread.practice.handing_over.open import state_of
from goldthread.practice.holding import allocation_history
from goldthread.practice.moment import now
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.standing import Standing, standing_of
from goldthread.record.models import Account, Child, Delegation, Due, Handover, Promise
from goldthread.web.handover.writing import HOW


def continuity(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Who has held a child and how it changed hands; handovers, and promises to the child."""
    account = reader_of(request.user)
    standing = standing_of(account)
    child = open_record(public_id, by=standing, page="child: workers")
    knowing = on_screen(child, by=standing)
    held = last_held_any(child)
    rows = Handover.unwithdrawn.filter(child=child).select_related("from_worker", "to_worker")
    handovers = list(rows.order_by("-begun_on", "-pk"))
    promises = Promise.unwithdrawn.filter(child=child).select_related("made_by").order_by("-made_on", "-pk")
    context = _about(child, account, standing) | {
        "held": allocation_history(child, standing.day),
        "found": continuity_of(child, standing.day),
        "handovers": [(each, state_of(each, standing.day)) for each in handovers],
        "promises": [
            (each, knowing.words(each.words), knowing.words(each.answer_words)) for each in promises
        ],
        "away": _cover_of(held.worker_id, standing) if held and held.ended_on is None else [],
        "may_hand_over": held is not None and (is_own(account, held.worker) or standing.role.arranges),
    }
    return render(request, "handover/child.jinja", context)


def handover(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """One handover: what it says, who read it, what they understand, and how the child was told."""
    account = reader_of(request.user)
    standing = standing_of(account)
    child = open_record(public_id, by=standing, page="child: handover")
    knowing = on_screen(child, by=standing)
    row = entry_of(child, "handovers", number, knowing)
    context = _about(child, account, standing) | {
        "row": row,
        "state": state_of(row, standing.day),
        "handed": _sections(row, knowing),
        "understood": knowing.words(row.understood),
        "child_words": knowing.words(row.child_words),
        "because": knowing.words(row.finished_because),
        "not_yet": knowing.words(row.not_yet_because),
        "how": HOW.get(row.told_how or "", ""),
        "receives": is_own(account, row.to_worker),
        "due": Due.objects.filter(child=child, clock="handover_understood", start_row=row.pk).first(),
    }
    return render(request, "handover/page.jinja", context)


def _about(child: Child, account: Account, standing: Standing) -> dict[str, Any]:
    return {
        "as_at": now(),
        "child": child,
        "name": names_of([child])[child.pk],
        "age": age_words(child, standing.day),
        "records": bool(may_record(standing, [child.pk])),
        "manages": standing.role.arranges,
    }


def _sections(row: Handover, knowing: Knowing) -> list[tuple[str, str]]:
    return [
        (label, knowing.words(getattr(row, name))) for name, label in SECTIONS.items() if getattr(row, name)
    ]


def _cover_of(worker: int | None, standing: Standing) -> list[Delegation]:
    """Who covers today for the worker who holds the child."""
    found = Delegation.objects.filter(
        of__worker_id=worker or 0, began_on__lte=standing.day, until__gte=standing.day, ended_at__isnull=True
    )
    return list(found.select_related("of__worker", "to__worker").order_by("pk"))
