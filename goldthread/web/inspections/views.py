"""The inspections of one authority, and how others went on who were asked the same."""

from __future__ import annotations

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from goldthread.exchange.published.authorities import BY_ONS, Place
from goldthread.exchange.published.frameworks import AREAS, NO_OVERALL_SINCE
from goldthread.exchange.published.inspections import Inspection
from goldthread.exchange.published.themes import THEMES
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.improving import may_plan
from goldthread.practice.moment import now
from goldthread.practice.published import Library
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account, Improvement
from goldthread.web.improving.reading import parts, reader
from goldthread.web.inspections.reading import (
    HOW_THEMES,
    MOVED,
    grid,
    place_of,
    usual,
    went_on_lines,
)


@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """The authority whose system this is, or another that somebody asks for by its code."""
    account = reader(request)
    shelf, ours = usual()
    asked = request.GET.get("authority", "").strip().upper()
    code = BY_ONS.get(asked, asked)
    if code and any(code == place.code for place in shelf.places):
        return redirect("inspections:history", code)
    if not asked and ours is not None:
        return _page(request, shelf, ours, mine=True, account=account)
    context = {
        "as_at": now(),
        "parts": parts("inspections:own"),
        "places": _choices(shelf),
        "asked": asked,
    }
    return render(request, "inspections/choose.jinja", context)


@require_safe
def history(request: HttpRequest, code: str) -> HttpResponse:
    """One authority's."""
    account = reader(request)
    shelf, ours = usual()
    place = place_of(code, shelf)
    return _page(request, shelf, place, mine=place is ours, account=account)


@require_safe
def others(request: HttpRequest, code: str, theme: str) -> HttpResponse:
    """What one authority was asked for of a theme, and how others went on: its neighbours one by one, everybody counted."""
    reader(request)
    shelf, _ours = usual()
    place = place_of(code, shelf)
    if theme not in THEMES:
        raise RecordNotFound
    asked = THEMES[theme]
    every = [each for each in shelf.went_on(asked) if each.authority != code]
    near = shelf.neighbours_of(code)
    neighbours = sorted(
        (each for each in every if each.authority in near),
        key=lambda each: (near.index(each.authority), each.asked_on),
    )
    moved = Counter(each.moved for each in every)
    context = {
        "as_at": now(),
        "parts": parts("inspections:own"),
        "place": place,
        "theme": asked,
        "area": AREAS[asked.area],
        "ours": [
            (each, texts)
            for each in reversed(shelf.history(code))
            if (texts := [one.text for one in each.asked if asked in one.themes])
        ],
        "neighbours": went_on_lines(neighbours),
        "everybody": went_on_lines([each for each in every if each.authority not in near]),
        "moved": [(words, moved[state]) for state, words in MOVED.items()],
        "authorities": len({each.authority for each in every}),
        "how": HOW_THEMES,
        "no_overall": NO_OVERALL_SINCE,
    }
    return render(request, "inspections/others.jinja", context)


def _page(
    request: HttpRequest, shelf: Library, place: Place, *, mine: bool, account: Account
) -> HttpResponse:
    found = shelf.history(place.code)
    judging, rows = grid(found)
    context = {
        "as_at": now(),
        "parts": parts("inspections:own"),
        "place": place,
        "mine": mine,
        "places": _choices(shelf),
        "judging": judging,
        "grid": rows,
        "inspections": list(reversed(found)),
        "again": shelf.came_back(place.code),
        "in_plan": _in_plan(found) if mine else {},
        "plans": mine and may_plan(account),
        "how": HOW_THEMES,
        "no_overall": NO_OVERALL_SINCE,
        "reads_figures": standing_of(account).role.reads_figures,
    }
    return render(request, "inspections/history.jinja", context)


def _choices(shelf: Library) -> list[tuple[str, str]]:
    return [("", "Choose an authority"), *((each.code, each.name) for each in shelf.places)]


def _in_plan(found: list[Inspection]) -> dict[tuple[str, int], Improvement]:
    """What of these is in the improvement plan, by the report and its number there."""
    rows = Improvement.objects.filter(report__in=[each.report for each in found if each.report])
    return {(each.report, each.report_number or 0): each for each in rows}
