"""Home: a manager's team or teams, or a worker's own children; each number opens whom it counts."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldthread.practice.access import may_list
from goldthread.practice.doors import RecordNotFound, list_records, reader_of_children
from goldthread.practice.homes.keeping import a_week_ago
from goldthread.practice.homes.own import GROUPINGS, grouped, my_actions, my_children
from goldthread.practice.homes.parity import GROUPS, METHOD, compare, groups_of
from goldthread.practice.homes.team import Line, TeamHome, team_home, teams_managed
from goldthread.practice.homes.wanting import by_child, waiting_for
from goldthread.practice.homes.wants import Wanting
from goldthread.practice.moment import now, today
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.precautions import warned_of
from goldthread.practice.standing import Standing
from goldthread.rulebook.figures import FIGURES, OF_CHILDREN
from goldthread.web.design_system.links import query_without
from goldthread.web.home.drafts import drafts_of
from goldthread.web.home.places import address_of
from goldthread.web.waiting.views import line

COLUMNS = ("held", *(each.name for each in OF_CHILDREN))


def mine(request: HttpRequest) -> HttpResponse:
    """The home of whoever is signed in; who holds nobody and manages nobody goes on to who is waiting."""
    reader = reader_of_children(request.user)
    if teams_managed(reader):
        return _team(request, reader)
    if reader.role.has_own_home:
        return _own(request, reader)
    return redirect("waiting:list")


def _team(request: HttpRequest, reader: Standing) -> HttpResponse:
    asked = request.GET.get("team", "")
    team = int(asked) if asked.isdecimal() and len(asked) < 18 else None
    group = request.GET.get("disabled", "")
    try:
        home = team_home(reader, team)
        groups = groups_of(home.total.children)
        if group in groups:
            home = team_home(reader, team, group=groups[group])
    except KeyError:
        raise RecordNotFound from None
    if not group:
        _before(home)
    waiting = waiting_for(reader)
    wanted = by_child(waiting)
    for each in (*home.lines, home.total):
        each.wants = sum(wanted[child] for child in each.children)
    context = {
        "as_at": now(),
        "home": home,
        "lines": [_line(each, home, group) for each in home.lines],
        "total": _line(home.total, home, group),
        "columns": [(FIGURES[name], _opens(name, home, None, group)) for name in COLUMNS],
        "points": FIGURES["points"],
        "waiting": [_wanting(each) for each in waiting],
        "compared": [(each, compare(home.found[each.name], groups)) for each in OF_CHILDREN]
        if not group
        else [],
        "compares": bool(home.total.before),
        "unknown": len(groups["unknown"]),
        "method": METHOD,
        "groups": [("", "All children"), *((key, words.capitalize()) for key, words in GROUPS.items())],
        "group": group if group in groups else "",
        "chosen": [(GROUPS[group].capitalize(), query_without(request, "disabled"))]
        if group in groups
        else [],
    }
    return render(request, "home/team.jinja", context)


def _before(home: TeamHome) -> None:
    """Put beside each line what was counted of it a week ago, where that was kept."""
    if home.team is None:
        return
    teams = [home.team.pk, *(each.key for each in home.lines if home.by_team)]
    kept = a_week_ago(teams)
    for each in home.lines:
        each.before = kept.get((each.key, None) if home.by_team else (home.team.pk, each.key), {})
    home.total.before = kept.get((home.team.pk, None), {})


def _since_then(now_counted: int, before: int | None) -> str:
    """How many more or fewer than a week ago; empty where it is the same, or was not kept."""
    if before is None or before == now_counted:
        return ""
    return f"+{now_counted - before}" if now_counted > before else f"\N{MINUS SIGN}{before - now_counted}"


def _line(each: Any, home: TeamHome, group: str) -> dict[str, Any]:
    total = each is home.total
    return {
        "line": each,
        "href": "" if total else _opens_line(each, home),
        "cells": [
            {
                "figure": FIGURES[name],
                "count": each.counts[name],
                "href": _opens(name, home, None if total else each.key, group),
                "late": FIGURES[name].action and each.counts[name],
                "change": _since_then(each.counts[name], each.before.get(name)),
            }
            for name in COLUMNS
        ],
    }


def _opens_line(each: Line, home: TeamHome) -> str:
    """A team's own home, or of a worker of the team whose children came and went on; empty for nobody's line."""
    if home.by_team:
        return f"{reverse('homes:mine')}?team={each.key}"
    return reverse("handovers:worker", args=[each.key]) if each.in_team else ""


def _opens(name: str, home: TeamHome, key: int | None, group: str) -> str:
    """The children behind a number: of a line, or of the whole where no line is given."""
    asked = []
    if home.by_team and key is not None:
        asked.append(f"team={key}")
    else:
        asked += [f"team={home.team.pk}"] if home.team is not None else []
        asked += [f"worker={key}"] if key is not None else []
    asked += [f"disabled={group}"] if group else []
    return _page_of(name) + ("?" + "&".join(asked) if asked else "")


@cache  # each is written in every line of a long table
def _page_of(name: str) -> str:
    return reverse("homes:figure", args=[name])


def _wanting(each: Wanting) -> dict[str, Any]:
    return {"words": each.words, "href": address_of(each), "since": each.since}


def _own(request: HttpRequest, reader: Standing) -> HttpResponse:
    how = request.GET.get("by", "")
    how = how if how in GROUPINGS else ""
    mine = my_children(reader)
    children = list_records([each.child for each in mine], by=reader, page="home")
    names = names_of(children)
    actions = my_actions(reader)
    of_actions = (
        list_records({each.action.child_id for each in actions}, by=reader, page="home: actions")
        if actions
        else []
    )
    names |= names_of(of_actions)
    groups = [[_my_child(each, names) for each in group] for group in grouped(mine, how)]
    context = {
        "as_at": now(),
        "groups": groups,
        "alone": next((group for group in groups if len(group) == 1), None)
        if len(groups) < len(mine)
        else None,
        "count": len(mine),
        "own": reader.works[0].worker if reader.works else None,
        "late": sum(1 for each in mine if each.late),
        "warned": warned_of([child.pk for child in children]),
        "how": how,
        "groupings": [
            (words, f"{reverse('homes:mine')}?by={key}" if key else reverse("homes:mine"), key == how)
            for key, words in GROUPINGS.items()
        ],
        "actions": [
            {
                "each": each,
                "name": names[each.action.child_id],
                "href": reverse("plan:page", args=[each.action.child.public_id, each.action.plan_id]),
            }
            for each in actions
        ],
        "waiting": [_wanting(each) for each in waiting_for(reader)],
        "drafts": drafts_of(request, may_list(reader), reader),
    }
    return render(request, "home/own.jinja", context)


def _my_child(each: Any, names: dict[int, str]) -> dict[str, Any]:
    return {
        "mine": each,
        "name": names[each.child.pk],
        "age": age_words(each.child, today()),
        "href": reverse("child:page", args=[each.child.public_id]),
        "next": line(each.next) if each.next is not None else None,
        "said": [
            FIGURES[name].said
            for name in each.counted
            if name in ("unseen", "not_overseen", "drifting", "incomplete")
        ],
    }
