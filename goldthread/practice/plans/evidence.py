"""Which entries of a record can show how an action is going."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldthread.practice.disclosure import Knowing
from goldthread.practice.moments import MOMENTS, sentence
from goldthread.record.models import ActionProgress, Child, Recorded, model_of

SHOWS: dict[str, str] = {
    "visits": "held_on",
    "core_groups": "held_on",
    "help_reviews": "held_on",
    "conferences": "held_on",
    "assessments": "authorised_on",
    "contacts": "received_on",
    "health_checks": "held_on",
    "reviews": "held_on",
    "education_plans": "held_on",
    "return_interviews": "held_on",
    "decisions": "decided_on",
}
"""Table -> the day of it on which an entry could show progress."""

OFFERED = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry that can be pointed at. key: how a form names it, such as ``visits:12``."""

    key: str
    day: date
    title: str
    row: Recorded


def entries_that_show(child: Child, since: date, knowing: Knowing) -> list[Entry]:
    """What happened to the child from a day on that can show how an action is going, the latest first."""
    found = []
    for table, column in SHOWS.items():
        model = model_of(table)
        rows = model.unwithdrawn.filter(child=child, **{f"{column}__gte": since}).order_by(
            f"-{column}", "-pk"
        )
        found += [_entry(table, column, row) for row in rows[:OFFERED] if knowing.tells_row(row)]
    return sorted(found, key=lambda each: (each.day, each.key), reverse=True)[:OFFERED]


def entry_shown_by(progress: ActionProgress) -> Entry | None:
    """The entry that shows it; None where none does, or where it was withdrawn since."""
    column = SHOWS.get(progress.evidence_table)
    if column is None:
        return None
    row = (
        model_of(progress.evidence_table)
        .unwithdrawn.filter(pk=progress.evidence_row, child=progress.child_id)
        .first()
    )
    return _entry(progress.evidence_table, column, row) if row is not None else None


def _entry(table: str, column: str, row: Recorded) -> Entry:
    moment = next(each for each in MOMENTS[table] if each.column == column)
    title = moment.title if isinstance(moment.title, str) else moment.title(row)
    return Entry(f"{table}:{row.pk}", getattr(row, column), sentence(title), row)
