"""Asking what would happen if, seeing how far it is, and reading the answer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from goldthread.practice.doors import RecordNotFound, reader_of
from goldthread.practice.moment import now
from goldthread.practice.standing import Standing, standing_of
from goldthread.practice.what_if import (
    AskRefused,
    Question,
    ask_what_if,
    questions_of,
    state_of,
    stop_what_if,
    who_may_be_named,
)
from goldthread.practice.what_if.asking import may_ask, teams_with_children
from goldthread.practice.what_if.states import percent
from goldthread.record.models import Account, WhatIf
from goldthread.web.drafts.keeping import keeps
from goldthread.web.what_if.charts import chart_of
from goldthread.web.what_if.forms import AskForm
from goldthread.web.what_if.reading import Reading, in_words
from goldthread.web.what_if.running import begin

MOST = 10


def ask(request: HttpRequest) -> HttpResponse:
    """The question, and what the reader asked before."""
    account, standing = _manager(request)
    people, teams = who_may_be_named(standing), teams_with_children()
    form = keeps(AskForm(request.POST or None, people=people, teams=teams), request)
    if request.method == "POST" and form.is_valid():
        try:
            asked = ask_what_if(by=account, question=form.question())
        except AskRefused as fault:
            form.add_error(None, str(fault))
        else:
            begin(asked.pk)
            return redirect("what_if:answer", asked.number)
    before = list(questions_of(account)[:MOST])
    context = {
        "as_at": now(),
        "form": form,
        "before": [(each, in_words(Question.read(each.asks)), state_of(each)) for each in before],
        "by_number_only": not people,
    }
    return render(request, "what_if/ask.jinja", context, status=422 if form.errors else 200)


def answer(request: HttpRequest, number: UUID) -> HttpResponse:
    """One question: how far it is, or what it answered. ``team`` draws one team instead of all together."""
    question = _question(request, number)
    state = state_of(question)
    context: dict[str, Any] = {
        "as_at": now(),
        "question": question,
        "words": in_words(Question.read(question.asks)),
        "state": state,
        "percent": percent(question),
    }
    if request.htmx and state == "running":  # type: ignore[attr-defined]
        return render(request, "what_if/progress.jinja", context)
    if state == "answered":
        reading = Reading(question.answer or {})
        team = request.GET.get("team", "")
        chosen = (
            int(team) if team.isdecimal() and len(team) < 18 and int(team) in reading.asked.teams else None
        )
        context |= {
            "reading": reading,
            "team": chosen,
            "team_name": reading.name(chosen) if chosen is not None else "All teams",
            "charts": [
                chart_of(reading, measure, chosen) for measure in ("caseload", "waiting", "unallocated_days")
            ],
        }
    response = render(request, "what_if/answer.jinja", context)
    if request.htmx:  # type: ignore[attr-defined]
        response["HX-Refresh"] = "true"
    return response


@require_POST
def stop(request: HttpRequest, number: UUID) -> HttpResponse:
    """Stop it."""
    question = _question(request, number)
    stop_what_if(by=reader_of(request.user), question=question)
    messages.success(request, "Stopped.")
    return redirect("what_if:ask")


def _question(request: HttpRequest, number: UUID) -> WhatIf:
    """The question of this number, where the reader asked it."""
    account, _ = _manager(request)
    found = questions_of(account).filter(number=number).first()
    if found is None:
        raise RecordNotFound
    return found


def _manager(request: HttpRequest) -> tuple[Account, Standing]:
    account = reader_of(request.user)
    standing = standing_of(account)
    if not may_ask(standing):
        raise RecordNotFound
    return account, standing
