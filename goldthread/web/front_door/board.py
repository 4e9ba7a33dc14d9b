"""The front door board, and how complete contacts are by who made them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format

from goldthread.practice.completeness import completeness_by_source
from goldthread.practice.disclosure import shown_on_screens
from goldthread.practice.doors import list_records, reader_of_children
from goldthread.practice.front_door import COLUMNS, Card, as_moment, cards, strip
from goldthread.practice.moment import now, today
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.precautions import warned_of
from goldthread.web.design_system.dates import plural
from goldthread.web.recording.menu import address_of

PAGE = "front door"
LONGEST = 160
TABLES = {"contact": "contacts", "referral": "referrals", "concern": "strategy_discussions"}


def board(request: HttpRequest) -> HttpResponse:
    """Who waits at the front door: unassessed risk first, then by time left."""
    reader = reader_of_children(request.user)
    found = cards(reader)
    children = list_records(
        list({card.child.pk: card.child for card in found}.values()), by=reader, page=PAGE
    )
    names, warned = names_of(children), warned_of([each.pk for each in children])
    knowing = shown_on_screens([each.pk for each in children])
    lines = [_line(card, names, warned, knowing) for card in found]
    above = strip(reader, found)
    context = {
        "as_at": now(),
        "columns": [
            (words, [line for line in lines if line["card"].column == column])
            for column, words in COLUMNS.items()
        ],
        "strip": above,
        "oldest": age_of_wait(above.oldest),
        "takes": reader.role.takes_contacts,
        "any": bool(found),
    }
    return render(request, "front_door/board.jinja", context)


def _line(
    card: Card, names: dict[int, str], warned: frozenset[int], knowing: dict[int, Any]
) -> dict[str, Any]:
    worry = knowing[card.child.pk].words(card.worry) if card.child.pk in knowing else card.worry
    return {
        "card": card,
        "name": names[card.child.pk],
        "age": age_words(card.child, today()),
        "href": address_of(card.child, TABLES[card.kind], card.row),
        "what": {
            "contact": "Contact",
            "referral": "Referral to decide",
            "concern": "Concern of significant harm",
        }[card.kind],
        "worry": worry if len(worry) <= LONGEST else f"{worry[:LONGEST].rsplit(' ', 1)[0]} ...",
        "left": left_words(card.hours_left),
        "late": card.hours_left is not None and card.hours_left < 0,
        "earlier": earlier_words(card),
        "warned": card.child.pk in warned,
    }


def left_words(hours: int | None) -> str:
    """ "6 hours left", "2 days over" or nothing."""
    if hours is None:
        return ""
    count = abs(hours)
    said = plural(count, "hour") if count < 48 else plural(count // 24, "day")
    return f"{said} left" if hours >= 0 else f"{said} over"


def earlier_words(card: Card) -> str:
    """ "3rd in 12 months, last closed: 'threshold not met', Tue 4 Nov, P Lane"; empty for the first."""
    before = [each for each in card.earlier if each.on <= card.received_on]
    if not before:
        return ""
    year = [each for each in before if each.what == "contact" and (card.received_on - each.on).days <= 365]
    said = f"{ordinal(len(year) + 1)} contact in 12 months" if year else "Known from before"
    closed = next((each for each in before if each.closed_on), None)
    if closed is None or closed.closed_on is None:
        return f"{said}."
    words = closed.because or closed.outcome
    by = f", {closed.by}" if closed.by else ""
    return f"{said}, last closed: “{words.rstrip('.')}”, {date_format(closed.closed_on, 'j M Y')}{by}."


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return str(number) + {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def age_of_wait(oldest: Any) -> str:
    """How long the oldest has waited, in words; empty where none does."""
    if oldest is None:
        return ""
    hours = int((now() - as_moment(oldest)).total_seconds() // 3_600)
    return plural(hours, "hour") if hours < 48 else plural(hours // 24, "day")


def completeness(request: HttpRequest) -> HttpResponse:
    """What contacts said when they arrived, by who made them, and which to go back to."""
    reader = reader_of_children(request.user)
    found = completeness_by_source(reader)
    lacking = list_records([each.child for each in found.lacking], by=reader, page="front door: completeness")
    context = {
        "as_at": now(),
        "lines": found.lines,
        "asked": found.asked,
        "lacking": found.lacking,
        "names": names_of(lacking),
    }
    return render(request, "front_door/completeness.jinja", context)
