"""What an import did, for people and for programs: counts that add up, and everything that was not taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import zip_longest
from typing import Any

from goldthread.exchange.reading import Rejection

MOST_LISTED = 20
COUNTED = ("read", "new", "changed", "unchanged", "rejected", "withdrawn")


@dataclass(slots=True)
class TableCount:
    """What became of one kind of record of the files. Always: read = new + changed + unchanged + rejected.

    withdrawn: records that an earlier file of the same source held and that this one should hold and does not.
    """

    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: int = 0
    withdrawn: int = 0

    def numbers(self) -> list[int]:
        """In the order of `COUNTED`."""
        return [self.read, self.new, self.changed, self.unchanged, self.rejected, self.withdrawn]

    def as_json(self) -> dict[str, int]:
        return dict(zip(COUNTED, self.numbers(), strict=True))


def summed(one: Sequence[int], other: Sequence[int]) -> list[int]:
    """Numbers in the order of `COUNTED` together; those that an end leaves out are 0."""
    return [first + second for first, second in zip_longest(one, other, fillvalue=0)]


@dataclass(slots=True)
class RowCount:
    """What became of the rows of one table of the record."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    held_back: int = 0
    withdrawn: int = 0

    def as_json(self) -> dict[str, int]:
        return {
            "new": self.new,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "held_back": self.held_back,
            "withdrawn": self.withdrawn,
        }


def rejection_as_json(rejection: Rejection, subject: str = "") -> dict[str, Any]:
    """A rejection as the report says it. ``row`` or ``path`` is missing where the place has none."""
    said: dict[str, Any] = {"table": rejection.table, "file": rejection.place.file}
    if rejection.place.sheet:
        said["sheet"] = rejection.place.sheet
    if rejection.place.row is not None:
        said["row"] = rejection.place.row
    if rejection.place.path:
        said["path"] = rejection.place.path
    return said | {
        "column": rejection.column,
        "found": rejection.found,
        "expected": rejection.expected,
        "what_to_do": rejection.what_to_do,
        "whole_record": rejection.whole_record,
        "subject": rejection.subject or subject,
    }


@dataclass(slots=True)
class ReadingReport:
    """What the import of one set of files did.

    tables: by the file's own kinds of record, in the file's order. rows: by table of the record.
    children: how the children were found: ``by id``, ``by UPN``, ``new``.
    """

    kind: str
    title: str
    files: tuple[str, ...]
    authority: str
    as_at: datetime
    as_at_how: str
    tables: dict[str, TableCount] = field(default_factory=dict)
    rows: dict[str, RowCount] = field(default_factory=dict)
    children: dict[str, int] = field(default_factory=dict)
    rejections: list[dict[str, Any]] = field(default_factory=list)
    suggested_matches: list[dict[str, Any]] = field(default_factory=list)
    matched: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    import_id: int | None = None
    of_subjects: dict[str, dict[str, list[int]]] = field(default_factory=dict)

    def add(self, subject: str, table: str, count: TableCount) -> None:
        """Count what became of some records of a kind, and whose they were: who may not know of a child is not told them."""
        total = self.count(table)
        numbers = count.numbers()
        for name, number in zip(COUNTED, numbers, strict=True):
            if number:
                setattr(total, name, getattr(total, name) + number)
        if not subject:
            return
        while numbers and not numbers[-1]:
            numbers.pop()  # there are hundreds of thousands of these, and most say two numbers
        of = self.of_subjects.setdefault(subject, {})
        of[table] = summed(of.get(table, []), numbers)

    def count(self, table: str) -> TableCount:
        return self.tables.setdefault(table, TableCount())

    def row_count(self, table: str) -> RowCount:
        return self.rows.setdefault(table, RowCount())

    def as_json(self) -> dict[str, Any]:
        """Plain data: what `Import.report` keeps."""
        return {
            "kind": self.kind,
            "source": self.title,
            "files": list(self.files),
            "authority": self.authority,
            "as_at": self.as_at.isoformat(),
            "as_at_how": self.as_at_how,
            "import": self.import_id,
            "tables": {name: count.as_json() for name, count in self.tables.items()},
            "rows": {name: count.as_json() for name, count in self.rows.items()},
            "children": dict(self.children),
            "rejections": list(self.rejections),
            "matched": list(self.matched),
            "warnings": list(self.warnings),
            "suggested_matches": list(self.suggested_matches),
        }

    def lines(self) -> Iterable[str]:
        yield f"{self.title} ({', '.join(self.files)})"
        yield f"  as at {self.as_at:%d %b %Y}, {self.as_at_how}"
        yield from (f"  {sentence}" for sentence in self.matched)
        width = max([len(name) for name in self.tables] + [5])
        yield f"  {'':{width}}     read      new  changed  unchanged  rejected"
        for name, count in self.tables.items():
            gone = f"  ({count.withdrawn:,} gone from the source, withdrawn)" if count.withdrawn else ""
            yield (
                f"  {name:{width}} {count.read:8,} {count.new:8,} {count.changed:8,} {count.unchanged:10,} "
                f"{count.rejected:9,}{gone}"
            )
        if self.children:
            yield "  children: " + ", ".join(f"{number:,} {how}" for how, number in self.children.items())
        yield from (f"  note: {warning}" for warning in self.warnings)
        yield from _listed("left out or held back", [_rejection_line(said) for said in self.rejections])
        matches = [said["because"] for said in self.suggested_matches]
        yield from _listed("possible matches, which somebody should look at", matches)


def _rejection_line(said: dict[str, Any]) -> str:
    row = f"row {said['row']}" if "row" in said else said.get("path", "")
    place = ", ".join(part for part in (said["file"], said.get("sheet", ""), row) if part)
    held = "the record was held back" if said["whole_record"] else "the value was left out"
    return (
        f"{place}: {said['table']}.{said['column']}: found {said['found']!r}, expected {said['expected']}; "
        f"{held}. {said['what_to_do']}"
    )


def _listed(what: str, lines: list[str]) -> Iterable[str]:
    if lines:
        yield f"  {len(lines):,} {what}:"
        yield from (f"    {line}" for line in lines[:MOST_LISTED])
        if len(lines) > MOST_LISTED:
            yield f"    and {len(lines) - MOST_LISTED:,} more; --json lists all"


@dataclass(slots=True)
class ImportReport:
    """What one call brought in: one reading for each set of files that belong together."""

    readings: list[ReadingReport] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The readings together: tables by the files' own names, with the kind of file before a name that two have."""
        names = [name for reading in self.readings for name in reading.tables]
        tables: dict[str, TableCount] = {}
        for reading in self.readings:
            for name, count in reading.tables.items():
                shown = name if names.count(name) == 1 else f"{reading.kind}: {name}"
                total = tables.setdefault(shown, TableCount())
                for column, number in count.as_json().items():
                    setattr(total, column, getattr(total, column) + number)
        said = [reading.as_json() for reading in self.readings]
        return {
            "tables": {name: count.as_json() for name, count in tables.items()},
            "rejections": [rejection for one in said for rejection in one["rejections"]],
            "source": ", ".join(one["source"] for one in said),
            "as_at": _the_one(one["as_at"] for one in said),
            "as_at_how": _the_one(one["as_at_how"] for one in said),
            "matched": [sentence for one in said for sentence in one["matched"]],
            "warnings": [sentence for one in said for sentence in one["warnings"]],
            "suggested_matches": [match for one in said for match in one["suggested_matches"]],
            "readings": said,
        }

    def lines(self) -> list[str]:
        """The report for people, one reading after the other."""
        return [line for reading in self.readings for line in reading.lines()]


def _the_one(values: Iterable[str]) -> str:
    """The value that all share, or each in order, joined."""
    return ", ".join(dict.fromkeys(values))
