"""Every measure with what it comes to; one of them with its months, teams, groups and children; and the figures as a file."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from itertools import dropwhile
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from goldthread.engine.measuring import Period, Total
from goldthread.engine.measuring.lines import band_words
from goldthread.engine.variation import chart_of
from goldthread.practice.doors import list_records, reader_of
from goldthread.practice.figures.choosing import baselines_of
from goldthread.practice.figures.telling import baseline_of
from goldthread.practice.measures import (
    Behind,
    Figures,
    Sight,
    behind_of,
    figures_of,
    periods_of,
    read_for,
    sight_of,
)
from goldthread.practice.moment import now, today
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.spreadsheets import harmless
from goldthread.practice.standing import Standing, standing_of
from goldthread.record.models import Team
from goldthread.rulebook.clocks import DUTIES
from goldthread.rulebook.measure import Measure
from goldthread.rulebook.measures import MEASURES
from goldthread.web.charts import Drawing, run_chart, unit_of
from goldthread.web.design_system.links import query_with, query_without
from goldthread.web.duty.examples import examples_of
from goldthread.web.measures.chosen import Chosen, period_choices, read, team_choices
from goldthread.web.measures.figures import BETTER, GROUP_WORDS, figure, gap_verdict, gap_words

PAGE_SIZE = 50


@require_safe
def measures(request: HttpRequest) -> HttpResponse:
    """The page: every measure by area, over a period and for a team."""
    reader = standing_of(reader_of(request.user))
    sight = sight_of(reader)
    chosen = read(request.GET, sight)
    figures = figures_of(sight, [chosen.period])
    areas: dict[str, list[dict[str, Any]]] = {}
    for each in MEASURES.values():
        areas.setdefault(each.area, []).append(_line(request, each, figures, chosen))
    context = {
        "as_at": now(), "areas": areas, "chosen": chosen, "sight": sight, "counted_at": figures.counted_at,
        "in_use": _in_use(request, chosen), "makes_tokens": reader.role.makes_tokens, **_offered(sight),
    }  # fmt: skip
    return render(request, "measures/list.jinja", context)


def _line(request: HttpRequest, measure: Measure, figures: Figures, chosen: Chosen) -> dict[str, Any]:
    gap = figures.gap(measure, chosen.period, chosen.team)
    return {
        "measure": measure,
        "href": reverse("measures:page", args=[measure.name]) + _kept(request),
        "figure": figure(figures.total(measure, chosen.period, chosen.team)),
        "better": BETTER[measure.better],
        "gap": gap and gap_words(gap, measure.unit),
        "verdict": gap and gap_verdict(gap),
    }


@require_safe
def measure(request: HttpRequest, name: str) -> HttpResponse:
    """One measure. The children behind it are listed for those who may list them, and the list is written down."""
    found = MEASURES.get(name)
    if found is None:
        raise Http404("There is no measure of that name.")
    reader = standing_of(reader_of(request.user))
    sight = sight_of(reader)
    chosen = read(request.GET, sight)
    told = cache(lambda: read_for([found], sight))
    months = periods_of()[:-1]
    over_time = figures_of(sight, months, [found], told=told)
    figures = figures_of(sight, [chosen.period], [found], told=told)
    by_month = [(each, over_time.total(found, each, chosen.team)) for each in months]
    gap = figures.gap(found, chosen.period, chosen.team)
    context = {
        "as_at": now(), "measure": found, "chosen": chosen, "sight": sight, "in_use": _in_use(request, chosen),
        "counted_at": figures.counted_at, "better": BETTER[found.better],
        "figure": figure(figures.total(found, chosen.period, chosen.team)),
        "drawing": _drawing(found, by_month, chosen),
        "teams": _teams(request, found, figures, chosen),
        "groups": _groups(request, found, figures, chosen) if found.splits else [],
        "gap": gap and gap_words(gap, found.unit), "verdict": gap and gap_verdict(gap), "method": gap and gap.method,
        "bands": _bands(found, figures, chosen),
        "duties": [(DUTIES[duty], words) for duty, words in found.differs_from.items()],
        "examples": examples_of(f"measures/{name}"), **_offered(sight),
        **_behind(request, found, chosen, reader, behind_of(
            found, chosen.period, sight, team=chosen.team, disabled=chosen.disabled, said=chosen.said, told=told
        )),
    }  # fmt: skip
    return render(request, "measures/page.jinja", context)


def _drawing(of: Measure, by_month: Sequence[tuple[Period, Total | None]], chosen: Chosen) -> Drawing | None:
    """The months as a process chart; None where none of them may be shown. Limits that were decided are those of all teams."""
    shown = list(dropwhile(lambda month: month[1] is None or month[1].value is None, by_month))
    if not shown:
        return None
    decided = [baseline_of(each) for each in baselines_of(of)] if chosen.team == "all" else []
    return run_chart(chart_of(of, shown, decided), ident="months", title=of.what, unit=unit_of(of))


def _teams(request: HttpRequest, of: Measure, figures: Figures, chosen: Chosen) -> list[dict[str, Any]]:
    names: dict[int | None, str] = dict(Team.objects.values_list("pk", "name"))
    found = [
        {
            "name": names.get(team, "Held by no team"),
            "href": query_with(request, team="none" if team is None else str(team), page=None),
            "figure": figure(total),
            "current": chosen.team == team,
        }
        for team, total in figures.teams(of, chosen.period)
    ]
    return sorted(found, key=lambda each: str(each["name"]))


def _groups(request: HttpRequest, of: Measure, figures: Figures, chosen: Chosen) -> list[dict[str, Any]]:
    return [
        {
            "words": GROUP_WORDS[group],
            "href": query_with(request, disabled=group, page=None) + "#children",
            "figure": figure(total),
        }
        for group, total in figures.groups(of, chosen.period, chosen.team)
    ]


def _bands(of: Measure, figures: Figures, chosen: Chosen) -> list[tuple[str, int]]:
    found = figures.bands(of, chosen.period, chosen.team)
    return list(zip(band_words(of), found, strict=True)) if found else []


def _behind(
    request: HttpRequest, of: Measure, chosen: Chosen, reader: Standing, rows: Sequence[Behind]
) -> dict[str, Any]:
    """A page of the children behind the figure, through the door."""
    if not reader.role.sees_children:
        return {"page": None}
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    children = list_records(
        list(dict.fromkeys(row.child for row in page.object_list)), by=reader, page=f"measures: {of.name}"
    )
    by_key, names = {child.pk: child for child in children}, names_of(children)
    teams: dict[int | None, str] = dict(Team.objects.values_list("pk", "name"))
    return {
        "page": page,
        "lines": [
            {
                "name": names[row.child],
                "age": age_words(by_key[row.child], today()),
                "href": reverse("child:page", args=[by_key[row.child].public_id]),
                "day": row.day,
                "team": teams.get(row.team, "no team"),
                "disabled": row.disabled,
                "answer": ("yes" if row.yes else "no") if of.is_proportion else f"{row.numerator:,}",
            }
            for row in page.object_list
        ],
        "answers": [
            (words, query_with(request, said=word, page=None) + "#children", chosen.said == word)
            for word, words in (("", "All"), ("yes", "Yes"), ("no", "No"))
        ]
        if of.is_proportion
        else [],
    }


def _offered(sight: Sight) -> dict[str, Any]:
    return {"periods": period_choices(sight), "teams_offered": [] if sight.suppressed else team_choices()}


def _in_use(request: HttpRequest, chosen: Chosen) -> list[tuple[str, str]]:
    """The filters in use, each with the address without it."""
    found = []
    if chosen.word != "year":
        found.append((chosen.period_words, query_without(request, "period")))
    if chosen.team != "all":
        found.append((chosen.team_words, query_without(request, "team")))
    if chosen.disabled:
        found.append((GROUP_WORDS[chosen.disabled], query_without(request, "disabled")))
    return found


def _kept(request: HttpRequest) -> str:
    """The period and the team, carried to another page."""
    kept = request.GET.copy()
    for name in set(kept) - {"period", "team"}:
        del kept[name]
    return f"?{kept.urlencode()}" if kept else ""


HEADINGS = (
    "Area", "Measure", "Question", "From", "To", "Team", "Numerator", "Denominator", "Value", "Unit", "Better",
    "Gap of disabled children", "Gap from", "Gap to", "Gap of small numbers", "Source",
)  # fmt: skip


@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """The figures of a period as a CSV file, all together and by team; no child is in it."""
    sight = sight_of(standing_of(reader_of(request.user)))
    chosen = read(request.GET, sight)
    figures = figures_of(sight, [chosen.period])
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="measures-{chosen.period.last.isoformat()}.csv"'
    response.write("\ufeff")  # Excel reads the file as UTF-8 only with the mark
    writer = csv.writer(response)
    writer.writerow(HEADINGS)
    names: dict[int | None, str] = dict(Team.objects.values_list("pk", "name"))
    for each in MEASURES.values():
        writer.writerow(map(harmless, _cells(each, figures, chosen, "all", "All teams")))
        for team, _ in figures.teams(each, chosen.period):
            named = names.get(team, "Held by no team")
            writer.writerow(map(harmless, _cells(each, figures, chosen, team, named)))
    return response


def _cells(
    measure: Measure, figures: Figures, chosen: Chosen, team: int | str | None, named: str
) -> list[object]:
    total, gap = figures.total(measure, chosen.period, team), figures.gap(measure, chosen.period, team)
    value = None if total is None else total.value
    return [
        measure.area, measure.what, measure.question, chosen.period.first.isoformat(), chosen.period.last.isoformat(), named,
        "not shown" if total is None else total.numerator, "not shown" if total is None else total.denominator,
        "" if value is None else round(value, 2), measure.unit, measure.better,
        *([round(gap.gap, 2), round(gap.low, 2), round(gap.high, 2), "yes" if gap.small else "no"] if gap else [""] * 4),
        str(measure.source),
    ]  # fmt: skip
