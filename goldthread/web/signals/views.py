"""Checks that are not met, and plans that drift: counted by team, and listed, each opening the child behind it."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.practice import drifting as practice
from goldthread.practice.doors import list_records, reader_of_children
from goldthread.practice.explaining import explanations_of
from goldthread.practice.holding import holder_of_many
from goldthread.practice.local_rules import rules_here
from goldthread.practice.moment import now, today
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.overseeing import said_of_overseen
from goldthread.practice.standing import Standing
from goldthread.rulebook.drift import SIGNALS
from goldthread.rulebook.gates import GATES
from goldthread.web.design_system.links import query_without
from goldthread.web.duty.examples import examples_of

PAGE_SIZE = 50
STATES = {"not-met": "not met", "cannot-be-told": "cannot be told"}


def checks(request: HttpRequest) -> HttpResponse:
    """Every check, how many children do not meet it, and in which teams."""
    reader = reader_of_children(request.user)
    names = practice.team_names()
    lines = []
    for count in practice.check_counts(reader):
        href = reverse("signals:check", args=[count.check.name])
        teams = sorted(count.by_team.items(), key=lambda each: (-each[1], names[each[0]]))
        lines.append(
            {
                "check": count.check,
                "href": href,
                "not_met": count.not_met,
                "cannot": count.cannot_be_told,
                "teams": [(names[team], many, f"{href}?team={team}") for team, many in teams],
            }
        )
    return render(
        request, "signals/checks.jinja", {"as_at": now(), "lines": lines, "parts": parts_of("signals:checks")}
    )


def check(request: HttpRequest, name: str) -> HttpResponse:
    """One check: what must be so, whose rule it is, and the children of whom it is not, or cannot be told."""
    found = GATES.get(name)
    if found is None:
        raise Http404("There is no check of that name.")
    reader = reader_of_children(request.user)
    team, teams = team_of(request)
    state = request.GET.get("state", "")
    said = STATES.get(state, "not met")
    page = Paginator(practice.children_of_check(name, said, team, by=reader), PAGE_SIZE).get_page(
        request.GET.get("page")
    )
    lines = practice.check_lines(name, said, list(page.object_list))
    context = {
        "as_at": now(),
        "check": found,
        "page": page,
        "lines": with_children(lines, reader, f"check: {name}"),
        "state": state if state in STATES else "not-met",
        "states": [("not-met", "Not met"), ("cannot-be-told", "Cannot be told")],
        "team": "" if team is None else str(team),
        "teams": teams,
        "chosen": chosen_of(request, team, teams),
        "examples": examples_of(f"check_{name}"),
    }
    return render(request, "signals/check.jinja", context)


def drifting(request: HttpRequest) -> HttpResponse:
    """Who drifts, the longest without any movement first."""
    reader = reader_of_children(request.user)
    team, teams = team_of(request)
    name = request.GET.get("signal", "")
    name = name if name in SIGNALS else ""
    page = Paginator(practice.drifting(name, team, by=reader), PAGE_SIZE).get_page(request.GET.get("page"))
    counts, rules = practice.drift_counts(reader), rules_here()
    context = {
        "as_at": now(),
        "page": page,
        "lines": _explained(with_children(practice.drift_lines(list(page.object_list)), reader, "drifting")),
        "signals": [
            {
                "signal": signal,
                "count": counts.get(each, 0),
                "limit": practice.limit_words(signal, rules),
                "href": f"{reverse('signals:drifting')}?signal={each}",
            }
            for each, signal in SIGNALS.items()
        ],
        "by_team": practice.drift_by_team(reader),
        "signal": name,
        "offered": [("", "All signals"), *((each, signal.what) for each, signal in SIGNALS.items())],
        "team": "" if team is None else str(team),
        "teams": teams,
        "chosen": chosen_of(request, team, teams)
        + ([(SIGNALS[name].what, query_without(request, "signal"))] if name else []),
        "parts": parts_of("signals:drifting"),
        "may_set": reader.role.sets_standards,
    }
    return render(request, "signals/drifting.jinja", context)


def _explained(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each child who drifts, with what was said of each signal, and whether it holds still."""
    said = explanations_of(each["line"].child for each in lines)
    for each in lines:
        each["signals"] = [
            {
                "signal": signal,
                "href": reverse("signals:explain", args=[each["child"].public_id, signal.name]),
                "said": said.get((each["line"].child, signal.name)),
            }
            for signal in each["line"].signals
        ]
    return lines


def parts_of(current: str) -> list[tuple[str, str, bool]]:
    """The pages of this part of the product."""
    pages = (("Drifting", "signals:drifting"), ("Gaps", "signals:gaps"), ("Checks", "signals:checks"))
    return [(words, reverse(page), page == current) for words, page in pages]


def team_of(request: HttpRequest) -> tuple[int | None, list[tuple[str, str]]]:
    """The team that is asked for, and all that may be."""
    names = practice.team_names()
    asked = request.GET.get("team", "")
    team = int(asked) if asked.isdecimal() and len(asked) < 18 and int(asked) in names else None
    return team, [
        ("", "All teams"),
        *((str(key), name) for key, name in sorted(names.items(), key=lambda each: each[1])),
    ]


def chosen_of(request: HttpRequest, team: int | None, teams: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The team in words, with the address without it."""
    return [(dict(teams)[str(team)], query_without(request, "team"))] if team is not None else []


def with_children(lines: list[Any], reader: Standing, page: str) -> list[dict[str, Any]]:
    """Each line with its child, through the door, and who holds them."""
    shown = list_records([line.child for line in lines], by=reader, page=page)
    names, holders = names_of(shown), holder_of_many([child.pk for child in shown], today())
    overseen = said_of_overseen([child.pk for child in shown])
    return [
        {
            "line": line,
            "child": child,
            "name": names[child.pk],
            "age": age_words(child, today()),
            "href": reverse("child:page", args=[child.public_id]),
            "holder": holders[child.pk],
            "overseen": overseen[child.pk],
        }
        for line, child in zip(lines, shown, strict=True)
    ]
