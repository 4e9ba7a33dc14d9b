"""What a person says of something due: booked for a day, why it is late, or done and not written up yet."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from goldthread.practice.actions import action, add, change
from goldthread.practice.moment import now, today
from goldthread.record.models import Account, Due, DueNote
from goldthread.vocabulary import Fault


class NoteRefused(Fault):
    """What was said does not fit the duty."""


@action
def add_note(*, due: Due, by: Account, kind: str, on: date | None = None, words: str = "") -> DueNote:
    """Say something of a duty that is open. A note stops no clock; one of the same kind takes the place of the last.

    kind: booked-for and done-not-written-up need a day, why-late needs words. Raises NoteRefused.
    """
    if kind in ("booked-for", "done-not-written-up") and on is None:
        raise NoteRefused("Give the day.")
    if kind == "why-late" and not words.strip():
        raise NoteRefused("Say in words why it is late.")
    if kind == "booked-for" and on is not None and on < today():
        raise NoteRefused("A booking is for today or later. If it was done on that day, say that it is done.")
    if kind == "done-not-written-up" and on is not None and on > today():
        raise NoteRefused("It cannot have been done on a day to come.")
    said = DueNote(
        child_id=due.child_id, clock=due.clock, start_table=due.start_table, start_row=due.start_row,
        link=due.link, kind=kind, on=on, words=words.strip(), by=by, at=now(),
    )  # fmt: skip
    for earlier in _standing(due).filter(kind=kind):
        change(earlier, ended_at=now())
    return add(said)


@action
def end_note(*, note: DueNote, by: Account) -> DueNote:
    """Take back what was said of a duty."""
    return change(note, ended_at=now())


def _standing(due: Due) -> QuerySet[DueNote]:
    return DueNote.objects.filter(
        child_id=due.child_id, clock=due.clock, start_row=due.start_row, link=due.link, ended_at__isnull=True
    )
