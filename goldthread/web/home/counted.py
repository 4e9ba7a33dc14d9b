"""One figure of a home page: whom it counts, whom it does not, and the children behind it."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.practice.doors import RecordNotFound, list_records, reader_of_children
from goldthread.practice.holding import holder_of_many
from goldthread.practice.homes.figures import by_name, children_in
from goldthread.practice.homes.own import my_children
from goldthread.practice.homes.parity import GROUPS, compare, groups_of
from goldthread.practice.homes.team import NOBODY, held_behind, teams_managed
from goldthread.practice.homes.why import longest_unseen, why_of
from goldthread.practice.moment import now, today
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.overseeing import said_of_overseen
from goldthread.practice.standing import Standing
from goldthread.practice.statuses import main_status_of_many
from goldthread.record.models import Child, Worker
from goldthread.rulebook.clocks import CLOCKS
from goldthread.rulebook.figures import FIGURES, Figure
from goldthread.web.design_system.links import query_without

PAGE_SIZE = 50


def figure(request: HttpRequest, name: str) -> HttpResponse:
    """The definition, and the children of the reader's line or, for who manages nothing, of their own."""
    found = FIGURES.get(name)
    if found is None:
        raise Http404("There is no figure of that name.")
    reader = reader_of_children(request.user)
    team, worker = _number(request, "team"), _number(request, "worker")
    everybody, counted = _behind(found, reader, team, worker)
    groups = groups_of(everybody)
    group = request.GET.get("disabled", "")
    keys = sorted(counted & groups[group] if group in groups else counted)
    ordered = longest_unseen(keys, by=reader) if name == "not_overseen" else []
    why = {} if ordered else why_of(name, keys)
    page = Paginator(ordered or list(why) or by_name(keys), PAGE_SIZE).get_page(request.GET.get("page"))
    why = why or why_of(name, page.object_list)
    children = list_records(list(page.object_list), by=reader, page=f"home: {name}")
    context = {
        "as_at": now(),
        "figure": found,
        "clocks": [CLOCKS[each] for each in found.clocks],
        "page": page,
        "lines": _lines(children),
        "why": why,
        "count": len(keys),
        "compared": compare(counted, groups) if name not in ("held", "points") else None,
        "group": group if group in groups else "",
        "groups": [("", "All children"), *((key, words.capitalize()) for key, words in GROUPS.items())],
        "team": team,
        "worker": worker,
        "chosen": _chosen(request, reader, team, worker),
    }
    return render(request, "home/figure.jinja", context)


def _number(request: HttpRequest, name: str) -> int | None:
    asked = request.GET.get(name, "")
    return int(asked) if asked.isdecimal() and len(asked) < 18 else None


def _behind(
    found: Figure, reader: Standing, team: int | None, worker: int | None
) -> tuple[frozenset[int], frozenset[int]]:
    """Everybody among whom is counted, and those whom the figure counts. Raises RecordNotFound for a team of somebody else."""
    if not teams_managed(reader):
        mine = my_children(reader)
        everybody = frozenset(each.child.pk for each in mine)
        counted = frozenset(each.child.pk for each in mine if found.name in each.counted)
        return everybody, everybody if found.name in ("held", "points") else counted
    try:
        everybody = held_behind(reader, team=team, worker=worker)
        return everybody, children_in(found.name, everybody, by=reader)
    except KeyError:
        raise RecordNotFound from None


def _lines(children: list[Child]) -> list[dict[str, object]]:
    keys = [child.pk for child in children]
    names, holders, statuses = (
        names_of(children),
        holder_of_many(keys, today()),
        main_status_of_many(keys, today()),
    )
    overseen = said_of_overseen(keys)
    return [
        {
            "child": child,
            "name": names[child.pk],
            "age": age_words(child, today()),
            "holder": holders[child.pk],
            "status": statuses.get(child.pk),
            "overseen": overseen[child.pk],
        }
        for child in children
    ]


def _chosen(
    request: HttpRequest, reader: Standing, team: int | None, worker: int | None
) -> list[tuple[str, str]]:
    chosen = []
    teams = teams_managed(reader)
    if team in teams:
        chosen.append((teams[team].name, query_without(request, "team")))
    if worker == NOBODY:
        chosen.append(("Not allocated", query_without(request, "worker")))
    elif worker is not None and teams:
        for each in Worker.objects.filter(pk=worker):
            chosen.append((str(each), query_without(request, "worker")))
    return chosen
