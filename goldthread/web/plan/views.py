"""Reading plans: all of a child's, one of them joined, as it stood on a day, and the family's version."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.practice.access import may_record
from goldthread.practice.disclosure import on_screen
from goldthread.practice.doors import open_record, reader_of
from goldthread.practice.entries import entry_of
from goldthread.practice.moment import now, today
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.plans.family_copy import document, family_copy, plainly
from goldthread.practice.plans.joined import joined
from goldthread.practice.plans.versions import versions
from goldthread.practice.precautions import precautions_of
from goldthread.practice.recipients import OTHER, recipient_of, recipients_of
from goldthread.practice.standing import standing_of
from goldthread.record.models import Action, Child, Conference, CoreGroup, Goal, HelpReview, Plan
from goldthread.rulebook.asking import reading_of
from goldthread.web.accounts.step_up import step_up
from goldthread.web.plan.forms import HOW
from goldthread.web.plan.meeting_forms import OUTCOMES

PAGE, LIST, FAMILY = "child: plan", "child: plans", "child: the family's plan"
MEETINGS = 6


def plans(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Every plan of a child, the one that stands first."""
    standing = standing_of(reader_of(request.user))
    child = open_record(public_id, by=standing, page=LIST)
    found = Plan.unwithdrawn.filter(child=child).select_related("source").order_by("-began_on", "-pk")
    lines = [(each, joined(each, each.ended_on or today()).line) for each in found]
    lines.sort(key=lambda each: each[0].ended_on is not None)
    context = _about(child, standing) | {"lines": lines}
    return render(request, "plan/list.jinja", context)


def plan(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """One plan: worries, goals and actions joined; with ``on``, as it stood on that day."""
    standing = standing_of(reader_of(request.user))
    child = open_record(public_id, by=standing, page=PAGE)
    knowing = on_screen(child, by=standing)
    row: Plan = entry_of(child, "plans", number, knowing)
    of_then = _day(request.GET.get("on", ""))
    context = _about(child, standing) | {
        "plan": row,
        "stands": joined(row, of_then or row.ended_on or today()),
        "of_then": of_then,
        "versions": versions(row),
        "meetings": _meetings(row),
        "knowing": knowing,
        "how": HOW,
        "outcomes": OUTCOMES,
        "precautions": precautions_of(child),
    }
    context["writes"] = context["may"] and row.ended_on is None and of_then is None
    return render(request, "plan/page.jinja", context)


def family(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """The family's version before it is printed: for whom, in which words, and what is left out of it."""
    standing = standing_of(reader_of(request.user))
    child = open_record(public_id, by=standing, page=FAMILY)
    row: Plan = entry_of(child, "plans", number, on_screen(child, by=standing))
    whom = request.GET.get("for", OTHER)
    copy = family_copy(
        row, recipient=recipient_of(child, whom)[0], council=settings.COUNCIL_NAME, made_on=today()
    )
    stands = joined(row, today())
    rows: list[Goal | Action] = [*(aim.row for aim in stands.aims), *(task.row for task in stands.to_do)]
    context = _about(child, standing) | {
        "plan": row,
        "told": copy.told,
        "reasons": copy.reasons,
        "whom": whom,
        "people": recipients_of(child),
        "reading": reading_of(". ".join(plainly(each).rstrip(".") for each in rows)),
        "chosen": sum(bool(each.plain_words) for each in rows),
        "of": len(rows),
    }
    return render(request, "plan/family.jinja", context)


@step_up
def family_pdf(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """The family's version on paper, for one person; without what they may not know."""
    standing = standing_of(reader_of(request.user))
    child = open_record(public_id, by=standing, page=FAMILY, why="The plan for the family, on paper")
    row: Plan = entry_of(child, "plans", number)
    recipient, _words = recipient_of(child, request.GET.get("for", OTHER))
    copy = family_copy(row, recipient=recipient, council=settings.COUNCIL_NAME, made_on=today())
    answer = HttpResponse(document(copy.told), content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="plan.pdf"'
    return answer


def _about(child: Child, standing: Any) -> dict[str, Any]:
    return {
        "as_at": now(),
        "child": child,
        "name": names_of([child])[child.pk],
        "age": age_words(child, today()),
        "may": bool(may_record(standing, [child.pk])),
    }


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _meetings(plan: Plan) -> list[tuple[str, Any]]:
    """The latest meetings about a plan: core groups, reviews and conferences."""
    found: list[tuple[str, Any]] = []
    for words, model in (("Core group", CoreGroup), ("Review", HelpReview), ("Conference", Conference)):
        rows = model.unwithdrawn.filter(plan=plan, held_on__isnull=False).order_by("-held_on", "-pk")
        if model is not Conference:
            rows = rows.prefetch_related("plan_attendees")
        found += [(words, each) for each in rows[:MEETINGS]]
    return sorted(found, key=lambda each: each[1].held_on, reverse=True)[:MEETINGS]
