"""Notes of the child's file, and the chronology chosen out of all that happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add
from goldthread.practice.checking import day_of
from goldthread.practice.entries import must_stand
from goldthread.practice.together import new_together
from goldthread.record.models import Account, CaseNote, Child, ChronologyEntry, Worker


@action
def write_note(
    *,
    child: Child,
    by: Account,
    kind: str,
    about: str,
    words: str,
    happened_on: date | None = None,
    happened_at: datetime | None = None,
    for_this_child: str = "",
    others: Sequence[tuple[Child, str]] = (),
    by_worker: Worker | None = None,
    corrects: CaseNote | None = None,
) -> list[CaseNote]:
    """Write a note in the file of a child, or of several at once: each has its own, with what is of that child alone.

    others: brothers and sisters, each with the part that is of them. corrects: the note that this one puts right; notes are
    never edited. Raises ValidationError with words beside what is missing.
    """
    day = day_of(happened_on, happened_at, "happened_on")
    if not about.strip():
        raise ValidationError({"about": "Say in a line what it is about."})
    if not words.strip():
        raise ValidationError({"words": "Write what happened."})
    if corrects is not None and others:
        raise ValidationError("A note is put right in each child's file by itself.")
    parts = [(child, for_this_child), *others]
    for whose, part in parts if others else ():
        if not part.strip():
            raise ValidationError(
                {"for_this_child": f"Write what of it is {whose.given_name}'s alone: it is their file too."}
            )
    together = new_together() if others else ""
    return [
        add(
            CaseNote(
                child=whose, happened_on=day, happened_at=happened_at, kind=kind, about=about.strip(),
                words=words.strip(), for_this_child=part.strip(), by_worker=by_worker or by.worker,
                corrects=corrects, together=together,
            )
        )
        for whose, part in parts
    ]  # fmt: skip


@action
def add_to_chronology(
    *,
    child: Child,
    by: Account,
    happened_on: date,
    words: str,
    why_it_matters: str,
    about_table: str = "",
    about_row: int | None = None,
) -> ChronologyEntry:
    """Choose something that happened for a child's chronology, and say why it matters.

    about_table, about_row: the entry of the record out of which it is chosen; left out, it stands by itself. Raises
    ValidationError where nothing says why, or where that entry is another child's, withdrawn or chosen already.
    """
    if not words.strip():
        raise ValidationError({"words": "Say what happened."})
    if not why_it_matters.strip():
        raise ValidationError({"why_it_matters": "Say why it matters for this child."})
    if about_table:
        must_stand(child, about_table, about_row)
        chosen = ChronologyEntry.unwithdrawn.filter(child=child, about_table=about_table, about_row=about_row)
        if chosen.filter(happened_on=happened_on).exists():
            raise ValidationError("This is in the chronology already; put that entry right instead.")
    return add(
        ChronologyEntry(
            child=child, happened_on=happened_on, words=words.strip(), why_it_matters=why_it_matters.strip(),
            about_table=about_table, about_row=about_row,
        )
    )  # fmt: skip
