"""The authority's page of figures, and the page of one of them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from goldthread.exchange.published.authorities import PLACES
from goldthread.practice import improving
from goldthread.practice.doors import RecordNotFound, reader_of
from goldthread.practice.figures.choosing import baselines_of, chosen, latest_choice
from goldthread.practice.figures.commenting import history_of
from goldthread.practice.figures.happening import what_changed
from goldthread.practice.figures.keeping import ask_counting, running_now, why_not_counted
from goldthread.practice.figures.seeing import as_it_leaves
from goldthread.practice.figures.telling import Told, of_teams, told_of
from goldthread.practice.measures import latest_counting
from goldthread.practice.moment import now
from goldthread.practice.published.asking import our_place
from goldthread.practice.standing import Standing, standing_of
from goldthread.record.models import Improvement
from goldthread.rulebook.clocks import DUTIES
from goldthread.rulebook.measure import Measure
from goldthread.rulebook.measures import MEASURES
from goldthread.web.charts.lines import key
from goldthread.web.figure_files import figure_files, picture_files
from goldthread.web.figures.pictures import funnel_of, picture_of, years_of
from goldthread.web.figures.running import begin
from goldthread.web.figures.tables import compared_rows, team_table
from goldthread.web.figures.wording import better_words, card_of, entry_of


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """At most twelve figures, each with what somebody made of it, and nothing else."""
    standing = _reader(request)
    measures = chosen()
    running = running_now()
    if request.htmx:  # type: ignore[attr-defined]
        response = render(request, "figures/progress.jinja", {"running": running})
        if running is None:
            response["HX-Refresh"] = "true"
        return response
    told = told_of(standing, measures)
    place = our_place()
    context = {
        "as_at": now(), "cards": [card_of(each, picture_of(each, small=True)) for each in told],
        "choice": latest_choice(), "key": key(country=PLACES[place.country].name if place else "England"),
        "counting": latest_counting(),
        "files": figure_files(), "running": running, "place": place, "failed": why_not_counted(), "seen": told[0].seen,
        "role": standing.role,
    }  # fmt: skip
    return render(request, "figures/page.jinja", context)


@require_POST
def count(request: HttpRequest) -> HttpResponse:
    """Have the figures counted again, in the background."""
    standing = _reader(request)
    if not standing.role.comments_figures:
        raise RecordNotFound
    running = running_now()
    counting = ask_counting(by=reader_of(request.user))
    if running is None or counting.pk != running.pk:
        begin(counting.pk)
    return redirect("figures:page")


@require_safe
def measure(request: HttpRequest, name: str) -> HttpResponse:
    """One figure: its definition, its months, its teams, what changed, and what was said and decided."""
    standing, account = _reader(request), reader_of(request.user)
    found = measure_of(name)
    [told] = told_of(standing, [found])
    teams = of_teams(told)
    context: dict[str, Any] = {
        "as_at": now(), "card": card_of(told, picture_of(told)), "told": told, "measure": found, "role": standing.role,
        "better": better_words(found), "teams": team_table(told, teams) if teams else (),
        "of_teams": teams,
        "funnel": funnel_of(told, teams) if teams else None, "compared": compared_rows(told),
        "years": years_of(told.compared, [], across=True) if told.compared else None, "history": list(history_of(found)),
        "baselines": list(baselines_of(found)), "changes": [entry_of(each) for each in what_changed(told)],
        "duties": [(DUTIES[duty], words) for duty, words in found.differs_from.items()],
        "counting": latest_counting(), "seen": told.seen,
        "improvements": improving.linked_to(name) if improving.may_read(account) else [],
        "plans": improving.may_plan(account), "files": [
            *(picture_files(name) if _drawn_in_a_file(told, standing) else []),
            *figure_files(name),
        ],
    }  # fmt: skip
    return render(request, "figures/measure.jinja", context)


@require_safe
def plan(request: HttpRequest, name: str) -> HttpResponse:
    """What in the improvement plan a figure may be linked to."""
    _reader(request)
    account, found = reader_of(request.user), measure_of(name)
    if not improving.may_plan(account):
        raise RecordNotFound
    linked = {each.pk for each in improving.linked_to(name)}
    going_on = Improvement.objects.filter(closed_at__isnull=True).order_by("-asked_on", "pk")
    context = {
        "as_at": now(), "measure": found,
        "lines": [
            [
                {"text": each.asked, "href": f"{reverse('improving:measure', args=[each.number])}?measure={name}"},
                each.source, "linked" if each.pk in linked else "",
            ]
            for each in going_on
        ],
    }  # fmt: skip
    return render(request, "figures/plan.jinja", context)


def _drawn_in_a_file(told: Told, standing: Standing) -> bool:
    """Whether a file, which keeps small numbers back, has a month to draw. Asked only of charts that may be all small numbers."""
    if told.chart.newest is None or told.chart.verdict != "too few":
        return told.chart.newest is not None
    [kept_back] = told_of(as_it_leaves(standing), [told.measure])
    return kept_back.chart.newest is not None


def measure_of(name: str) -> Measure:
    """The measure of an address. Raises RecordNotFound."""
    if name not in MEASURES:
        raise RecordNotFound
    return MEASURES[name]


def _reader(request: HttpRequest) -> Standing:
    standing = standing_of(reader_of(request.user))
    if not standing.role.reads_figures:
        raise RecordNotFound
    return standing
