"""A child's family on one page: the picture, the same as a table, and every other name."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.practice.access import may_record
from goldthread.practice.disclosure import on_screen
from goldthread.practice.doors import open_record, reader_of
from goldthread.practice.family import family_of
from goldthread.practice.genogram import BOX, genogram_of
from goldthread.practice.moment import now, today
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.standing import standing_of
from goldthread.record.models import OtherName


def family(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Everybody related to a child, as a genogram and as its table twin, with their other names."""
    reader = standing_of(reader_of(request.user))
    child = open_record(public_id, by=reader, page="child: family")
    knowing = on_screen(child, by=reader)
    members = family_of(child, by=reader)
    name = names_of([child])[child.pk]
    other = OtherName.unwithdrawn.filter(child=child).select_related("person").order_by("person_id", "pk")
    context = {
        "as_at": now(),
        "child": child,
        "name": name,
        "age": age_words(child, today()),
        "members": members,
        "genogram": genogram_of(child, members, name),
        "box": BOX,
        "other_names": other,
        "records": bool(may_record(reader, [child.pk])),
        "knowing": knowing,
    }
    return render(request, "child/family.jinja", context)
