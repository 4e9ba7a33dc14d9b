"""Who has seen a child's record: as a page, and as a file for a person asking."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone

from goldthread.practice.disclosure import WITHHELD, Knowing, may_know, on_screen
from goldthread.practice.doors import open_record, reader_of
from goldthread.practice.moment import LONDON, now
from goldthread.practice.naming import names_of
from goldthread.practice.recipients import recipient_of, recipients_of
from goldthread.practice.seen import SeenFilters, name_of, pages_seen, people_who_saw, reads_of
from goldthread.practice.spreadsheets import harmless
from goldthread.record.models import Child, ReadLog
from goldthread.web.accounts.step_up import step_up
from goldthread.web.design_system.links import query_without
from goldthread.web.seen.filters import CHILDS_PAGE, HOW, OF_PRECAUTIONS, REASONS, chosen, page_words, read

PAGE_SIZE = 50
AT_A_TIME = 1_000
HEADINGS = ("Day", "Time", "Who", "What they did", "On which page", "Reason given")


def seen(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The page, newest first. Looking at it is itself written down, and so stands first on it."""
    child = open_record(public_id, by=request.user, page="who has seen")
    filters, knowing = read(request.GET, timezone.localdate()), on_screen(child, by=reader_of(request.user))
    people = people_who_saw(child)
    page = Paginator(reads_of(child, filters), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "as_at": now(),
        "child": child,
        "name": names_of([child])[child.pk],
        "page": page,
        "rows": [_said(each, knowing) for each in page.object_list],
        "recipients": recipients_of(child),
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
    """What the page lists, as a CSV file for one recipient; that it was taken, with how many rows, is written down first.

    From whom something is hidden, the reasons given are withheld whole: no machine can tell what they give away.
    """
    filters = read(request.GET, timezone.localdate())
    until = ReadLog.objects.aggregate(last=Max("pk"))["last"] or 0
    child = open_record(
        public_id,
        by=request.user,
        page="who has seen: download",
        why="A list of who looked, for whoever asked for it",
        rows=lambda child: _reads(child, filters, until).count(),
    )
    recipient, _words = recipient_of(child, request.GET.get("for", ""))
    response = StreamingHttpResponse(
        _lines(_reads(child, filters, until), may_know(recipient, child)),
        content_type="text/csv; charset=utf-8",
    )
    response["Content-Disposition"] = (
        f'attachment; filename="who-looked-{timezone.localdate().isoformat()}.csv"'
    )
    return response


def _reads(child: Child, filters: SeenFilters, until: int) -> QuerySet[ReadLog]:
    """What the file holds: the reads up to the one that makes it, which stands on the page and in the next file."""
    return reads_of(child, filters).filter(pk__lte=until)


def _lines(reads: QuerySet[ReadLog], knowing: Knowing) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow(HEADINGS)  # Excel reads the file as UTF-8 only with the mark
    for each in reads.iterator(chunk_size=AT_A_TIME):
        said = _said(each, knowing)
        at = each.at.astimezone(LONDON)
        why = each.why if knowing.complete or not each.why else WITHHELD
        cells = (f"{at:%Y-%m-%d}", f"{at:%H:%M}", said["who"], said["did"], said["page"], why)
        yield writer.writerow([harmless(cell) for cell in cells])


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text


def _said(each: ReadLog, knowing: Knowing) -> dict[str, object]:
    """One read in words. Outside, that a precaution was looked at is told as the child's page, for it would tell of one."""
    page = CHILDS_PAGE if knowing.outside and each.page in OF_PRECAUTIONS else each.page
    return {
        "why": knowing.words(each.why),
        "read": each,
        "who": name_of(each.account),
        "did": "saw the child in a list" if each.child_id is None else "opened the record",
        "page": page_words(page),
    }
