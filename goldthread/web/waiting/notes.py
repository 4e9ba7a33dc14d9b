"""What a person says of one row: booked for, why late, done and not written up yet."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from goldthread.practice.disclosure import on_screen
from goldthread.practice.doors import NOBODY, open_record, reader_of
from goldthread.practice.moment import now
from goldthread.practice.naming import names_of
from goldthread.practice.waiting import add_note, end_note
from goldthread.practice.waiting.notes import NoteRefused
from goldthread.practice.waiting.rows import row_of
from goldthread.record.models import Due, DueNote
from goldthread.web.design_system.fields import DateField
from goldthread.web.drafts.keeping import BACK, keeps
from goldthread.web.waiting.views import line


class NoteForm(forms.Form):
    """One thing said of a duty."""

    kind = forms.ChoiceField(
        label="What do you want to say?",
        choices=[(value, words) for value, words in DueNote.KINDS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you want to say."},
    )
    on = DateField(
        called="the day",
        label="Which day?",
        required=False,
        help_text="The day it is booked for, or on which it was done. Not needed for why it is late.",
    )
    words = forms.CharField(
        label="In your words",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Needed for why it is late. The child may one day read it.",
    )


def say(request: HttpRequest, public_id: UUID, clock: str, start_row: int, link: int) -> HttpResponse:
    """The form, and what was said before."""
    child = open_record(public_id, by=request.user, page="waiting: say")
    due = Due.objects.filter(child=child, clock=clock, start_row=start_row, link=link).first()
    if due is None:
        raise Http404("That duty is not open any more.")
    form = keeps(NoteForm(request.POST or None), request)
    if request.method == "POST" and form.is_valid():
        try:
            add_note(due=due, by=reader_of(request.user), **form.cleaned_data)
        except NoteRefused as fault:
            form.add_error("words" if form.cleaned_data["kind"] == "why-late" else "on", str(fault))
        else:
            messages.success(
                request, "Said. A note stops no clock: it stays on the list until it is recorded as done."
            )
            return redirect(reverse("waiting:list") + _filters(request))
    context: dict[str, Any] = {
        "as_at": now(),
        "child": child,
        "name": names_of([child])[child.pk],
        "form": form,
        "line": line(row_of(due)),
        "notes": list(
            DueNote.objects.filter(child=child, clock=clock, start_row=start_row, link=link)
            .select_related("by")
            .order_by("-at", "-pk")
        ),
    }
    knowing = on_screen(child, by=reader_of(request.user))
    for note in context["notes"]:
        note.words = knowing.words(note.words)
    return render(request, "waiting/say.jinja", context, status=422 if form.errors else 200)


def _filters(request: HttpRequest) -> str:
    """The list's filters, with which the form was opened, to go back to."""
    filters = request.GET.copy()
    filters.pop(BACK, None)
    return f"?{filters.urlencode()}" if filters else ""


@require_POST
def end(request: HttpRequest, note_id: int) -> HttpResponse:
    """Take back what was said."""
    note = DueNote.objects.select_related("child").filter(pk=note_id, ended_at__isnull=True).first()
    open_record(note.child.public_id if note else NOBODY, by=request.user, page="waiting: say")
    assert note is not None  # nobody has no record
    end_note(note=note, by=reader_of(request.user))
    messages.success(request, "Taken back.")
    return redirect(
        reverse("waiting:say", args=[note.child.public_id, note.clock, note.start_row, note.link])
    )
