"""Arranging a supervision, or beginning one at once: with whom, where a line is long by the teams that are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from goldthread.practice.doors import RecordNotFound, reader_of
from goldthread.practice.moment import now
from goldthread.practice.standing import Standing, in_force, standing_of
from goldthread.practice.supervising.line import workers_of
from goldthread.practice.supervising.sessions import arrange_supervision, begin_supervision
from goldthread.record.models import Post, Worker
from goldthread.vocabulary import Fault
from goldthread.web.design_system.links import query_without
from goldthread.web.drafts.keeping import keeps
from goldthread.web.recording.once import NUMBER, new_number, take, taken_before
from goldthread.web.supervision.forms import ArrangeForm

MANY = 150
"""Of more workers than these nobody ticks one in a list of them all."""
NO_TEAM = 0


@dataclass(frozen=True, slots=True)
class Offered:
    """The workers to choose from. line: how many are in it at all; shown: the teams whose workers these are, each with the
    address without it, empty for the first, which nobody asked for; others: the teams that can be shown too. Both are empty where
    all workers are offered.
    """

    workers: QuerySet[Worker]
    line: int
    shown: list[tuple[int, str, str]]
    others: list[tuple[int, str]]


def arrange(request: HttpRequest) -> HttpResponse:
    """Arrange a supervision, or begin one at once."""
    account = reader_of(request.user)
    standing = standing_of(account)
    if not standing.role.arranges or account.worker is None:
        raise RecordNotFound
    first = {"workers": [request.GET["worker"]]} if _numbers(request.GET, "worker") else {}
    number = request.POST.get(NUMBER, "")
    if (led_to := taken_before(account, number)) is not None:
        return redirect(led_to)
    offered = _offered(request, standing)
    form = keeps(ArrangeForm(request.POST or None, workers=offered.workers, initial=first), request)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = arrange_supervision(
                by=account,
                workers=list(said["workers"]),
                planned_for=said["planned_for"],
                group=said["kind"] == "group",
            )
            if said["planned_for"] is None:
                begin_supervision(session=made, by=account)
        except ValidationError as fault:
            _beside(form, fault)
        except Fault as fault:
            form.add_error(None, str(fault))
        else:
            address = reverse("supervision:session", args=[made.public_id])
            take(account, number, address)
            return redirect(address)
    context = {"as_at": now(), "form": form, "number": number or new_number(), "offered": offered}
    return render(request, "supervision/arrange.jinja", context, status=422 if form.errors else 200)


def _beside(form: Any, fault: ValidationError) -> None:
    for name, errors in (
        fault.message_dict if hasattr(fault, "error_dict") else {None: fault.messages}
    ).items():
        for words in errors:
            form.add_error(name if name in form.fields else None, words)


def _offered(request: HttpRequest, standing: Standing) -> Offered:
    """Everybody of the line, or where they are many, those of the teams asked for, and whoever is ticked already."""
    line = workers_of(standing)
    by_name = ("family_name", "given_name", "pk")
    if (count := line.count()) <= MANY:
        return Offered(line.order_by(*by_name), count, [], [])
    posts = Post.unwithdrawn.filter(in_force(standing.day), worker__in=line)
    names = posts.order_by("team__name", "team_id").values_list("team_id", "team__name").distinct()
    teams = {key or NO_TEAM: name or "No team" for key, name in names}
    ticked = [*_numbers(request.POST, "workers"), *_numbers(request.GET, "worker")]
    asked = [each for each in _numbers(request.GET, "team") if each in teams]
    theirs = posts.filter(worker__in=ticked).values_list("team_id", flat=True)
    among = asked or sorted({key or NO_TEAM for key in theirs}) or list(teams)[:1]
    of_them = Q(team__in=among) | (Q(team=None) if NO_TEAM in among else Q(pk__in=()))
    workers = line.filter(Q(pk__in=posts.filter(of_them).values("worker_id")) | Q(pk__in=ticked))
    return Offered(
        workers.order_by(*by_name),
        count,
        [(key, teams[key], query_without(request, "team", key) if key in asked else "") for key in among],
        [(key, name) for key, name in teams.items() if key not in among],
    )


def _numbers(said: QueryDict, name: str) -> list[int]:
    return [int(each) for each in said.getlist(name) if each.isdecimal() and len(each) < 18]
