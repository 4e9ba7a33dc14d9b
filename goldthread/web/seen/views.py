"""Who has seen a child's record: as a page, and as a file for a person asking."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone

from goldthread.practice.doors import open_record
from goldthread.practice.moment import LONDON, now
from goldthread.practice.naming import names_of
from goldthread.practice.seen import name_of, pages_seen, people_who_saw, reads_of
from goldthread.practice.spreadsheets import harmless
from goldthread.record.models import Child, ReadLog
from goldthread.web.accounts.step_up import step_up
from goldthread.web.design_system.links import query_without
from goldthread.web.seen.filters import HOW, REASONS, chosen, page_words, read

PAGE_SIZE = 50
AT_A_TIME = 1_000
HEADINGS = ("Day", "Time", "Who", "What they did", "On which page", "Reason given")


def seen(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The page, newest first. Looking at it is itself written down, and so stands first on it."""
    child = open_record(public_id, by=request.user, page="who has seen")
    filters = read(request.GET, timezone.localdate())
    people = people_who_saw(child)
    page = Paginator(reads_of(child, filters), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "as_at": now(),
        "child": child,
        "name": names_of([child])[child.pk],
        "page": page,
        "rows": [_said(each) for each in page.object_list],
        "filters": filters,
        "people": [("", "Everybody"), *people],
        "pages": [
            ("", "Every page"),
            *((each, page_words(each).capitalize()) for each in pages_seen(child) if each),
        ],
        "reasons": REASONS,
        "how": HOW,
        "chosen": [(words, query_without(request, name)) for words, name in chosen(filters, people)],
    }
    return render(request, "seen/list.jinja", context)


@step_up
def download(request: HttpRequest, public_id: UUID) -> StreamingHttpResponse:
    """What the page lists, as a CSV file; that it was taken is written down first."""
    child = open_record(
        public_id,
        by=request.user,
        page="who has seen: download",
        why="A list of who looked, for whoever asked for it",
    )
    response = StreamingHttpResponse(_lines(request, child), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = (
        f'attachment; filename="who-looked-{timezone.localdate().isoformat()}.csv"'
    )
    return response


def _lines(request: HttpRequest, child: Child) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow(HEADINGS)  # Excel reads the file as UTF-8 only with the mark
    reads = reads_of(child, read(request.GET, timezone.localdate()))
    for each in reads.iterator(chunk_size=AT_A_TIME):
        said = _said(each)
        at = each.at.astimezone(LONDON)
        cells = (f"{at:%Y-%m-%d}", f"{at:%H:%M}", said["who"], said["did"], said["page"], each.why)
        yield writer.writerow([harmless(cell) for cell in cells])


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text


def _said(each: ReadLog) -> dict[str, object]:
    """One read in words."""
    return {
        "read": each,
        "who": name_of(each.account),
        "did": "saw the child in a list" if each.child_id is None else "opened the record",
        "page": page_words(each.page),
    }
