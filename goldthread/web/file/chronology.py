"""The chronology: what matters of all that happened, chosen out of the timeline with why it matters."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from goldthread.practice.access import may_record
from goldthread.practice.disclosure import on_screen
from goldthread.practice.doors import RecordNotFound, open_record, reader_of
from goldthread.practice.entries import entry_of
from goldthread.practice.moment import now, today
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.recording import add_to_chronology
from goldthread.practice.standing import standing_of
from goldthread.practice.timeline import Entry, timeline
from goldthread.record.models import ChronologyEntry
from goldthread.web.access.forms import WhyField
from goldthread.web.design_system.fields import DateField
from goldthread.web.recording.menu import address_of
from goldthread.web.recording.page import At, Page, RecordForm, record

LIST = "child: chronology"
AT_A_TIME = 100
NOT_CHOSEN = frozenset({"chronology_entries"})


def chronology(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What was chosen, the oldest first, each with why it matters; made to be printed."""
    standing = standing_of(reader_of(request.user))
    child = open_record(public_id, by=standing, page=LIST)
    knowing = on_screen(child, by=standing)
    found = ChronologyEntry.unwithdrawn.filter(child=child).select_related("recorded_by__worker")
    rows = [
        {
            "row": each,
            "words": knowing.words(each.words),
            "why": knowing.words(each.why_it_matters),
            "href": address_of(child, each.about_table, each.about_row)
            if each.about_table and each.about_row
            else "",
            "own": reverse("recording:entry", args=[child.public_id, "chronology_entries", each.pk]),
        }
        for each in found.order_by("happened_on", "pk")
    ]
    context = {
        "as_at": now(),
        "child": child,
        "name": names_of([child])[child.pk],
        "age": age_words(child, today()),
        "rows": rows,
        "may": bool(may_record(standing, [child.pk])),
    }
    return render(request, "file/chronology.jinja", context)


def choose(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The timeline, each entry with a way to choose it; what is chosen already says so."""
    standing = standing_of(reader_of(request.user))
    child = open_record(public_id, by=standing, page=LIST)
    if not may_record(standing, [child.pk]):
        raise RecordNotFound
    knowing = on_screen(child, by=standing)
    chosen = set(
        ChronologyEntry.unwithdrawn.filter(child=child).values_list("about_table", "about_row", "happened_on")
    )
    everything = request.GET.get("timeline") == "all"
    entries = [
        each
        for each in timeline(child, max(today(), timezone.localdate()), knowing)
        if not each.withdrawn and each.table not in NOT_CHOSEN
    ]
    rows = [
        {
            "entry": each,
            "chosen": (each.table, each.row, each.day) in chosen,
            "href": reverse("file:add_entry", args=[child.public_id, each.table, each.row, each.column]),
        }
        for each in (entries if everything else entries[:AT_A_TIME])
    ]
    context = {
        "as_at": now(),
        "child": child,
        "name": names_of([child])[child.pk],
        "rows": rows,
        "count": len(entries),
    }
    return render(request, "file/choose.jinja", context)


class ChosenForm(RecordForm):
    """What happened, and why it matters."""

    happened_on = DateField(called="the day it happened", label="When did it happen?")
    words = forms.CharField(
        label="What happened?", max_length=2_000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="So that somebody who has never met the child understands it.",
        error_messages={"required": "Say what happened"},
    )  # fmt: skip
    why_it_matters = WhyField("Why does it matter for this child?", "What it changed, showed or began.")

    def prepare(self) -> None:
        """Nothing that has not happened is chosen."""
        day = self.fields["happened_on"]
        assert isinstance(day, DateField)
        day.not_after = today()


def _to_the_list(at: At, _result: Any) -> str:
    return reverse("file:chronology", args=[at.child.public_id])


def add(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Put something into the chronology that is no entry of the record, such as what happened elsewhere."""
    page = Page(
        name=LIST, heading="Add to the chronology", form=ChosenForm, deed=add_to_chronology,
        done="It stands in the chronology.", then=_to_the_list,
    )  # fmt: skip
    return record(request, public_id, page=page)


def add_entry(request: HttpRequest, public_id: UUID, table: str, number: int, column: str) -> HttpResponse:
    """Choose one entry of the timeline, and say why it matters."""

    def of_timeline(at: At) -> Entry:
        """The entry as its reader may know it."""
        if table != "children":
            entry_of(at.child, table, number, at.knowing)
        for each in timeline(at.child, max(today(), timezone.localdate()), at.knowing):
            if (each.table, each.row, each.column) == (table, number, column):
                return each
        raise RecordNotFound

    def values(at: At) -> dict[str, Any]:
        found = of_timeline(at)
        return {
            "happened_on": found.day,
            "words": ". ".join(each for each in (found.title, found.details) if each),
        }

    page = Page(
        name=LIST, heading="Choose for the chronology", form=ChosenForm, deed=add_to_chronology,
        done="It stands in the chronology.", then=_to_the_list, values=values,
        keywords=lambda said: {**said, "about_table": table, "about_row": number},
    )  # fmt: skip
    return record(request, public_id, page=page)
