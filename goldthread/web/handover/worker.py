"""One worker's children: held for how long, who came and went on. Seen by the worker, and by who manages them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.practice.doors import RecordNotFound, list_records, reader_of_children
from goldthread.practice.handing_over.of_worker import continuity_of_worker
from goldthread.practice.moment import now
from goldthread.practice.naming import names_of
from goldthread.practice.standing import Standing
from goldthread.practice.supervising.line import workers_of
from goldthread.record.models import Worker


def worker(request: HttpRequest, number: int) -> HttpResponse:
    """The continuity of one worker's children, by the worker's number."""
    reader = reader_of_children(request.user)
    found = _theirs(number, reader)
    said = continuity_of_worker(found, by=reader)
    keys = said.children
    shown = list_records(keys, by=reader, page="a worker's children") if keys else []
    names, numbers = names_of(shown), {each.pk: each.public_id for each in shown}
    context: dict[str, Any] = {
        "as_at": now(),
        "worker": found,
        "own": _own(reader) == found.pk,
        "found": said,
        "names": names,
        "numbers": numbers,
        "again": sum(bool(each.again) for each in said.came),
    }
    return render(request, "handover/worker.jinja", context)


def _own(reader: Standing) -> int | None:
    return reader.works[0].worker if reader.works else None


def _theirs(number: int, reader: Standing) -> Worker:
    """A worker whom the reader is or manages. Raises RecordNotFound for anybody else."""
    found = Worker.unwithdrawn.filter(pk=number).first()
    if found is None or (number != _own(reader) and not workers_of(reader).filter(pk=number).exists()):
        raise RecordNotFound
    return found
