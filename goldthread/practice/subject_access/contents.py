"""All that the record holds of a child, as texts that a person can read: each with a key that says where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from goldthread.practice.access import restrictions_in_force
from goldthread.practice.disclosure import Knowing
from goldthread.practice.documents import ENDINGS
from goldthread.practice.moment import LONDON, today
from goldthread.practice.timeline import HERE, timeline
from goldthread.record.models import Account, Child, CodeField, Document, Recorded, model_of
from goldthread.vocabulary import COMMON_COLUMNS, TABLES, Column

BESIDE = ("people", "workers", "teams", "accounts", "children")
"""Tables whose rows are said by their name where a row refers to one."""

STAFF = ("workers", "accounts")
"""Those of them that hold who works for the authority."""

NUMBERS_OF_OURS = {
    "children.public_id", "carer_households.public_id", "children.adoptive_family", "documents.stored_as",
    *(f"{table}.{name}" for table in ("documents", "chronology_entries") for name in ("about_table", "about_row")),
    *(f"{name}.together" for name, table in TABLES.items() if "together" in table.columns()),
}  # fmt: skip
"""Numbers by which systems know somebody, which say nothing to a reader."""


CONTENT = "content"
"""What stands in the place of a column for what is in a file: the name under which the file is given."""


FIRST = ("children", "relationships", "addresses", "identifiers", "disabilities", "contacts", "referrals")
"""Tables that a reader meets first; the others follow as the vocabulary names them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One thing that a row says. key: table:row:column."""

    key: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the record in words. key: table:row."""

    key: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """One entry of the timeline. key: table:row:column."""

    key: str
    day: date
    title: str
    details: str
    beside: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The whole of what may be given. tables: by the table's name, with its sentence, and all its rows.

    staff: the whole names of those who work for the authority, which stay in although a relative may share a part of one.
    """

    child: Child
    timeline: tuple[Happening, ...]
    tables: dict[str, tuple[str, tuple[Entry, ...]]] = field(default_factory=dict)
    staff: frozenset[str] = frozenset()

    @property
    def rows(self) -> int:
        """How many rows of the record it holds."""
        return sum(len(entries) for _, entries in self.tables.values())

    def texts(self) -> Iterator[tuple[str, str]]:
        """Every text and its key."""
        for _, entries in self.tables.values():
            for entry in entries:
                for cell in entry.cells:
                    yield cell.key, cell.text
        for each in self.timeline:
            yield each.key, each.title
            yield each.key, each.details


def contents_of(child: Child) -> Contents:
    """Everything that is recorded of a child, what was withdrawn among it and marked.

    What a precaution keeps from whoever asks is among it too, and is taken out with what else is left out. A relationship with
    a child whose record is restricted is left out as if it were not there, whoever asks.
    """
    hidden = set(restrictions_in_force().exclude(child=child).values_list("child_id", flat=True))
    found = {}
    staff: set[str] = set()
    for name in dict.fromkeys((*FIRST, *TABLES)):
        table = TABLES[name]
        if name == "children" or table.child_owned:
            rows = [row for row in _rows(child, name) if getattr(row, "other_child_id", None) not in hidden]
            staff.update(_staff_of(name, rows))
            if rows:
                found[name] = (table.__doc__ or "", tuple(_entry(name, row) for row in rows))
    kept = {entry.key for _, entries in found.values() for entry in entries}
    happened = [
        Happening(
            key=f"{each.table}:{each.row}:{each.column}",
            day=each.day,
            title=each.title,
            details=each.details,
            beside=_beside(each.source, each.withdrawn, each.withdrawn_because),
        )
        for each in reversed(timeline(child, today(), Knowing(child.pk, outside=False)))
        if f"{each.table}:{each.row}" in kept
    ]
    return Contents(child, tuple(happened), found, frozenset(staff))


def _staff_of(name: str, rows: Iterable[Recorded]) -> Iterator[str]:
    columns = [column.name for column in TABLES[name].columns().values() if column.to in STAFF]
    for row in rows:
        for column in columns:
            who = getattr(row, column)
            if who is not None and " " in _name(who):
                yield _name(who)


def _rows(child: Child, name: str) -> Iterable[Recorded]:
    if name == "children":
        return [child]
    refers = [column.name for column in TABLES[name].columns().values() if column.to in BESIDE]
    rows = model_of(name).objects.filter(Q(child=child)).select_related("source", *refers)
    return rows.order_by("pk")


def _entry(name: str, row: Recorded) -> Entry:
    key = f"{name}:{row.pk}"
    cells = [
        Cell(f"{key}:{column.name}", label_of(column.name), text)
        for column in TABLES[name].columns().values()
        if column.name not in COMMON_COLUMNS
        and column.name != "child"
        and f"{name}.{column.name}" not in NUMBERS_OF_OURS
        and (text := _text(row, column))
    ]
    cells.append(Cell(f"{key}:recorded_at", "Written down", _written(row)))
    if isinstance(row, Document):
        cells.append(Cell(f"{key}:{CONTENT}", "What is in it", file_name(row)))
    if row.withdrawn_at is not None:
        cells.append(Cell(f"{key}:withdrawn_because", "Taken back", row.withdrawn_because))
    return Entry(key, tuple(cells))


def document_in(cells: Iterable[str]) -> int | None:
    """The document of which these cells are what is in it; None where they are something else."""
    found = (cell.split(":")[1] for cell in cells if cell.endswith(f":{CONTENT}"))
    return next(map(int, found), None)


def file_name(document: Document) -> str:
    """Where a document lies in what is given; no name in it says whose record it is."""
    return f"documents/{document.pk}.{ENDINGS.get(document.media_type, 'bin')}"


def label_of(column: str) -> str:
    """A column's name as a reader is told it: "Held on"."""
    words = column.replace("_", " ")
    return words[:1].upper() + words[1:]


def _text(row: Recorded, column: Column) -> str:
    """What a column says in words; empty where it says nothing, or refers to another row of the same record."""
    value = getattr(row, f"{column.name}_id" if column.kind == "ref" else column.name)
    if value is None or value == "":
        return ""
    if column.kind == "ref":
        return _name(getattr(row, column.name)) if column.to in BESIDE else ""
    if column.kind == "code":
        model_field = row._meta.get_field(column.name)
        return model_field.label(value) if isinstance(model_field, CodeField) else str(value)
    if column.kind == "flag":
        return "Yes" if value else "No"
    return in_words(value)


def in_words(value: Any) -> str:
    """A day as "2 March 2026", a moment with its time, anything else as it is."""
    if isinstance(value, datetime):
        local = value.astimezone(LONDON)
        return f"{in_words(local.date())}, {local:%H:%M}"
    return f"{value.day} {value:%B} {value.year}" if isinstance(value, date) else str(value)


def _name(who: object) -> str:
    return who.shown_name if isinstance(who, Account) else str(who)


def _written(row: Recorded) -> str:
    by = f" by {_name(row.recorded_by)}" if row.recorded_by else ""
    source = row.source.name if row.source else "recorded here"
    return f"{in_words(row.recorded_at.astimezone(LONDON).date())}{by}; {source}"


def _beside(source: str, withdrawn: bool, because: str) -> str:
    said = [] if source == HERE else [f"from {source}"]
    if withdrawn:
        said.append(f"taken back: {because}")
    return "; ".join(said)
