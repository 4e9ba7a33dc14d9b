"""What is open about handing over, for who answers for it: gaps, children whom nobody holds by the hour, workers who leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.practice.disclosure import Knowing, shown_on_screens
from goldthread.practice.doors import list_records, reader_of_children
from goldthread.practice.handing_over.open import STATES, leavers, open_handovers, state_of, unallocated
from goldthread.practice.moment import now
from goldthread.practice.naming import names_of
from goldthread.practice.standing import Standing
from goldthread.record.models import Handover
from goldthread.web.design_system.links import query_without

MOST = 200
PAGE_SIZE = 50


def parts(current: str) -> list[tuple[str, str, bool]]:
    """The pages about handing over."""
    pages = (
        ("Handing over", "handovers:list"),
        ("Workers who leave", "handovers:leaving"),
        ("Changes of worker", "handovers:changes"),
    )
    return [(words, reverse(page), page == current) for words, page in pages]


def open_now(request: HttpRequest) -> HttpResponse:
    """Handovers that want something still, and children whom no worker holds, by the hour."""
    reader = reader_of_children(request.user)
    wanting, nobody = open_handovers(reader), unallocated(reader)
    asked = request.GET.get("state", "")
    asked = asked if asked in STATES else ""
    counts = Counter(state for state, _each in wanting)
    chosen = [each.pk for state, each in wanting if not asked or state == asked]
    page = Paginator(chosen, PAGE_SIZE).get_page(request.GET.get("page"))
    rows = Handover.objects.select_related("from_worker", "to_worker").in_bulk(list(page.object_list))
    shown = [rows[key] for key in page.object_list]
    children = [*(each.child_id for each in shown), *(each.child for each in nobody[:MOST])]
    names = _names(children, reader, "handing over")
    quiet = shown_on_screens(children)
    context = {
        "as_at": now(),
        "parts": parts("handovers:list"),
        "nobody": [(each, *names[each.child]) for each in nobody[:MOST]],
        "nobody_count": len(nobody),
        "hours": sum(each.hours for each in nobody),
        "wanting": [
            _wanting(each, *names[each.child_id], reader, quiet.get(each.child_id)) for each in shown
        ],
        "wanting_count": len(wanting),
        "page": page,
        "state": asked,
        "states": [
            ("", "All"),
            *((each, f"{each.capitalize()} ({counts[each]})") for each in STATES if counts[each]),
        ],
        "chosen": [(asked.capitalize(), query_without(request, "state"))] if asked else [],
        "without": sum(each.finished_on is None for _state, each in wanting),
        "untold": sum(each.told_on is None for _state, each in wanting),
        "allocates": reader.role.arranges and reader.role.records,
    }
    return render(request, "handover/list.jinja", context)


def _wanting(
    row: Handover, name: str, public_id: UUID, reader: Standing, knowing: Knowing | None
) -> tuple[Handover, str, str, str, str]:
    why = "" if row.finished_on else row.not_yet_because
    why = knowing.words(why) if knowing else why
    return row, name, reverse("handover:page", args=[public_id, row.pk]), state_of(row, reader.day), why


def leaving(request: HttpRequest) -> HttpResponse:
    """Workers of one's line whose last day is set, each with their children and how far the handover is."""
    reader = reader_of_children(request.user)
    found = leavers(reader)
    names = _names([child.child for each in found for child in each.children], reader, "workers who leave")
    context = {
        "as_at": now(),
        "parts": parts("handovers:leaving"),
        "manages": reader.role.arranges,
        "leavers": [(each, [(child, *names[child.child]) for child in each.children]) for each in found],
    }
    return render(request, "handover/leaving.jinja", context)


def _names(children: Iterable[int], reader: Standing, page: str) -> dict[int, tuple[str, UUID]]:
    """The name and the public number of each child, through the door."""
    shown = list_records(sorted(set(children)), by=reader, page=page)
    names = names_of(shown)
    return {child.pk: (names[child.pk], child.public_id) for child in shown}
