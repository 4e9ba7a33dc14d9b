"""Who answers for children's services: every post with its last 18 months, and one post with everybody who held it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.practice.accountable import SPAN_MONTHS, Seat, Stretch, may_enter, seats
from goldthread.practice.doors import RecordNotFound, reader_of
from goldthread.practice.moment import now, today
from goldthread.rulebook.accountable import POSTS
from goldthread.rulebook.calendar import add_months
from goldthread.web.design_system.dates import plural

WIDE = 600


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch as the strip draws it: from where, how wide, whether nobody held the post, and in which of two shades."""

    x: float
    width: float
    empty: bool
    second: bool = False


def everybody(request: HttpRequest) -> HttpResponse:
    """Every post."""
    found = seats()
    context = {
        "as_at": now(),
        "lines": [{"seat": seat, "words": words_of(seat), "strip": strip_of(seat)} for seat in found],
        "months": SPAN_MONTHS,
        "since": add_months(today(), -SPAN_MONTHS),
        "may": may_enter(reader_of(request.user)),
    }
    return render(request, "accountable/list.jinja", context)


def one(request: HttpRequest, post: str) -> HttpResponse:
    """One post: where it comes from, and everybody who held it, with the gaps."""
    if post not in POSTS:
        raise RecordNotFound
    found = [seat for seat in seats() if seat.post.code == post]
    context = {
        "as_at": now(),
        "post": POSTS[post],
        "seats": [{"seat": seat, "words": words_of(seat), "strip": strip_of(seat)} for seat in found],
        "may": may_enter(reader_of(request.user)),
    }
    return render(request, "accountable/post.jinja", context)


def words_of(seat: Seat) -> str:
    """ "5 different people in 18 months; nobody for 41 days of them"."""
    if not seat.stretches:
        return "Nobody is recorded."
    people = "One person" if seat.held_by == 1 else f"{seat.held_by} different people"
    said = f"{people} in {SPAN_MONTHS} months"
    return f"{said}; nobody for {plural(seat.days_empty, 'day')} of them." if seat.days_empty else f"{said}."


def strip_of(seat: Seat) -> list[Part]:
    """The last 18 months as parts of a strip, the earliest first."""
    last, first = today(), add_months(today(), -SPAN_MONTHS)
    parts = [_part(each, first, last) for each in reversed(seat.stretches)]
    shown = [part for part in parts if part.width > 0]
    people = [part for part in shown if not part.empty]
    return [part if part.empty else replace(part, second=people.index(part) % 2 == 1) for part in shown]


def _part(each: Stretch, first: date, last: date) -> Part:
    whole = (last - first).days
    began = max(each.began_on, first)
    until = min(each.until or last, last)
    return Part(
        round(WIDE * (began - first).days / whole, 1),
        round(WIDE * max(0, (until - began).days) / whole, 1),
        each.holding is None,
    )
