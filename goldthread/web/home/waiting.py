"""What waits for the reader of one kind: the children whom it is about, the longest waiting first."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldthread.practice.doors import list_records, reader_of_children
from goldthread.practice.holding import holder_of_many
from goldthread.practice.homes.wanting import KINDS, waiting_of_kind
from goldthread.practice.moment import LONDON, now, today
from goldthread.practice.naming import age_words, names_of
from goldthread.web.home.places import LISTS, row_address

PAGE_SIZE = 50


def waiting(request: HttpRequest, kind: str) -> HttpResponse:
    """The list, one line a row."""
    if kind not in KINDS:
        raise Http404("Nothing of that kind can wait for anybody.")
    reader = reader_of_children(request.user)
    if kind in LISTS:
        return redirect(LISTS[kind])
    found = waiting_of_kind(reader, kind)
    rows: Any = found.rows.select_related("child") if found is not None and found.rows is not None else []
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    children = list_records([row.child for row in shown], by=reader, page=f"waiting for me: {kind}")
    names, holders = names_of(children), holder_of_many([child.pk for child in children], today())
    lines = []
    for row, child in zip(shown, children, strict=True):
        since = getattr(row, found.day) if found is not None else None
        lines.append(
            {
                "name": names[child.pk],
                "age": age_words(child, today()),
                "href": row_address(kind, row),
                "since": since.astimezone(LONDON).date() if isinstance(since, datetime) else since,
                "holder": holders[child.pk],
            }
        )
    heading = found.words if found is not None else "Nothing of this kind waits for you"
    return render(
        request, "home/waiting.jinja", {"as_at": now(), "page": page, "lines": lines, "heading": heading}
    )
