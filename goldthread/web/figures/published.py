"""What is published of an authority, year by year, beside its neighbours and the country, with its inspections marked."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldthread.exchange.published.authorities import PLACES, Place
from goldthread.exchange.published.frameworks import OVERALL
from goldthread.exchange.published.inspections import Inspection, inspections_of
from goldthread.exchange.published.neighbours import neighbours_of
from goldthread.practice.doors import RecordNotFound, reader_of
from goldthread.practice.figures.comparing import Compared, history_of
from goldthread.practice.moment import now
from goldthread.practice.published import judgements_kept, neighbours_kept, recommendations_kept
from goldthread.practice.standing import standing_of
from goldthread.rulebook.published import PUBLISHED
from goldthread.web.charts import Drawing
from goldthread.web.figures.pictures import years_of

SHOWN = (
    "referrals_rate", "re_referrals", "assessments_in_time", "children_in_need_rate", "protection_plans_rate", "second_plans",
    "conferences_in_time", "looked_after_rate", "three_placements", "suitable_homes", "turnover", "caseload",
)  # fmt: skip
"""Twelve of the published measures: as many as a page can be read with."""


@dataclass(frozen=True, slots=True)
class Line:
    """One published measure as it is drawn; nothing where no year has a number."""

    told: Compared
    drawing: Drawing | None


@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One authority of which statistics were brought in."""
    role = standing_of(reader_of(request.user)).role
    if not role.reads_figures:
        raise RecordNotFound
    place = PLACES.get(code)
    if place is None:
        raise RecordNotFound
    told = history_of(place, [PUBLISHED[name] for name in SHOWN])
    near = [PLACES[each] for each in neighbours_of(neighbours_kept(), place.code) if each in PLACES]
    held = inspections_in(place)
    context = {
        "as_at": now(), "place": place, "lines": [Line(each, years_of(each, held)) for each in told],
        "neighbours": sorted(near, key=lambda each: each.name),
        "inspections": held, "improves": role.improves, "judgements": [judgement_words(each) for each in held],
    }  # fmt: skip
    return render(request, "figures/published.jinja", context)


def inspections_in(place: Place) -> list[Inspection]:
    """The inspections of an authority that judged it, the oldest first."""
    return [
        each for each in inspections_of(judgements_kept(), recommendations_kept(), place.code) if each.judged
    ]


def judgement_words(inspection: Inspection) -> str:
    """Its overall judgement, or those of its areas where it gave none."""
    if (overall := inspection.judgement(OVERALL)) is not None:
        return overall.word.capitalize()
    return "; ".join(f"{each.what}: {each.word.lower()}" for each in inspection.judged)
