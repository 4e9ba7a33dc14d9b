"""What every reader gives: the file's own records, the rows of the vocabulary made of them, and what could not be taken.

A reader streams: it yields one `Bundle` for each child (or worker, or authority) with everything its files say of them, so
that memory does not grow with the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

RECORDED_HERE = "recorded here"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the files something stands. ``row`` is the row of a sheet or CSV as a person sees it (the header is row 1),
    ``path`` the XPath of an element; one of them is given."""

    file: str
    row: int | None = None
    path: str = ""
    sheet: str = ""

    def __str__(self) -> str:
        parts = [self.file, self.sheet, f"row {self.row}" if self.row is not None else self.path]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Rejection:
    """Something in a file that could not be taken, kept as it was found.

    whole_record: True where the whole record was held back, False where the record was taken without this one value.
    """

    table: str
    place: Place
    column: str
    found: str
    expected: str
    what_to_do: str
    whole_record: bool = True
    verbatim: dict[str, str] = field(default_factory=dict)
    subject: str = ""

    def __str__(self) -> str:
        held = "the record was held back" if self.whole_record else "the value was left out"
        return (
            f"{self.place}: {self.table}.{self.column}: found {self.found!r}, expected {self.expected}; {held}. "
            f"{self.what_to_do}"
        )


@dataclass(eq=False, slots=True)
class FileRecord:
    """One record of a file in the file's own words: a CSV row, a sheet's row, an XML element with its leaves.

    table: the file's own name for the kind of record (``Episodes``, ``Assessments``, ``List 8``).
    content: what the record says, column to text, in the file's words; two records are the same if these are equal.
    """

    table: str
    content: dict[str, str]
    place: Place
    rejected: bool = False


@dataclass(eq=False, slots=True)
class Row:
    """One row of a vocabulary table made from file records.

    values: column to value (str, int, bool, float, Decimal, date, datetime with UTC, None), without child, source and the
    recorded columns. refs: column to another Row of the same Bundle, for columns that hold a row's key. A worker or team is
    given as a Row of ``workers`` or ``teams`` and matched by the importer on its identifying values.
    records: the file records that it was made from (first one first).
    """

    table: str
    values: dict[str, Any]
    records: tuple[FileRecord, ...] = ()
    refs: dict[str, Row] = field(default_factory=dict)


@dataclass(eq=False, slots=True)
class Bundle:
    """Everything that the files say of one child, or with no child id, of one worker, adopter or the authority itself.

    key: identifies the subject inside the source: the child's id in the authority, the worker's registration, ...
    is_child: whether the subject is a child; then ``child`` holds the columns of ``children`` and ``identifiers``,
    disabilities and all other tables come as rows.
    """

    key: str
    is_child: bool
    upn: str = ""
    child: dict[str, Any] = field(default_factory=dict)
    child_original: dict[str, Any] = field(default_factory=dict)
    records: list[FileRecord] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Covers:
    """One fact that a source can hold, as ``table.column`` of the vocabulary, and how far it holds it.

    since: the first day from which the source holds every such fact; None where it holds all.
    latest_only: True where it holds only the latest for each child (then it is complete from that latest one on).
    where: for a table whose rows of one kind only are covered, the value of its ``kind`` or ``purpose`` (else empty).
    """

    fact: str
    since: date | None = None
    latest_only: bool = False
    where: str = ""


@dataclass(slots=True)
class Reading:
    """A set of files that was recognised, with what it declares of itself, ready to be streamed.

    kind: cin-census, ssda903, annex-a or workforce-census.
    authority: the three-figure code in the files; empty where they do not say.
    as_at, as_at_how: the instant up to which the source speaks, and how that is known: "stated in the file", "given", or
    "inferred: the last day on which anything in the files happened".
    period: the first and last day the source declares or is known to cover; rows of its own that lie inside and are absent
    are withdrawn by the importer.
    file_tables: the file's own record kinds, in the file's order, each with the vocabulary tables that it makes.
    matched: sentences that say which sheets, files and columns were matched to what.
    records: how many records the files hold, for saying how far an import is; 0 where only reading them tells.
    """

    kind: str
    title: str
    files: tuple[str, ...]
    authority: str
    collection_year: int | None
    as_at: datetime
    as_at_how: str
    period: tuple[date | None, date]
    covers: tuple[Covers, ...]
    file_tables: dict[str, tuple[str, ...]]
    bundles: Callable[[], Iterator[Bundle]]
    matched: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    records: int = 0


Opener = Callable[[list[Path], date | None], Reading | None]
