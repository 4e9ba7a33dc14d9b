"""Whom a contact is about: finding the child while the telephone is still in the hand."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldthread.practice.doors import (
    RecordNotFound,
    list_children_beyond,
    list_records,
    reader_of,
    reader_of_children,
)
from goldthread.practice.duplicates import sounding_alike
from goldthread.practice.family import family_of
from goldthread.practice.finding import find_beyond, find_children
from goldthread.practice.holding import holder_of_many
from goldthread.practice.moment import now, today
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.recording import open_for_contact
from goldthread.practice.standing import Standing
from goldthread.practice.statuses import main_status_of_many
from goldthread.practice.together import SIBLINGS
from goldthread.record.models import Child

SOUGHT = "front_door_sought"
WHY = "Taking a contact at the front door"
PAGE = "front door: search"
SOUNDS = "a name that sounds alike"
MOST = 12
SHORTEST = 2


def who(request: HttpRequest) -> HttpResponse:
    """Search, and choose the child or say that it is nobody known. What is sought stays out of the address."""
    reader = _taking(request)
    if request.method == "POST" and "child" in request.POST:
        return _chosen(request, reader)
    if request.method == "POST":
        request.session[SOUGHT] = request.POST.get("search", "")[:100]
        return redirect(reverse("front_door:who") + "?found=yes")
    words = request.session.get(SOUGHT, "") if "found" in request.GET else ""
    context = {"as_at": now(), "words": words, **_found(words, reader)}
    return render(request, "front_door/who.jinja", context)


def found(request: HttpRequest) -> HttpResponse:
    """The children whom the words fit, as a part of the page that asks while somebody types."""
    reader = _taking(request)
    words = request.POST.get("search", "")[:100]
    request.session[SOUGHT] = words
    return render(request, "front_door/found.jinja", {"words": words, **_found(words, reader)})


def _taking(request: HttpRequest) -> Standing:
    reader = reader_of_children(request.user)
    if not reader.role.takes_contacts:
        raise RecordNotFound
    return reader


def _found(words: str, reader: Standing) -> dict[str, Any]:
    """Those of the reader's work first, then anybody else of the authority, then names that sound alike."""
    if len(words.strip()) < SHORTEST:
        return {"lines": [], "sought": False}
    ours = list_records(list(find_children(words, by=reader)[:MOST]), by=reader, page=PAGE)
    known = {child.pk for child in ours}
    beyond = [child for child in find_beyond(words, by=reader)[: 2 * MOST] if child.pk not in known][:MOST]
    why = dict.fromkeys(known, "") | {child.pk: "" for child in beyond}
    if len(ours) + len(beyond) < MOST // 2:
        for each in sounding_alike(words, by=reader):
            if each.pk not in why:
                why[each.pk] = SOUNDS
                beyond.append(each)
    if beyond:
        beyond = list_children_beyond(beyond, by=reader, page=PAGE, why=WHY)
    return {"lines": _lines([*ours, *beyond], why), "sought": True}


def _lines(children: list[Child], why: dict[int, str]) -> list[dict[str, Any]]:
    keys = [child.pk for child in children]
    names, holders, statuses = (
        names_of(children),
        holder_of_many(keys, today()),
        main_status_of_many(keys, today()),
    )
    return [
        {
            "child": child,
            "name": names[child.pk],
            "age": age_words(child, today()),
            "status": statuses.get(child.pk),
            "holder": holders[child.pk],
            "why": why.get(child.pk, ""),
        }
        for child in children
    ]


def _chosen(request: HttpRequest, reader: Standing) -> HttpResponse:
    """Open the record of the child, and those of brothers and sisters, for the contact."""
    try:
        number = UUID(request.POST["child"])
    except ValueError as fault:
        raise RecordNotFound from fault
    account = reader_of(request.user)
    (child,) = open_for_contact(by=account, known=[number])
    kin = family_of(child, by=reader)
    siblings = [
        each.public_id
        for each in kin
        if each.public_id is not None and each.what.replace(" ", "-") in SIBLINGS
    ]
    open_for_contact(by=account, known=siblings)
    messages.info(request, "That you opened this record for a contact is written down.")
    return redirect("contact:take", number)
