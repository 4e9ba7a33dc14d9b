"""The children of whom no manager left a footprint for longer than allowed: as a page and as a file."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.practice.doors import list_records, reader_of_children
from goldthread.practice.drifting import team_names
from goldthread.practice.holding import holder_of_many
from goldthread.practice.moment import now, today
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.overseeing import days_allowed, last_overseen_of_many, without_footprint
from goldthread.practice.spreadsheets import harmless
from goldthread.practice.standing import Standing
from goldthread.practice.statuses import main_status_of_many
from goldthread.record.models import Child
from goldthread.rulebook.footprints import RULE, UNCONFIRMED
from goldthread.web.accounts.step_up import step_up
from goldthread.web.design_system.links import query_without
from goldthread.web.supervision.sessions import parts

PAGE_SIZE = 50
AT_A_TIME = 1_000
NAME = "not overseen"
HEADINGS = (
    "Child",
    "Age",
    "Status",
    "Last overseen",
    "Days since",
    "By",
    "What",
    "Result",
    "Held by",
    "Team",
)


def not_overseen(request: HttpRequest) -> HttpResponse:
    """The list: the child longest without a manager's footprint first."""
    reader = reader_of_children(request.user)
    team, names = _team(request)
    days = days_allowed()
    rows = without_footprint(by=reader, days=days, team=team)
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "as_at": now(),
        "page": page,
        "lines": _lines(list(page.object_list), reader, NAME),
        "days": days,
        "rule": RULE,
        "unconfirmed": UNCONFIRMED,
        "team": "" if team is None else str(team),
        "teams": [
            ("", "All teams"),
            *((str(key), name) for key, name in sorted(names.items(), key=lambda each: each[1])),
        ],
        "chosen": [(names[team], query_without(request, "team"))] if team is not None else [],
        "may_set": reader.role.sets_standards,
        "parts": parts(reader, "supervision:not_overseen"),
    }
    return render(request, "supervision/not_overseen.jinja", context)


@step_up
def download(request: HttpRequest) -> StreamingHttpResponse:
    """The list as a CSV file, as filtered; the reading is logged with the children it held."""
    reader = reader_of_children(request.user)
    team, _names = _team(request)
    response = StreamingHttpResponse(_file(request, reader, team), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="not-overseen-{today().isoformat()}.csv"'
    return response


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text


def _file(request: HttpRequest, reader: Standing, team: int | None) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow(HEADINGS)
    rows = list(without_footprint(by=reader, team=team))
    for start in range(0, len(rows), AT_A_TIME):
        for line in _lines(rows[start : start + AT_A_TIME], request.user, f"{NAME}: download"):
            seen = line["overseen"]
            cells = [
                line["name"], line["age"], line["status"].word if line["status"] else "",
                seen.on.isoformat() if seen else "never", seen.days if seen else "", seen.by if seen else "",
                seen.what if seen else "", seen.result if seen else "", line["holder"].words, line["holder"].team,
            ]  # fmt: skip
            yield writer.writerow([harmless(cell) for cell in cells])


def _lines(rows: list[Child], by: Any, page: str) -> list[dict[str, Any]]:
    shown = list_records(rows, by=by, page=page)
    keys = [each.pk for each in shown]
    names, holders = names_of(shown), holder_of_many(keys, today())
    overseen, statuses = last_overseen_of_many(keys), main_status_of_many(keys, today())
    return [
        {
            "child": child,
            "href": reverse("oversight:page", args=[child.public_id]),
            "name": names[child.pk],
            "age": age_words(child, today()),
            "holder": holders[child.pk],
            "status": statuses.get(child.pk),
            "overseen": overseen.get(child.pk),
        }
        for child in shown
    ]


def _team(request: HttpRequest) -> tuple[int | None, dict[int, str]]:
    names = {key: name for key, name in team_names().items() if key}
    asked = request.GET.get("team", "")
    team = int(asked) if asked.isdecimal() and len(asked) < 18 and int(asked) in names else None
    return team, names
