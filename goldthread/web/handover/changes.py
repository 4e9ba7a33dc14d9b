"""Where children change hands: each team's share by quarter, and the children behind each number."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.practice.doors import list_records, reader_of_children
from goldthread.practice.drifting import drift_counts, limit_words, team_names
from goldthread.practice.handing_over.churn import (
    CHANGED_HANDS,
    kept_shares,
    limit_here,
    quarter_of,
    quarters,
    who_changed,
    words_of,
)
from goldthread.practice.holding import holder_of_many
from goldthread.practice.local_rules import rules_here
from goldthread.practice.measures import sight_of
from goldthread.practice.moment import now
from goldthread.practice.naming import age_words, names_of
from goldthread.rulebook.drift import SIGNALS
from goldthread.rulebook.measures import MEASURES
from goldthread.web.handover.lists import parts

BESIDE = (
    "changes_of_worker",
    "days_unallocated",
    "days_with_worker",
    "longest_with_worker",
    "assessed_after_change",
    "planned_after_change",
)
MOST = 300


def teams(request: HttpRequest) -> HttpResponse:
    """Every team's share of children who changed hands, by quarter; those who changed too often; and the measures of it."""
    reader = reader_of_children(request.user)
    shares, counted_at = kept_shares(reader)
    context = {
        "as_at": now(),
        "counted_at": counted_at,
        "parts": parts("handovers:changes"),
        "measure": CHANGED_HANDS,
        "limit": limit_here(),
        "quarters": [words_of(each) for each in quarters()],
        "teams": [
            (each, [(share, _behind(each.team, share.quarter.last.isoformat())) for share in each.shares])
            for each in shares
        ],
        "signal": SIGNALS["third_change"],
        "often": drift_counts(reader).get("third_change", 0),
        "often_limit": limit_words(SIGNALS["third_change"], rules_here()),
        "measures": [MEASURES[name] for name in BESIDE],
    }
    return render(request, "handover/changes.jinja", context)


def behind(request: HttpRequest, number: int, quarter: str) -> HttpResponse:
    """The children of one team whose worker changed in one quarter. number: of the team, 0 for those whom no team held."""
    reader = reader_of_children(request.user)
    asked, names = quarter_of(quarter), team_names()
    if asked is None or number not in names:
        raise Http404("There is no such team or quarter here.")
    found = who_changed(sight_of(reader), number, asked)
    shown = list_records([each.child for each in found[:MOST]], by=reader, page="children who changed hands")
    called, holders = names_of(shown), holder_of_many([each.pk for each in shown], reader.day)
    context = {
        "as_at": now(),
        "team": names[number],
        "quarter": words_of(asked),
        "count": len(found),
        "lines": [
            {
                "name": called[each.pk],
                "age": age_words(each, reader.day),
                "href": reverse("handover:child", args=[each.public_id]),
                "holder": holders[each.pk],
            }
            for each in shown
        ],
    }
    return render(request, "handover/behind.jinja", context)


def _behind(team: int, quarter: str) -> str:
    return reverse("handovers:behind", args=[team, quarter])
