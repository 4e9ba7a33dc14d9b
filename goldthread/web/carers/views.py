"""The fostering service's list, worst first; the same as a file; and one household's file."""

from __future__ import annotations

import csv
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.practice.carers import note_reading, open_household, reader_of_carers
from goldthread.practice.carers_due import (
    HOUSEHOLDS,
    STAGES,
    CarerDue,
    CarerRow,
    adopter_rows,
    dues_of,
    household_rows,
    placements_of,
    stage_of,
)
from goldthread.practice.doors import list_records
from goldthread.practice.moment import now, today
from goldthread.practice.naming import names_of
from goldthread.practice.spreadsheets import harmless
from goldthread.record.models import Adopter, CarerCheck, CarerHousehold, CarerTraining, Placement
from goldthread.rulebook.authority import KINDS as AUTHORITIES
from goldthread.web.accounts.step_up import step_up
from goldthread.web.carers.chosen import KINDS, Chosen, count, read
from goldthread.web.design_system.dates import day_words, over_words
from goldthread.web.design_system.links import query_with, query_without

PAGE_SIZE = 50
STEPS = (
    ("Asked about fostering", "enquired_on"),
    ("Information sent", "information_sent_on"),
    ("Application accepted", "applied_on"),
    ("Information of stage one complete", "information_complete_on"),
    ("Told the outcome of stage one", "stage_one_decided_on"),
    ("Qualifying determination", "determined_on"),
    ("Representations made", "represented_on"),
    ("Decided", "decided_on"),
    ("Approved", "approved_on"),
    ("Ended", "ended_on"),
)


def carers(request: HttpRequest) -> HttpResponse:
    """Households and what is late and soon to each; below them, those who ask to adopt."""
    chosen, reader = read(request.GET), reader_of_carers(request.user)
    every = household_rows(reader, gone=chosen.gone)
    counted = [row for row in every if chosen.leaves(row, but_kind=True)]
    rows = [row for row in counted if chosen.leaves(row)]
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    adopters = [] if chosen.stage or chosen.worker or chosen.kind else adopter_rows(reader)
    note_reading(by=reader, page="carers", rows=len(page.object_list) + len(adopters))
    workers = {
        row.who.supervised_by_id: str(row.who.supervised_by)
        for row in every
        if isinstance(row.who, CarerHousehold) and row.who.supervised_by
    }
    context = {
        "as_at": now(),
        "page": page,
        "lines": [line(row) for row in page.object_list],
        "adopters": [line(row) for row in adopters],
        "filters": chosen,
        "stages": [("", "All stages"), *STAGES.items()],
        "workers": [("", "All workers"), *sorted(workers.items(), key=lambda each: each[1])],
        "chosen": _in_use(request, chosen, workers),
        "tiles": [
            {
                "count": count(counted, kind),
                "words": words,
                "href": query_without(request, "kind")
                if chosen.kind == kind
                else query_with(request, kind=kind),
                "kind": "soon" if kind == "soon" else "late",
                "current": chosen.kind == kind,
            }
            for kind, (words, _behind) in KINDS.items()
            if kind != "unconfirmed"
        ],
        "unconfirmed": (count(counted, "unconfirmed"), query_with(request, kind="unconfirmed")),
    }
    return render(request, "carers/list.jinja", context)


def _in_use(request: HttpRequest, chosen: Chosen, workers: dict[int | None, str]) -> list[tuple[str, str]]:
    found = []
    if chosen.stage:
        found.append((STAGES[chosen.stage], query_without(request, "stage")))
    if chosen.worker is not None:
        found.append((workers.get(chosen.worker, "A worker"), query_without(request, "worker")))
    if chosen.gone:
        found.append(("Those who stopped or withdrew too", query_without(request, "gone")))
    return found


def line(row: CarerRow) -> dict[str, Any]:
    """One household or adopter in words."""
    told = _household(row.who) if isinstance(row.who, CarerHousehold) else _adopter(row.who)
    return told | {
        "row": row,
        "stage": STAGES.get(row.stage, ""),
        "late": [(each, over(each)) for each in row.late],
        "unconfirmed": [(each, over(each)) for each in row.unconfirmed],
        "next": next((each for each in row.dues if not each.past), None),
    }


def _household(who: CarerHousehold) -> dict[str, Any]:
    return {
        "name": who.name or f"Household {who.pk}",
        "href": reverse("carers:household", args=[who.public_id]),
        "connected": who.connected,
        "supervisor": str(who.supervised_by) if who.supervised_by else "",
    }


def _adopter(who: Adopter) -> dict[str, Any]:
    return {
        "name": f"Adopter {who.adopter_number or who.pk}",
        "href": "",
        "connected": False,
        "supervisor": "",
    }


def over(each: CarerDue) -> str:
    """How far over, or how far off."""
    return over_words(each.over, "working day")


HEADINGS = (
    "Household or adopter", "Stage", "Supervising worker", "Children placed", "What must happen", "Due", "Working days over",
    "Late", "Asked by", "Count", "Row of the timescales", "Confirmed in its source",
)  # fmt: skip


@step_up
def download(request: HttpRequest) -> HttpResponse:
    """Every open duty as filtered, one a row, as a CSV file; the reading is logged with how many it held."""
    chosen, reader = read(request.GET), reader_of_carers(request.user)
    rows = [row for row in household_rows(reader, gone=chosen.gone) if chosen.leaves(row)]
    if not (chosen.stage or chosen.worker or chosen.kind):
        rows += adopter_rows(reader)
    cells = [_cells(row, each) for row in rows for each in row.dues]
    note_reading(by=reader, page="carers: download", rows=len(cells))
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="carers-{today().isoformat()}.csv"'
    response.write("\ufeff")  # Excel reads the file as UTF-8 only with the mark.
    writer = csv.writer(response)
    writer.writerow(HEADINGS)
    writer.writerows([harmless(cell) for cell in row] for row in cells)
    return response


def _cells(row: CarerRow, each: CarerDue) -> list[object]:
    told = line(row)
    return [
        told["name"],
        told["stage"],
        told["supervisor"],
        row.children,
        each.clock.what,
        each.due.due_on.isoformat(),
        each.over,
        "yes" if each.past else "no",
        AUTHORITIES[each.due.authority],
        each.counted,
        each.due.row_id,
        "yes" if each.due.confirmed else "no",
    ]


def household(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """A household's file: what is due by which rule, who lives there, and what was reviewed, checked and learnt."""
    reader = reader_of_carers(request.user)
    found = open_household(public_id, by=reader, page="carers: household")
    placements, others = placements_of(found, reader)
    children = list_records([each.child for each in placements], by=reader, page="carers: household")
    kinds = CarerCheck._meta.get_field("kind"), CarerTraining._meta.get_field("kind")
    context = {
        "as_at": now(),
        "household": found,
        "name": found.name or f"Household {found.pk}",
        "stage": STAGES[stage_of(found)],
        "facts": _facts(found),
        "dues": [
            {"each": each, "over": over(each), "rule": f"{AUTHORITIES[each.due.authority]}: {each.counted}"}
            for each in dues_of(HOUSEHOLDS, [found.pk], with_moved=True).get(found.pk, [])
        ],
        "placed_now": [each for each in placements if not _over(each)],
        "placed_before": [each for each in placements if _over(each)],
        "names": names_of(children),
        "others": others,
        "reviews": found.carer_reviews.filter(withdrawn_at=None).order_by("-held_on", "-pk"),
        "checks": [
            (kinds[0].label(each.kind), each.held_on, each.of_whom)
            for each in found.carer_checks.filter(withdrawn_at=None).order_by("-held_on", "-pk")
        ],
        "training": [
            (kinds[1].label(each.kind), each.completed_on)
            for each in found.carer_training.filter(withdrawn_at=None).order_by("-completed_on", "-pk")
        ],
        "steps_in_words": [
            (words, day_words(day, now()))
            for words, name in STEPS
            if (day := getattr(found, name)) is not None
        ],
    }
    return render(request, "carers/household.jinja", context)


def _over(placement: Placement) -> bool:
    return placement.ended_on is not None and placement.ended_on <= today()


def _facts(found: CarerHousehold) -> list[tuple[str, str]]:
    kind = {True: "Family and friends carers", False: "Foster carers", None: "Not recorded"}[found.connected]
    return [
        ("Kind", kind),
        ("Approved", day_words(found.approved_on, now()) if found.approved_on else "Not yet"),
        ("Places", str(found.places) if found.places else "Not recorded"),
        ("Supervising worker", str(found.supervised_by) if found.supervised_by else "Nobody"),
        ("Source", found.source.name if found.source else "Recorded here"),
    ]
