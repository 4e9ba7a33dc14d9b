"""Everything dated about a child, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from django.db.models import Q
from django.utils import timezone

from goldthread.practice.child_rows import rows_about, tables_with_rows
from goldthread.practice.disclosure import Knowing, shown_on_screens
from goldthread.practice.moments import MOMENTS, Moment, sentence
from goldthread.record.models import Child, Recorded, Source, model_of

HERE = "Recorded here"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened to a child on a day.

    at: the moment, where the time of day is known. lag_days: how many days later it was written down; missing for
    what an import brought, of which only its own system knows. row: the table and the row that say so.
    """

    day: date
    at: datetime | None
    title: str
    details: str
    kind: str
    source: str
    recorded_on: date
    lag_days: int | None
    withdrawn: bool
    withdrawn_because: str
    table: str
    row: int
    column: str


def timeline(child: Child, as_at: date, knowing: Knowing | None = None) -> list[Entry]:
    """Everything dated about a child up to a day, the newest first, what was withdrawn among it and marked.

    knowing: what its reader may know of where the child is; left out, it is as strict as any page.
    One query a table, and one for what belongs to its rows, whatever the number of entries.
    """
    knowing = knowing or shown_on_screens([child.pk]).get(child.pk) or Knowing(child.pk, outside=False)
    sources = {source.pk: source.name for source in Source.objects.all()}
    holding = tables_with_rows(_models(), child.pk)
    entries = [
        entry
        for table, moments in MOMENTS.items()
        if table == "children" or model_of(table) in holding
        for row in _rows(child, table, moments)
        if knowing.tells_row(row)
        for entry in _entries(table, row, moments, sources, knowing)
        if entry.day <= as_at
    ]
    return sorted(entries, key=_newest_first, reverse=True)


@cache
def _models() -> tuple[type[Recorded], ...]:
    return tuple(model_of(table) for table in MOMENTS if table != "children")


def _rows(child: Child, table: str, moments: tuple[Moment, ...]) -> list[Recorded]:
    if table == "children":
        return [child]
    together = {name for moment in moments for name in moment.with_rows}
    many = [name for moment in moments for name in moment.with_many]
    model = model_of(table)
    if together:
        return list(model.objects.filter(Q(child=child)).select_related(*together).prefetch_related(*many))
    return list(rows_about(model, [child.pk]).prefetch_related(*many))


def _entries(
    table: str, row: Recorded, moments: tuple[Moment, ...], sources: dict[int, str], knowing: Knowing
) -> Iterator[Entry]:
    recorded_on = timezone.localdate(row.recorded_at)
    for moment in moments:
        day = getattr(row, moment.column)
        if day is None:
            continue
        title = moment.title if isinstance(moment.title, str) else moment.title(row)
        yield Entry(
            day=day,
            at=getattr(row, moment.at) if moment.at else None,
            title=knowing.words(sentence(title)),
            details=knowing.words(sentence(moment.details(row))) if moment.details else "",
            kind=moment.kind,
            source=sources[row.source_id] if row.source_id else HERE,
            recorded_on=recorded_on,
            lag_days=(recorded_on - day).days if row.source_id is None and table != "children" else None,
            withdrawn=row.withdrawn_at is not None,
            withdrawn_because=knowing.words(row.withdrawn_because),
            table=table,
            row=row.pk,
            column=moment.column,
        )


def _newest_first(entry: Entry) -> tuple[date, bool, datetime | date, str, int]:
    return entry.day, entry.at is not None, entry.at or entry.day, entry.table, entry.row
