"""The duties, and one of them, printed from its definition."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.engine.when import WhenAnswer, when
from goldthread.practice.doors import reader_of
from goldthread.practice.local_rules import rules_here
from goldthread.practice.moment import now, today
from goldthread.practice.standing import Standing, standing_of
from goldthread.rulebook.calendar import ENGLAND_AND_WALES
from goldthread.rulebook.clock import Clock, Edition
from goldthread.rulebook.clocks import DUTIES
from goldthread.rulebook.local import LocalRules
from goldthread.rulebook.register import REGISTER
from goldthread.rulebook.timescales import TIMESCALES
from goldthread.vocabulary import Fault
from goldthread.web.duty.asking import WhenForm
from goldthread.web.duty.counting import Waiting, not_kept, waiting_by_duty, waiting_of
from goldthread.web.duty.examples import examples_of, those_with_examples
from goldthread.web.duty.printing import lengths_of, parts_of
from goldthread.web.duty.settled import settled


def duties(request: HttpRequest) -> HttpResponse:
    """Every row of the timescales by area: duties with the children who wait for them now, and what else a row is."""
    reader = standing_of(reader_of(request.user))
    counts, rules = waiting_by_duty(reader), rules_here()
    areas: dict[str, dict[str, Any]] = {}
    for entry in REGISTER.values():
        area = areas.setdefault(entry.area, {"name": entry.area, "duties": {}, "others": []})
        if entry.clock is None:
            area["others"].append(entry)
        for clock in entry.clocks:
            if clock.name not in area["duties"]:
                area["duties"][clock.name] = _line(
                    rules.clock(clock), counts.get(clock.name, Waiting()), rules
                )
    return render(
        request,
        "duty/list.jinja",
        {
            "as_at": now(),
            "areas": list(areas.values()),
            "counts": reader.role.sees_children,
            "proved": those_with_examples(),
        },
    )


def _line(clock: Clock, waiting: Waiting, rules: LocalRules) -> dict[str, Any]:
    edition = _edition_today(clock)
    return {
        "clock": clock,
        "href": reverse("duty:page", args=[clock.name]),
        "rows": ", ".join(clock.rows),
        "edition": edition,
        "lengths": lengths_of(clock, edition),
        "waiting": waiting,
        "list": _waiting_list(clock),
        "not_kept": not_kept(clock),
        "ours": [standard for row in clock.rows if (standard := rules.standard_on(row, today()))],
    }


def duty(request: HttpRequest, name: str) -> HttpResponse:
    """One duty: the sentence, where it is written, how it is counted, who waits for it, and *when is it due?*"""
    clock = DUTIES.get(name)
    if clock is None:
        raise Http404("There is no duty of that name.")
    reader = standing_of(reader_of(request.user))
    rules = rules_here()
    clock = rules.clock(clock)
    form = WhenForm(clock, request.GET if "began_day" in request.GET else None, rules=rules)
    answer = form.answer
    edition = _edition_today(clock)
    context = {
        "as_at": now(),
        "clock": clock,
        "edition": edition,
        "rows": [(row, TIMESCALES[row]) for row in clock.rows],
        "parts": parts_of(clock),
        "editions": _editions(clock),
        "today": [_if_today(rules, row) for row in clock.rows],
        "ours": [each for each in rules.standards if each.row in clock.rows],
        "may_set": reader.role.sets_standards,
        "settings": [settled(rules, setting) for setting in clock.settings],
        "calendar": ENGLAND_AND_WALES.version,
        "in_working_days": any(count.unit == "working days" for count in edition.due),
        "tiles": _tiles(clock, reader) if reader.role.sees_children else [],
        "not_kept": not_kept(clock),
        "examples": examples_of(clock.name),
        "form": form,
        "answer": answer,
    }
    return render(request, "duty/page.jinja", context, status=422 if form.errors else 200)


def _edition_today(clock: Clock) -> Edition:
    """The edition in force today; before the first one, the first."""
    return clock.edition_on(today()) or clock.editions[0]


def _editions(clock: Clock) -> list[dict[str, Any]]:
    """Every edition, the newest first, with the day on which the next one took over."""
    ends: list[date | None] = [*(edition.since for edition in clock.editions[1:]), None]
    current = _edition_today(clock)
    return [
        {
            "edition": edition,
            "until": until,
            "lengths": lengths_of(clock, edition),
            "current": edition is current,
            "to_come": edition.since > today(),
        }
        for edition, until in reversed(list(zip(clock.editions, ends, strict=True)))
    ]


def _if_today(rules: LocalRules, row: str) -> WhenAnswer | None:
    """The count carried out for what starts today; None where the rule has not begun."""
    try:
        return when(row, today(), rules=rules)
    except Fault:
        return None


def _waiting_list(clock: Clock, kind: str = "") -> str:
    address = f"{reverse('waiting:list')}?duty={clock.name}"
    return f"{address}&kind={kind}" if kind else address


def _tiles(clock: Clock, reader: Standing) -> list[dict[str, Any]]:
    """The children who wait, each number opening its list; what no headline counts only where there is any."""
    counts = waiting_of(clock.name, reader)
    tiles = [
        (counts.late, "late now", "late", "late"),
        (counts.soon, "due in 7 days", "soon", "soon"),
    ]
    if counts.unconfirmed:
        tiles.append((counts.unconfirmed, "by a number not confirmed", "unconfirmed", ""))
    if counts.not_known:
        tiles.append((counts.not_known, "not known from the source", "not-known", ""))
    return [
        {"count": count, "words": words, "href": _waiting_list(clock, kind), "kind": look}
        for count, words, kind, look in tiles
    ]
