"""Writing a note, for one child or for brothers and sisters at once, and a further note that puts one right."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from goldthread.practice.moment import today
from goldthread.practice.recording import write_note
from goldthread.practice.visiting import writes_for
from goldthread.record.models import Account, CaseNote
from goldthread.web.design_system.fields import DateField, TimeOfDay
from goldthread.web.recording.page import At, Page, RecordForm, record
from goldthread.web.visit.forms import prefix_of

KINDS = {
    "telephone": "A telephone call",
    "meeting": "A meeting",
    "message": "A letter, an email or a message",
    "conversation": "A conversation",
    "observation": "Something seen",
    "other": "Something else",
}
LONGEST = 20_000
SHOWN = 5


class FurtherForm(RecordForm):
    """A note of one child."""

    kind = forms.ChoiceField(
        label="What is it a note of?", choices=[("", "Choose"), *KINDS.items()],
        error_messages={"required": "Choose what it is a note of"},
    )  # fmt: skip
    about = forms.CharField(
        label="What is it about, in a line?", max_length=200, error_messages={"required": "Say in a line what it is about"}
    )  # fmt: skip
    words = forms.CharField(
        label="What happened?", max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 7}),
        help_text="The child may one day read it. A note is never edited: a further note puts it right.",
        error_messages={"required": "Write what happened"},
    )  # fmt: skip
    happened_on = DateField(called="the day", label="On which day was it?")
    happened_at = TimeOfDay("Time, if you know it", "", required=False)
    by_worker = forms.TypedChoiceField(
        label="Whose note is it?", error_messages={"required": "Choose whose note it is"}, coerce=int
    )

    def prepare(self) -> None:
        """Nothing is noted of tomorrow; a note is its writer's, or of somebody for whom they write."""
        day, whose = self.fields["happened_on"], self.fields["by_worker"]
        assert isinstance(day, DateField)
        assert isinstance(whose, forms.ChoiceField)
        day.not_after = today()
        self.fields["happened_at"].widget.input_type = "time"
        self.workers = {worker.pk: worker for worker in writes_for(self.by, self.child)}
        whose.choices = [(key, str(worker)) for key, worker in self.workers.items()]
        if not self.workers:
            del self.fields["by_worker"]

    def clean(self) -> dict[str, Any]:
        """The moment of the day and the time; the worker of the number."""
        said = super().clean() or {}
        at: time | None = said.pop("happened_at", None)
        if at is not None and said.get("happened_on") is not None:
            said["happened_at"] = timezone.make_aware(datetime.combine(said["happened_on"], at))
        worker = said.get("by_worker")
        said["by_worker"] = self.workers.get(worker) if worker else None
        return said


class NoteForm(FurtherForm):
    """A note of a child, and of brothers and sisters, each with a part that is of that child alone."""

    def prepare(self) -> None:
        """A part for each child, where there are several."""
        super().prepare()
        self.siblings = self.brothers_and_sisters()
        if self.siblings:
            self.fields["for_this_child"] = _part(f"What of it is {self.child.given_name}'s alone?")
        for each in self.siblings:
            self.fields[f"{prefix_of(each)}here"] = forms.BooleanField(
                label=f"It is about {each.given_name} too", required=False
            )
            self.fields[f"{prefix_of(each)}part"] = _part(f"What of it is {each.given_name}'s alone?")

    def clean(self) -> dict[str, Any]:
        """The others whom it is about, each with their part."""
        said = super().clean()
        others = []
        for each in self.siblings:
            prefix = prefix_of(each)
            here, part = said.pop(f"{prefix}here", False), said.pop(f"{prefix}part", "")
            if here:
                others.append((each, part))
                if not part.strip():
                    self.add_error(f"{prefix}part", f"Write what of it is {each.given_name}'s alone")
        if others and not said.get("for_this_child", "").strip():
            self.add_error("for_this_child", f"Write what of it is {self.child.given_name}'s alone")
        return {**said, "others": others}


def _part(label: str) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3})
    )


def _values(at: At) -> dict[str, Any]:
    found: dict[str, Any] = {"happened_on": today()}
    visitors = writes_for(at.by, at.child)
    return found | ({"by_worker": visitors[0].pk} if visitors else {})


def _known(at: At) -> dict[str, Any]:
    before = (
        CaseNote.unwithdrawn.filter(child=at.child)
        .select_related("by_worker")
        .order_by("-happened_on", "-pk")
    )
    return {"notes": list(before[:SHOWN]), "prefix_of": prefix_of}


NOTE = Page(
    name="child: note",
    heading="Write a note",
    form=NoteForm,
    deed=write_note,
    done="The note is written.",
    button="Write the note",
    template="file/note.jinja",
    values=_values,
    known=_known,
)


def note(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Write a note."""
    return record(request, public_id, page=NOTE)


def further(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Write a further note that puts one right: it stands beside it, and neither is edited."""
    page = Page(
        name="child: further note",
        heading="Write a further note",
        form=FurtherForm,
        deed=_put_right,
        done="The further note is written. The first stands as it was.",
        button="Write the further note",
        table="case_notes",
        row_as="row",
        template="file/further.jinja",
        values=_of_the_same,
        known=lambda at: {"first": at.row},
        refuses=lambda at: "This note was taken back. Write a new one." if at.row.withdrawn_at else "",
    )
    return record(request, public_id, page=page, number=number)


def _put_right(*, row: CaseNote, by: Account, **said: Any) -> list[CaseNote]:
    return write_note(child=row.child, by=by, corrects=row, **said)


def _of_the_same(at: At) -> dict[str, Any]:
    return {**_values(at), "kind": at.row.kind, "about": at.knowing.words(at.row.about)}
