"""Gaps in children's files: by rule, and of whom, the most first; each opens the page where it is filled."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.practice.doors import reader_of_children
from goldthread.practice.drifting import children_of_team
from goldthread.practice.gaps import children_with_gaps, gap_counts, gap_lines
from goldthread.practice.moment import now
from goldthread.rulebook.completeness import COMPLETENESS
from goldthread.web.design_system.links import query_without
from goldthread.web.signals.views import PAGE_SIZE, chosen_of, parts_of, team_of, with_children


def gaps(request: HttpRequest) -> HttpResponse:
    """Every rule with how many files do not meet it, and the children whose files do not."""
    reader = reader_of_children(request.user)
    team, teams = team_of(request)
    name = request.GET.get("rule", "")
    name = name if name in COMPLETENESS else ""
    among = children_of_team(team) if team is not None else None
    page = Paginator(children_with_gaps(name, among, by=reader), PAGE_SIZE).get_page(request.GET.get("page"))
    counts = gap_counts(reader)
    context = {
        "as_at": now(),
        "page": page,
        "lines": with_children(gap_lines(list(page.object_list)), reader, "gaps"),
        "rules": [
            {"rule": rule, "count": counts.get(each, 0), "href": f"{reverse('signals:gaps')}?rule={each}"}
            for each, rule in COMPLETENESS.items()
        ],
        "rule": name,
        "offered": [("", "All gaps"), *((each, rule.what) for each, rule in COMPLETENESS.items())],
        "team": "" if team is None else str(team),
        "teams": teams,
        "chosen": chosen_of(request, team, teams)
        + ([(COMPLETENESS[name].what, query_without(request, "rule"))] if name else []),
        "parts": parts_of("signals:gaps"),
    }
    return render(request, "signals/gaps.jinja", context)
