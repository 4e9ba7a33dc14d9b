"""Opening one row of a child's record to read it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.practice.access import may_record
from goldthread.practice.checking import may_be_changed
from goldthread.practice.disclosure import on_screen
from goldthread.practice.doors import open_record, reader_of
from goldthread.practice.entries import entry_of
from goldthread.practice.moment import now
from goldthread.practice.naming import names_of
from goldthread.practice.precautions import precautions_of
from goldthread.practice.standing import standing_of
from goldthread.web.recording.page import At


def read(
    request: HttpRequest, public_id: UUID, table: str, number: int, page: str, template: str, more: Callable[[At], dict[str, Any]]
) -> HttpResponse:  # fmt: skip
    """Show one row. Raises RecordNotFound where the record, or the row in it, is not there or not theirs."""
    account = reader_of(request.user)
    standing = standing_of(account)
    child = open_record(public_id, by=standing, page=page)
    knowing = on_screen(child, by=standing)
    row = entry_of(child, table, number, knowing)
    at = At(child, account, standing, row, knowing)
    context = {
        "as_at": now(), "child": child, "name": names_of([child])[child.pk], "row": row, "table": table, "knowing": knowing,
        "precautions": precautions_of(child), "may": bool(may_record(standing, [child.pk])) and may_be_changed(row), **more(at),
    }  # fmt: skip
    return render(request, template, context)
