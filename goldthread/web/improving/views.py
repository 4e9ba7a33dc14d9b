"""The improvement plan, the worst first; and one thing in it with everything that was done and said about it."""

from __future__ import annotations

from collections import Counter
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from goldthread.practice import improving
from goldthread.practice.measures import sight_of
from goldthread.practice.moment import now, today
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account, ImprovementAction
from goldthread.rulebook.measures import MEASURES
from goldthread.web.improving.reading import STATES, numbered, parts, reader

KINDS = {"late": "late", "not moving": "soon", "nothing agreed": "soon"}
"""Of which states a tile takes colour."""


@require_safe
def plan(request: HttpRequest) -> HttpResponse:
    """Everything in the plan; ``state`` chooses some, and what is closed shows only when it is asked for."""
    account = reader(request)
    every = improving.lines(sight_of(standing_of(account)))
    counts = Counter(line.state for line in every)
    asked = request.GET.get("state", "")
    state = asked if asked in STATES else ""
    context = {
        "as_at": now(),
        "parts": parts("improving:list"),
        "lines": [line for line in every if (line.state == state if state else line.state != "closed")],
        "states": STATES,
        "state": state,
        "tiles": [
            {
                "count": counts[name],
                "words": words.lower(),
                "href": "?" if name == state else f"?state={name.replace(' ', '+')}",
                "kind": KINDS.get(name, ""),
                "current": name == state,
            }
            for name, (words, _colour) in STATES.items()
        ],
        "plans": improving.may_plan(account),
        "all": len(every),
        "day": today(),
    }
    return render(request, "improving/list.jinja", context)


@require_safe
def one(request: HttpRequest, number: UUID) -> HttpResponse:
    """One thing in the plan."""
    account, found = reader(request), numbered(number)
    [line] = improving.lines(sight_of(standing_of(account)), [found])
    plans = improving.may_plan(account)
    rows = found.evidence.select_related("said_by", "action").order_by("-said_at", "-pk")
    context = {
        "as_at": now(),
        "day": today(),
        "one": found,
        "line": line,
        "state": STATES[line.state],
        "plans": plans,
        "says": found.closed_at is None and improving.may_say(account, found),
        "actions": [_action(each, account, plans) for each in line.actions],
        "measures": [
            {"moved": moved, "asked": asked, "href": _measure_page(asked.measure)}
            for moved, asked in zip(line.movements, found.measures.order_by("pk"), strict=True)
        ],
        "evidence": [(each, improving.measure_words(each.measure) if each.measure else "") for each in rows],
    }
    return render(request, "improving/page.jinja", context)


def _measure_page(name: str) -> str | None:
    return reverse("measures:page", args=[name]) if name in MEASURES else None


def _action(each: ImprovementAction, account: Account, plans: bool) -> dict[str, Any]:
    """An action with how it stands, and what the reader may do with it."""
    over = each.done_on is not None or each.dropped_on is not None
    steps = []
    if not over and each.improvement.closed_at is None:
        if plans or each.owner_id == account.pk:
            steps.append(("done", "It was done"))
        if plans:
            steps += [("move", "Another day"), ("drop", "Give it up")]
    return {
        "row": each,
        "late": not over and each.due_on < today(),
        "days": (today() - each.due_on).days,
        "steps": steps,
    }
