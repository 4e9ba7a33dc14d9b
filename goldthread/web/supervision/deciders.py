"""The decisions of those in one's own line, by who decided: and where the same words stand for several children."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.practice.access import as_rows
from goldthread.practice.disclosure import shown_on_screens
from goldthread.practice.doors import RecordNotFound, list_records, reader_of, reader_of_children
from goldthread.practice.moment import now, today
from goldthread.practice.naming import names_of
from goldthread.practice.rationales import THIN, counted_by_decider, is_thin, repeated
from goldthread.practice.standing import Standing, standing_of
from goldthread.practice.supervising.deciding import decisions_of_line
from goldthread.record.models import Decision, Worker
from goldthread.web.supervision.sessions import parts

YEAR = timedelta(days=365)
PAGE_SIZE = 50
PEOPLE_ON_A_PAGE = 100
SHOWN_OF_EACH = 20


def deciders(request: HttpRequest) -> HttpResponse:
    """Who decided how much in the last year, in name order, and whose words repeat themselves."""
    account = reader_of(request.user)
    standing = reader_of_children(account)
    if not standing.role.arranges:
        raise RecordNotFound
    counts = counted_by_decider(decisions_of_line(standing, since=today() - YEAR))
    people = Worker.unwithdrawn.filter(pk__in=as_rows(counts)).order_by("family_name", "given_name", "pk")
    page = Paginator(people, PEOPLE_ON_A_PAGE).get_page(request.GET.get("page"))
    repeating = people.filter(pk__in=[key for key, (_count, _thin, same) in counts.items() if same])
    context = {
        "as_at": now(),
        "thin": THIN,
        "page": page,
        "lines": [_line(each, counts[each.pk]) for each in page.object_list],
        "decisions": sum(count for count, _thin, _same in counts.values()),
        "thin_reasons": sum(thin for _count, thin, _same in counts.values()),
        "repeats": [_line(each, counts[each.pk]) for each in repeating],
        "parts": parts(standing, "supervision:deciders"),
    }
    return render(request, "supervision/deciders.jinja", context)


def _line(worker: Worker, counts: tuple[int, int, int]) -> dict[str, Any]:
    count, thin, same = counts
    href = reverse("supervision:decided_by", args=[worker.pk])
    return {"worker": worker, "href": href, "count": count, "thin": thin, "same": same}


def decided_by(request: HttpRequest, number: int) -> HttpResponse:
    """One person's decisions of the last year, the same words first: seen by themselves and by their own line."""
    account = reader_of(request.user)
    standing = standing_of(account)
    worker = Worker.unwithdrawn.filter(pk=number).first()
    rows = decisions_of_line(standing, since=today() - YEAR, own=True).filter(decided_by_id=number)
    if worker is None or not rows.exists():
        raise RecordNotFound
    rows = rows.select_related("decided_by", "signed_off_by").order_by("-decided_on", "-pk")
    same = repeated(rows)
    shown = {key for group in same for key in group.decisions[:SHOWN_OF_EACH]}
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    listed = list(rows.filter(Q(pk__in=shown) | Q(pk__in=[each.pk for each in page.object_list])))
    names, hrefs, words = _children(listed, standing)
    by_key = {each.pk: each for each in listed}
    context = {
        "as_at": now(),
        "worker": worker,
        "own": account.worker_id == number,
        "page": page,
        "same": [(each, [by_key[key] for key in each.decisions[:SHOWN_OF_EACH]]) for each in same],
        "names": names,
        "hrefs": hrefs,
        "words": words,
        "thin": is_thin,
    }
    return render(request, "supervision/decided_by.jinja", context)


def _children(rows: list[Decision], standing: Standing) -> tuple[dict[int, str], dict[int, str], Any]:
    keys = list(dict.fromkeys(each.child_id for each in rows))
    shown = list_records(keys, by=standing, page="decisions")
    knowing = shown_on_screens(keys)

    def words(row: Decision, said: str) -> str:
        """What may be shown of what was written."""
        return knowing[row.child_id].words(said) if row.child_id in knowing else said

    return (
        names_of(shown),
        {each.pk: reverse("oversight:page", args=[each.public_id]) for each in shown},
        words,
    )
