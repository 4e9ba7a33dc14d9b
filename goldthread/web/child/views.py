"""A child: who they are, where they stand with us, what has happened and what is due; and finding one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from goldthread.practice.access import may_list, may_record
from goldthread.practice.closing import last_closing, open_help
from goldthread.practice.disclosure import on_screen
from goldthread.practice.doors import list_records, open_record, reader_of, reader_of_children
from goldthread.practice.duplicates import sounding_alike
from goldthread.practice.escalating.seeing import open_escalations_of
from goldthread.practice.family import family_of
from goldthread.practice.finding import find_children
from goldthread.practice.holding import allocation_history, holder_of_many
from goldthread.practice.identity import may_be_given
from goldthread.practice.moment import now, today
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.overseeing import days_allowed, last_overseen, said_of_overseen
from goldthread.practice.precautions import people_of, precautions_of, titles_of_many
from goldthread.practice.restricting import is_restricted, restriction_guarded_by
from goldthread.practice.retaining import held_of, kept_of
from goldthread.practice.standing import Standing, standing_of
from goldthread.practice.statuses import main_status_of_many, statuses_of
from goldthread.practice.story import story_of
from goldthread.practice.supervising.deciding import awaiting_review
from goldthread.practice.supervising.directions import open_directions
from goldthread.practice.timeline import timeline
from goldthread.record.models import (
    Address,
    Child,
    Decision,
    Disability,
    Identifier,
    LeadPractitioner,
    Rejected,
)
from goldthread.rulebook.codes import code_set
from goldthread.rulebook.escalation import THEMES
from goldthread.web.child.checks import said_of
from goldthread.web.child.dues import due_of
from goldthread.web.child.story import coming_of, items_of, next_due
from goldthread.web.recording.menu import address_of, menu_of
from goldthread.web.retention.parts import kept_words

PAGE_SIZE = 50
ENTRIES = 100
LOOKED_FOR = "looked_for"

SCHEMES = {
    "la_child_id": "The authority's number",
    "upn": "Unique pupil number",
    "former_upn": "Former pupil number",
    "upn_unknown": "No pupil number",
    "mis_child_id": "Case system's number",
}


def children(request: HttpRequest) -> HttpResponse:
    """Finding a child; without a search, everybody whom the reader may list, by family name.

    What is looked for is a name or a number, and stays out of the address: it is posted and kept with the session.
    """
    if request.method == "POST":
        request.session[LOOKED_FOR] = request.POST.get("search", "")[:100]
        return redirect(reverse("child:list") + ("?found=yes" if request.session[LOOKED_FOR] else ""))
    words = request.session.get(LOOKED_FOR, "") if "found" in request.GET else ""
    reader = reader_of_children(request.user)
    page = Paginator(find_children(words, by=reader), PAGE_SIZE).get_page(request.GET.get("page"))
    alike = [] if page.paginator.count else _sounding_alike(words, reader)
    shown = list_records([*page.object_list, *alike], by=reader, page="children")
    keys = [each.pk for each in shown]
    holders, statuses, names = (
        holder_of_many(keys, today()),
        main_status_of_many(keys, today()),
        names_of(shown),
    )
    overseen = said_of_overseen(keys)
    rows = [
        {
            "overseen": overseen[each.pk],
            "child": each,
            "name": names[each.pk],
            "age": age_words(each, today()),
            "status": statuses.get(each.pk),
            "holder": holders[each.pk],
        }
        for each in shown
    ]
    context = {
        "as_at": now(),
        "words": words,
        "page": page,
        "rows": rows,
        "asks": reader.role.asks,
        "alike": bool(alike),
    }
    return render(request, "child/list.jinja", context)


def _sounding_alike(words: str, reader: Standing) -> list[Child]:
    """Where nothing fits what was typed: children of the reader's own work whose names sound like it."""
    found = sounding_alike(words, by=reader)
    listed = set(may_list(reader).filter(pk__in=[each.pk for each in found]).values_list("pk", flat=True))
    return [each for each in found if each.pk in listed]


def child(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One child's record."""
    account = reader_of(request.user)
    reader = standing_of(account)
    found = open_record(public_id, by=reader, page="child")
    day = today()
    knowing = on_screen(found, by=reader)
    entries = timeline(found, max(day, timezone.localdate()), knowing)
    family, precautions = family_of(found, by=reader), precautions_of(found)
    everything = request.GET.get("timeline") == "all"
    holder = holder_of_many([found.pk], day)[found.pk]
    statuses = statuses_of(found, day)
    due = due_of(found, holder, statuses[0])
    kept = kept_of(found)
    restricted = is_restricted(found)
    records = bool(may_record(reader, [found.pk]))
    context = {
        "as_at": now(),
        "child": found,
        "name": names_of([found])[found.pk],
        "age": age_words(found, day),
        "facts": _facts(found),
        "numbers": _numbers(found),
        "statuses": statuses,
        "holder": holder,
        "held": allocation_history(found, day),
        "overseen": last_overseen(found),
        "overseen_long": days_allowed(),
        "directed": open_directions(found),
        "to_review": list(awaiting_review(Decision.unwithdrawn.filter(child=found))),
        "escalated": open_escalations_of(found, reader),
        "themes": THEMES,
        "withheld_words": knowing.words,
        "leads": list(LeadPractitioner.unwithdrawn.filter(child=found, ended_on=None).order_by("kind", "pk")),
        "family": family,
        "precautions": precautions,
        "of_person": people_of(precautions),
        "of_child": titles_of_many([each.child_id for each in family if each.child_id is not None]),
        "addresses": [
            (each, knowing.withholds_place(each))
            for each in Address.unwithdrawn.filter(child=found).order_by("-began_on", "-pk")
        ],
        "withheld": not knowing.complete,
        "gives_identity": may_be_given(found, account),
        "due": due,
        "story": story_of(found, day, knowing, due=coming_of(due)),
        "records": records,
        "address_of": address_of,
        "helped": open_help(found) if records and reader.role.arranges else [],
        "closing": last_closing(found),
        "said": said_of(found),
        "kept": kept_words(kept),
        "kept_as": kept.rule.what,
        "held_by_law": bool(held_of([found.pk])),
        "adds": menu_of(found) if records else [],
        "restricted": restricted,
        "restricts": restriction_guarded_by(found, account) is not None
        if restricted
        else reader.role.arranges,
        "entries": next_due(due.coming) + items_of(entries if everything else entries[:ENTRIES], found),
        "shown": len(entries) if everything else min(len(entries), ENTRIES),
        "count": len(entries),
        "sources": sorted({entry.source for entry in entries}),
        "gaps": [
            (gap, knowing.cell(gap.column, gap.found))
            for gap in Rejected.objects.filter(child=found, resolved_at__isnull=True)
            .select_related("source")
            .order_by("-pk")
        ],
    }
    return render(request, "child/page.jinja", context)


def _facts(child: Child) -> list[str]:
    """The line under the name."""
    facts = []
    if child.sex:
        facts.append(code_set("sex").label(child.sex).capitalize())
    if child.ethnicity:
        facts.append(code_set("ethnicity").label(child.ethnicity))
    if child.first_language:
        facts.append(f"Speaks {child.first_language}")
    if child.disabled == "yes":
        kinds = Disability.unwithdrawn.filter(child=child).exclude(kind="NONE").values_list("kind", flat=True)
        words = ", ".join(sorted({code_set("disability").label(kind).lower() for kind in kinds}))
        facts.append(f"Disabled: {words}" if words else "Disabled")
    elif child.disabled == "unknown":
        facts.append("Disability not recorded")
    if child.asylum_seeking:
        facts.append("Unaccompanied asylum-seeking child")
    return facts


def _numbers(child: Child) -> list[tuple[str, str]]:
    found: list[tuple[str, Any]] = []
    for each in Identifier.unwithdrawn.filter(child=child).order_by("scheme", "pk"):
        value = each.value
        if each.scheme == "upn_unknown":
            value = f"{code_set('upn_unknown_cin').label(value)} ({value})"
        found.append((SCHEMES[each.scheme], f"{value} ({each.authority})" if each.authority else value))
    return list(dict.fromkeys(found))
