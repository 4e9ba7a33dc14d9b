"""Who is waiting: the list, as a page, a file and a sheet to print."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.practice.doors import list_records, reader_of_children
from goldthread.practice.moment import now, today
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.overseeing import said_of_overseen
from goldthread.practice.precautions import warned_of
from goldthread.practice.spreadsheets import harmless
from goldthread.practice.standing import Standing
from goldthread.practice.waiting import KINDS, WaitingFilters, WaitingRow, count_waiting, tiles, waiting_rows
from goldthread.record.models import Import
from goldthread.rulebook.authority import KINDS as AUTHORITIES
from goldthread.web.accounts.step_up import step_up
from goldthread.web.design_system.dates import day_words, moment_words, over_words
from goldthread.web.design_system.links import query_with, query_without
from goldthread.web.waiting.filters import choices, chosen, read

PAGE_SIZE = 50
SHEET_LIMIT = 500
AT_A_TIME = 1_000


class Rows(Paginator):  # a Paginator takes no type where it runs
    """Pages of the list that fetch only the rows they show."""

    def __init__(self, filters: WaitingFilters, per_page: int, *, count: int, by: Standing) -> None:
        super().__init__([], per_page)
        self.filters, self.by = filters, by
        self.count = count

    def page(self, number: int | str) -> Page[WaitingRow]:
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        return self._get_page(  # type: ignore[attr-defined]  # the stubs leave it out
            waiting_rows(self.filters, by=self.by, start=start, stop=start + self.per_page), number, self
        )


def waiting(request: HttpRequest) -> HttpResponse:
    """The page: tiles, filters, and one row a child and duty, worst first."""
    filters, reader = read(request.GET), reader_of_children(request.user)
    offered = choices(reader)
    in_use = chosen(filters, offered, request.user)  # before all else: it opens the family through the door
    counts = tiles(filters, by=reader)
    page = Rows(filters, PAGE_SIZE, count=counts.listed, by=reader).get_page(request.GET.get("page"))
    children = list_records([row.child for row in page.object_list], by=reader, page="waiting")
    context = {
        "as_at": now(),
        "page": page,
        "lines": [line(row) for row in page.object_list],
        "names": names_of(children),
        "warned": warned_of([each.pk for each in children]),
        "overseen": said_of_overseen([each.pk for each in children]),
        "filters": filters,
        "offered": offered,
        "chosen": [(words, query_without(request, name)) for words, name in in_use],
        "imports": reader.role.imports,
        "tiles": [
            {
                "count": getattr(counts, kind),
                "words": KINDS[kind],
                "href": query_without(request, "kind")
                if filters.kind == kind
                else query_with(request, kind=kind),
                "kind": look,
                "current": filters.kind == kind,
            }
            for kind, look in (
                ("regulations", "late"),
                ("guidance", "late"),
                ("own", "late"),
                ("soon", "soon"),
                ("unallocated", "soon"),
            )
        ],
        "apart": [
            (getattr(counts, name), words, query_with(request, kind=kind))
            for name, kind, words in (
                ("past_ours", "past-ours", "past our own standard, and not yet late by the rule"),
                ("census", "census", "late by a census definition"),
                ("unconfirmed", "unconfirmed", "by a number that was not confirmed in its source"),
                (
                    "not_known",
                    "not-known",
                    "not known from the source: its files cannot hold what would complete the duty",
                ),
            )
            if getattr(counts, name)
        ],
        "imported": Import.objects.exists(),
    }
    return render(request, "waiting/list.jinja", context)


def line(row: WaitingRow) -> dict[str, Any]:
    """One row in words."""
    age = age_words(row.child, row.due.judged_at.date() if row.due.judged_at else today())
    return {
        "row": row,
        "age": age,
        "child_href": reverse("child:page", args=[row.child.public_id]),
        "duty_href": reverse("duty:page", args=[row.due.clock]),
        "say_href": reverse(
            "waiting:say", args=[row.child.public_id, row.due.clock, row.due.start_row, row.due.link]
        ),
        "over": over_of(row),
        "rule": f"{AUTHORITIES[row.due.authority]}: {row.counted}",
        "when": day_words(row.due.due_on, now()),
        "ours": ours_of(row),
    }


def ours_of(row: WaitingRow) -> str:
    """Both dates in words where the authority has its own: "Due Mon 7 Dec by our standard, Mon 14 Dec by the regulations"."""
    if row.due.local_due_at is not None:
        ours, rule = moment_words(row.due.local_due_at, now()), moment_words(row.due.due_at, now())
    elif row.due.local_due_on is not None:
        ours, rule = day_words(row.due.local_due_on, now()), day_words(row.due.due_on, now())
    else:
        return ""
    return f"Due {ours} by our standard, {rule} by {row.by_whom}"


def over_of(row: WaitingRow) -> str:
    """How far over; a duty that fell due on a day without work after it is over all the same."""
    if row.late and row.over == 0:
        return "over, no working day since" if row.over_unit == "working day" else "less than an hour over"
    return over_words(row.over, row.over_unit)


HEADINGS = (
    "Child", "Age", "Status", "What must happen", "Due", "Due by our standard", "Plan by",
    "Over", "Unit", "Late", "Past our standard", "Held by", "Team", "Asked by",
    "Count", "Row of the timescales", "Source", "Judged at", "Said",
)  # fmt: skip


@step_up
def download(request: HttpRequest) -> StreamingHttpResponse:
    """The list as a CSV file, as filtered; the reading is logged with the children it held."""
    filters, reader = read(request.GET), reader_of_children(request.user)
    chosen(filters, choices(reader), request.user)
    response = StreamingHttpResponse(_lines(request, filters, reader), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="who-is-waiting-{today().isoformat()}.csv"'
    return response


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text


def _lines(request: HttpRequest, filters: WaitingFilters, reader: Standing) -> Iterator[str]:
    writer = csv.writer(_Echo())
    # Excel reads the file as UTF-8 only with the mark.
    yield "\ufeff" + writer.writerow(HEADINGS)
    start = 0
    while rows := waiting_rows(filters, by=reader, start=start, stop=start + AT_A_TIME):
        # By whoever is signed in, and not by how they stood: a role may be taken away while a file is fetched.
        names = names_of(list_records([row.child for row in rows], by=request.user, page="waiting: download"))
        for row in rows:
            yield writer.writerow([harmless(cell) for cell in _cells(row, names)])
        start += AT_A_TIME


def _cells(row: WaitingRow, names: dict[int, str]) -> list[object]:
    due = row.due
    return [
        names[row.child.pk],
        age_words(row.child, today()),
        row.status.word if row.status else "",
        row.clock.what,
        due.due_at.isoformat() if due.due_at else due.due_on.isoformat(),
        row.local_when.isoformat() if row.local_when else "",
        due.plan_by.isoformat(),
        row.over,
        f"{row.over_unit}s",
        "yes" if row.late else "no",
        "yes" if row.past_ours else "no",
        row.holder.words if row.holder else "",
        row.holder.team if row.holder else "",
        AUTHORITIES[due.authority],
        row.counted,
        due.row_id,
        str(due.source) if due.source_id else "recorded here",
        due.judged_at.isoformat() if due.judged_at else "",
        "; ".join(f"{note.get_kind_display()} {note.on or ''} {note.words}".strip() for note in row.notes),
    ]


def sheet(request: HttpRequest) -> HttpResponse:
    """The list as a sheet to print, at most 500 rows, and it says so where there are more."""
    filters, reader = read(request.GET), reader_of_children(request.user)
    in_use = chosen(filters, choices(reader), request.user)
    rows = waiting_rows(filters, by=reader, stop=SHEET_LIMIT)
    children = list_records([row.child for row in rows], by=reader, page="waiting: sheet")
    context = {
        "as_at": now(),
        "lines": [line(row) for row in rows],
        "names": names_of(children),
        "warned": warned_of([each.pk for each in children]),
        "total": count_waiting(filters, by=reader),
        "chosen": [words for words, _name in in_use],
        "council": settings.COUNCIL_NAME,
    }
    return render(request, "waiting/sheet.jinja", context)
