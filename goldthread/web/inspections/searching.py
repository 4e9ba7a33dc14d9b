"""Searching in what reports asked for, and counting its themes."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from goldthread.exchange.published.authorities import PLACES
from goldthread.exchange.published.frameworks import FRAMEWORKS
from goldthread.exchange.published.reports import section_words
from goldthread.exchange.published.searching import MARK
from goldthread.exchange.published.themes import SAID, THEMES
from goldthread.practice.moment import now
from goldthread.practice.published import Library
from goldthread.web.improving.reading import parts, reader
from goldthread.web.inspections.reading import HOW_THEMES, usual

MOST = 50
LONGEST = 200


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What was asked for in these words: of everybody, of one authority or of one framework."""
    reader(request)
    shelf, _ours = usual()
    words = request.GET.get("words", "")[:LONGEST]
    authority, framework = request.GET.get("authority", ""), request.GET.get("framework", "")
    found = shelf.search(words, authority=authority, framework=framework, most=MOST + 1)
    context = {
        "as_at": now(),
        "parts": parts("inspections:search"),
        "words": words,
        "authority": authority,
        "framework": framework,
        "places": [("", "All authorities"), *((each.code, each.name) for each in shelf.places)],
        "frameworks": [
            ("", "All frameworks"),
            *((each.name, f"{each.name}, {each.years}") for each in FRAMEWORKS.values()),
        ],
        "lines": [_line(each) for each in found[:MOST]],
        "more": len(found) > MOST,
        "most": MOST,
        "asked": bool(words.strip()),
        "reports": shelf.recommendations["report"].n_unique(),
        "requests": shelf.recommendations.height,
    }
    part = request.headers.get("HX-Request") == "true"
    return render(request, "inspections/found.jinja" if part else "inspections/search.jinja", context)


@require_safe
def themes(request: HttpRequest) -> HttpResponse:
    """How often each theme was asked for, and when the authority whose system this is was asked for it."""
    reader(request)
    shelf, ours = usual()
    own = _asked_when(shelf, ours.code) if ours else {}
    rows = []
    for each in shelf.counts():
        years = own.get(each.theme.name, [])
        href = reverse("inspections:others", args=[ours.code, each.theme.name]) if ours else None
        rows.append(
            [
                {
                    "text": each.theme.said,
                    "href": href,
                    "sub": f"part of: {SAID[each.theme.within].lower()}" if each.theme.within else "",
                },
                f"{each.share:.0f}% ({each.reports} of {each.of})",
                f"{each.earlier_reports} of {each.earlier_of}",
                ", ".join(map(str, years)) or "never",
            ]
        )
    context = {
        "as_at": now(),
        "parts": parts("inspections:themes"),
        "rows": rows,
        "ours": ours,
        "how": HOW_THEMES,
    }
    return render(request, "inspections/themes.jinja", context)


def _asked_when(shelf: Library, code: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for inspection in shelf.history(code):
        for name in THEMES:
            if any(THEMES[name] in asked.themes for asked in inspection.asked):
                found.setdefault(name, []).append(inspection.published_on.year)
    return found


def _line(found: Any) -> dict[str, Any]:
    return {
        "words": _marked(found.shown),
        "name": PLACES[found.authority].name,
        "href": reverse("inspections:history", args=[found.authority]),
        "on": found.published_on,
        "framework": found.framework,
        "under": section_words(found.section),
    }


def _marked(shown: str) -> SafeString:
    """The text with the words that were found in marks; everything else as text."""
    began, ended = MARK
    return mark_safe(escape(shown).replace(began, "<mark>").replace(ended, "</mark>"))
