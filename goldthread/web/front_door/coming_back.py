"""Who was referred again within a year, by why the work before had ended and whose decision ended it."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from goldthread.practice.coming_back import Line, came_back, reason_words
from goldthread.practice.doors import list_records, reader_of_children
from goldthread.practice.moment import today
from goldthread.practice.naming import age_words, names_of
from goldthread.web.design_system.links import query_with, query_without

PAGE_SIZE = 50


@require_safe
def coming_back(request: HttpRequest) -> HttpResponse:
    """The counts, and the children behind them."""
    reader = reader_of_children(request.user)
    found = came_back(reader)
    why, whose = request.GET.get("why", ""), request.GET.get("whose", "")
    rows = [
        each
        for each in found.rows
        if (not why or each.ending.reason == why) and (not whose or each.whose == whose)
    ]
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    keys = list(dict.fromkeys(each.child for each in page.object_list))
    children = {each.pk: each for each in list_records(keys, by=reader, page="front door: coming back")}
    names = names_of(list(children.values()))
    managers = {line.key: line.words for line in found.by_manager}
    context = {
        "as_at": found.counted_at,
        "found": found,
        "ended_known": reader.whole or reader.role.lists_all,
        "reasons": _lines(request, found.by_reason, "why"),
        "managers": _lines(request, found.by_manager, "whose"),
        "chosen": [
            (words, query_without(request, name))
            for name, words in (("why", reason_words(why) if why else ""), ("whose", managers.get(whose, "")))
            if words
        ],
        "page": page,
        "lines": [
            {
                "name": names[each.child],
                "age": age_words(children[each.child], today()),
                "href": reverse("child:page", args=[children[each.child].public_id]),
                "on": each.on,
                "ended_on": each.ending.on,
                "why": reason_words(each.ending.reason),
                "whose": managers[each.whose],
            }
            for each in page.object_list
        ],
    }
    return render(request, "front_door/coming_back.jinja", context)


def _lines(request: HttpRequest, several: tuple[Line, ...], name: str) -> list[dict[str, object]]:
    return [
        {
            "words": each.words,
            "href": query_with(request, **{name: each.key, "page": None}) + "#children" if each.again else "",
            "again": each.again,
            "ended": each.ended,
        }
        for each in several
    ]
