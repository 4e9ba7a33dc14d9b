"""One assessment to read, and beside the one before it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.practice.access import may_record
from goldthread.practice.assessing import sections_of, why_not_authorise
from goldthread.practice.disclosure import on_screen
from goldthread.practice.doors import RecordNotFound, open_record, reader_of
from goldthread.practice.entries import entry_of
from goldthread.practice.moment import now, today
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.precautions import precautions_of
from goldthread.practice.standing import standing_of
from goldthread.web.assessment.about import about

PAGE = "child: assessment"


def assessment(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """The whole of an assessment, what it lacks, and what is next."""
    account = reader_of(request.user)
    reader = standing_of(account)
    child = open_record(public_id, by=reader, page=PAGE)
    knowing = on_screen(child, by=reader)
    row = entry_of(child, "assessments", number, knowing)
    context = {
        "as_at": now(),
        "child": child,
        "name": names_of([child])[child.pk],
        "age": age_words(child, today()),
        "precautions": precautions_of(child),
        "knowing": knowing,
        "records": bool(may_record(reader, [child.pk])),
        "manages": reader.role.arranges,
        "may_not": why_not_authorise(row, account) if reader.role.arranges else "",
        **about(row),
    }
    return render(request, "assessment/page.jinja", context)


def beside(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """An assessment and the one before it, section by section, side by side."""
    reader = standing_of(reader_of(request.user))
    child = open_record(public_id, by=reader, page=PAGE)
    knowing = on_screen(child, by=reader)
    row = entry_of(child, "assessments", number, knowing)
    told = about(row)
    if told["before"] is None:
        raise RecordNotFound
    earlier = {each.section.word: each for each in sections_of(told["before"])}
    context = {
        "as_at": now(),
        "child": child,
        "name": names_of([child])[child.pk],
        "age": age_words(child, today()),
        "knowing": knowing,
        "assessment": row,
        "before": told["before"],
        "pairs": [(each, earlier.pop(each.section.word, None)) for each in told["written_sections"]],
        "gone": [each for each in earlier.values() if each.words],
    }
    return render(request, "assessment/beside.jinja", context)
