"""Quality on one page; this week's reading, what it is drawn by, and how it goes."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.practice.auditing.weeks import own_part
from goldthread.practice.challenging.dealing import RULE
from goldthread.practice.challenging.deals import dealt, managers_beneath, week_of, weeks_before
from goldthread.practice.challenging.rates import LOOKED_BACK, rate_of, rates_beneath
from goldthread.practice.challenging.readings import ANSWERS, readings_of, to_answer
from goldthread.practice.doors import RecordNotFound, list_records, reader_of, reader_of_children
from goldthread.practice.moment import now
from goldthread.practice.naming import names_of
from goldthread.practice.standing import Standing, standing_of
from goldthread.record.models import Reading
from goldthread.web.challenge.parts import parts
from goldthread.web.challenge.waiting import waits_for


def home(request: HttpRequest) -> HttpResponse:
    """What waits for somebody in quality, and the way to each part of it."""
    account = reader_of(request.user)
    standing = standing_of(account)
    context = {
        "as_at": now(),
        "parts": parts("quality:home", standing),
        "waiting": waits_for(standing),
        "week_part": own_part(account),
        "role": standing.role,
        "reads": bool(managers_beneath(standing)),
    }
    return render(request, "challenge/home.jinja", context)


def deal(request: HttpRequest) -> HttpResponse:
    """This week's reading, what is to be answered, the weeks before, and the rule."""
    account = reader_of(request.user)
    standing = reader_of_children(account)
    if not standing.role.arranges:
        raise RecordNotFound
    held = dealt(account)
    monday = week_of(standing.day)
    before = weeks_before(account.worker_id, monday) if held is not None and account.worker_id else []
    earlier = [week.deal.pk for week in before if week.deal is not None and week.missed]
    mine = readings_of([held.pk], by=standing) if held else []
    unread = [each for each in readings_of(earlier, by=standing) if each.read_on is None]
    asked = list(to_answer(standing))
    open_still = _open_challenges(standing)
    rows = [*mine, *unread, *asked, *open_still]
    shown = list_records(dict.fromkeys(each.child_id for each in rows), by=standing, page="quality: reading")
    context: dict[str, Any] = {
        "as_at": now(),
        "parts": parts("quality:deal", standing),
        "deal": held,
        "week_on": monday,
        "mine": mine,
        "closed": Reading.unwithdrawn.filter(deal=held).count() - len(mine) if held else 0,
        "unread": unread,
        "asked": asked,
        "open_still": open_still,
        "before": before,
        "rule": RULE,
        "answers": ANSWERS,
        "names": names_of(shown),
        "children": {each.pk: each for each in shown},
        "rate": rate_of(account.worker_id, standing.day) if account.worker_id else None,
        "sets": standing.role.sets_standards,
    }
    return render(request, "challenge/deal.jinja", context)


def rates(request: HttpRequest) -> HttpResponse:
    """How reading goes for the managers whom somebody manages, by name."""
    account = reader_of(request.user)
    standing = reader_of_children(account)
    found = rates_beneath(standing)
    if not found:
        raise RecordNotFound
    context = {
        "as_at": now(),
        "parts": parts("quality:deal", standing),
        "rates": found,
        "until": week_of(standing.day),
        "weeks": LOOKED_BACK.days // 7,
    }
    return render(request, "challenge/rates.jinja", context)


def _open_challenges(standing: Standing) -> list[Any]:
    """What this account asked or challenged and nobody answered yet."""
    worker = standing.works[0].worker if standing.works else None
    if worker is None:
        return []
    found = Reading.unwithdrawn.filter(
        deal__reader_id=worker, answer__in=("ask", "challenge"), replied_on__isnull=True
    )
    return [
        each
        for each in readings_of(list(found.values_list("deal_id", flat=True)), by=standing)
        if each.answer in ("ask", "challenge") and each.replied_on is None
    ]
