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
from goldthread.practice.moment import now, today
from goldthread.practice.published import our_place
from goldthread.practice.standing import Standing, standing_of
from goldthread.record.models import Account, ImprovementAction, ImprovementEvidence
from goldthread.rulebook.measures import MEASURES
from goldthread.rulebook.published import PUBLISHED
from goldthread.web.improving.charts import pictures_of
from goldthread.web.improving.reading import STATES, numbered, parts, reader

KINDS = {"late": "late", "not moving": "soon", "nothing agreed": "soon"}
"""Of which states a tile takes colour."""


@require_safe
def plan(request: HttpRequest) -> HttpResponse:
    """Everything in the plan; ``state`` chooses some, and what is closed shows only when it is asked for."""
    account = reader(request)
    every = improving.lines(standing_of(account))
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
    standing = standing_of(account)
    [line] = improving.lines(standing, [found])
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
        "measures": _measures(line, standing),
        "evidence": [(each, _came_to(each, standing)) for each in rows],
    }
    return render(request, "improving/page.jinja", context)


def _came_to(evidence: ImprovementEvidence, standing: Standing) -> str:
    """The measure that shows it and what that came to; empty where none does."""
    if not evidence.measure:
        return ""
    return f"{improving.measure_words(evidence.measure)} came to {improving.figure_said(evidence, standing)}."


def _measures(line: improving.Line, standing: Standing) -> list[dict[str, Any]]:
    """Each measure that must move, with its chart for those who read figures, and the page that it opens."""
    rows = sorted(line.improvement.measures.all(), key=lambda each: each.pk)
    drawn = pictures_of([each.measure for each in rows], line.improvement, standing)
    reads = standing.role.reads_figures
    return [
        {
            "moved": moved,
            "asked": asked,
            "href": _address(asked.measure, reads),
            "percent": "%" if _unit(asked.measure) == "%" else "",
            "drawing": drawn.get(asked.measure),
        }
        for moved, asked in zip(line.movements, rows, strict=True)
    ]


def _unit(name: str) -> str:
    measure = MEASURES.get(name) or PUBLISHED.get(name)
    return measure.unit if measure else ""


def _address(name: str, reads: bool) -> str | None:
    if name in MEASURES:
        return reverse("figures:measure" if reads else "measures:page", args=[name])
    place = our_place()
    return reverse("figures:published", args=[place.code]) if reads and place else None


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
