"""One entry of a child's record by itself: what it says, and what was said before it was put right."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.formats import date_format

from goldthread.practice.disclosure import WITHHELD, Knowing
from goldthread.practice.doors import RecordNotFound
from goldthread.record.models import Child, Recorded, model_of, table_of
from goldthread.vocabulary import COMMON_COLUMNS, TABLES, Column

UNSAID = {*COMMON_COLUMNS, "child", "public_id", "together"}
NOTHING = "not recorded"
NEVER_EDITED = {
    "case_notes": "A note is never edited: write a further note that puts it right, or take it back.",
    "supervisions": "What was written in supervision never changes: propose an addition, or take it back.",
    "directions": "A direction is never edited: answer it, or take it back.",
    "direction_answers": "An answer is never edited: the next supervision answers anew, or take it back.",
    "supervision_amendments": "An addition is never edited: propose another, or take it back.",
    "supervision_items": "A wish to talk about a child is never edited: ask anew, or take it back.",
}
"""Table -> why its rows are never put right."""
STANDS = {
    **dict.fromkeys(
        ("readings",),
        "What a manager's manager said, and what was answered, stays as it was said. Nobody changes it or takes it back.",
    ),
    **dict.fromkeys(
        ("escalations", "escalation_stages"),
        "An escalation stays as it was written. It is answered, taken further, resolved or withdrawn on its own page.",
    ),
    **dict.fromkeys(
        ("case_audits", "audit_grades", "audit_actions"),
        "An audit stays as it was written. What changed later is written by its moderation and its actions.",
    ),
}
"""Table -> why nothing in it is put right or taken back."""
FIXED = {
    "documents": frozenset(
        {"file_name", "media_type", "size", "sha256", "stored_as", "about_table", "about_row"}
    ),
    "chronology_entries": frozenset({"about_table", "about_row"}),
}
"""Table -> columns that are never put right: what the content of a document is, and what an entry belongs to."""


@dataclass(frozen=True, slots=True)
class Change:
    """One time that an entry was written or put right: when, by whom, why, and each column with what it was and became."""

    at: datetime
    by: str
    because: str
    columns: tuple[tuple[str, str, str], ...]


def entry_of(child: Child, table: str, number: int, knowing: Knowing | None = None) -> Any:
    """The row of a table about this child. Raises RecordNotFound for any other, and for one that may not be told of."""
    if table not in TABLES or not TABLES[table].child_owned or table == "children":
        raise RecordNotFound
    model: Any = model_of(table)
    row = model.objects.filter(child=child, pk=number).first()
    if row is None or (knowing is not None and not knowing.tells_row(row)):
        raise RecordNotFound
    return row


def must_not_stand(row: Recorded) -> None:
    """Raises ValidationError for a row of a table in which nothing is put right or taken back."""
    if because := STANDS.get(table_of(row)):
        raise ValidationError(because)


def must_stand(child: Child, table: str, number: int | None) -> None:
    """Raises ValidationError unless a table's row is this child's and was not taken back."""
    try:
        row = child if table == "children" else entry_of(child, table, number or 0)
    except RecordNotFound:
        raise ValidationError("This entry is not in the child's record; choose one that is.") from None
    if row.withdrawn_at is not None:
        raise ValidationError("This entry was taken back; choose one that stands.")


@contextmanager
def nobody_else_changes(row: Recorded | None) -> Iterator[None]:
    """One transaction in which the row stands as it is now: whoever comes second waits, and sees what the first did."""
    with transaction.atomic():
        if row is not None:
            row.refresh_from_db(from_queryset=type(row)._base_manager.select_for_update())
        yield


def said_columns(table: str) -> dict[str, Column]:
    """The columns of a table that say what happened, without those that every row has and its child."""
    untold: frozenset[str] = getattr(model_of(table), "UNTOLD", frozenset())
    return {
        name: column
        for name, column in TABLES[table].columns().items()
        if name not in UNSAID
        and name not in untold
        and column.kind not in ("key", "json")
        and column.to != "children"  # another child's record has a door of its own
    }


def never_edited(row: Recorded) -> str:
    """Why a row is never put right, in a sentence; empty where it may be.

    What is kept of supervision from elsewhere, of no meeting held here, may be.
    """
    if getattr(row, "session_id", 0) is None and table_of(row) == "supervisions":
        return ""
    return NEVER_EDITED.get(table_of(row), "")


def fixed_columns(row: Recorded) -> frozenset[str]:
    """The columns of a row that are never put right by themselves."""
    return FIXED.get(table_of(row), frozenset()) | {"together"}


def facts_of(row: Recorded, knowing: Knowing) -> list[tuple[str, str]]:
    """What an entry says, a label and words each; what is empty is left out."""
    told = knowing.told(row)
    found = []
    for name in said_columns(table_of(row)):
        if (words := _words(row, name, told.get(name))) and words != NOTHING:
            found.append((label_of(name), words))
    return found


def changes_of(row: Recorded, knowing: Knowing) -> list[Change]:
    """Each time that an entry was put right after it was written, the latest first."""
    kept = list(row.history.select_related("history_user").order_by("history_id"))
    names = said_columns(table_of(row))
    found = []
    for before, after in pairwise(kept):
        columns = tuple(
            (label_of(name), _told(row, name, before, knowing), _told(row, name, after, knowing))
            for name in names
            if _raw(before, name) != _raw(after, name)
        )
        withdrawn = before.withdrawn_at is None and after.withdrawn_at is not None
        because = after.withdrawn_because if withdrawn else after.history_change_reason or ""
        if columns or withdrawn:
            by = after.history_user.shown_name if after.history_user else "an import"
            found.append(Change(after.history_date, by, knowing.words(because), columns))
    return found[::-1]


def label_of(name: str) -> str:
    """A column's name as a label."""
    return name.replace("_", " ").capitalize()


def title_of(table: str) -> str:
    """What one row of a table is called."""
    return str(model_of(table)._meta.verbose_name)


def _raw(kept: Any, name: str) -> Any:
    return getattr(kept, kept._meta.get_field(name).attname)


def _told(row: Recorded, name: str, kept: Any, knowing: Knowing) -> str:
    if not knowing.tells(row, name):
        return WITHHELD
    value = _raw(kept, name)
    return _words(row, name, knowing.words(value) if isinstance(value, str) else value)


def _words(row: Recorded, name: str, value: Any) -> str:
    """A value in words. value: as the database has it, or what stands for it where it is withheld."""
    field = row._meta.get_field(name)
    if value in (None, ""):
        return NOTHING
    if value == WITHHELD:
        return WITHHELD
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "D j M Y, H:i")
    if isinstance(value, date):
        return date_format(value, "D j M Y")
    if isinstance(field, models.ForeignKey):
        other = field.related_model._base_manager.filter(pk=value).first()
        return _named(other) if other is not None else NOTHING
    label = getattr(field, "label", None)
    return str(label(value)).capitalize() if label else str(value)


def _named(other: models.Model) -> str:
    """What another row is called: by its own name, else by its kind and the first of its days, never by a number."""
    if not isinstance(other, Recorded) or type(other).__str__ is not Recorded.__str__:
        return str(other)
    table = table_of(other)
    days = (getattr(other, name) for name, column in TABLES[table].columns().items() if column.kind == "date")
    day = next((each for each in days if each is not None), None)
    title = title_of(table).capitalize()
    return f"{title} of {date_format(day, 'D j M Y')}" if day is not None else title
