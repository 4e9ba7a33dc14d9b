"""Taking values out of one record of a file, and noting what could not be taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from goldthread.rulebook.codes import canonical_sex, from_dropdown
from goldthread.rulebook.codes.annex_a import STORED_AS

from . import values
from .reading import FileRecord, Rejection, Row
from .values import Misread

T = TypeVar("T")


class HeldBack(Exception):
    """The record cannot be taken; why is among the rejections."""


@dataclass(slots=True)
class Intake:
    """One record being taken: each question answers with a value or None, and a value that cannot be taken is noted.

    year: the collection year in which codes must be valid; None where the file does not state it.
    original_year: the year noted beside codes that are stored as other codes.
    serials: whether bare numbers are a spreadsheet's dates.
    A question with ``required`` holds the whole record back (``HeldBack``) where it has no answer.
    """

    record: FileRecord
    rejections: list[Rejection]
    subject: str
    today: date
    year: int | None = None
    original_year: int | None = None
    serials: bool = False
    original: dict[str, Any] = field(default_factory=dict)

    def text(self, column: str) -> str:
        return self.record.content.get(column, "")

    def required_text(self, column: str, expected: str, what_to_do: str) -> str:
        found = self.text(column)
        if not found:
            raise self.hold_back(column, expected, what_to_do)
        return found

    def reject_value(self, column: str, expected: str, what_to_do: str) -> None:
        """Note that one value is left out."""
        self._note(column, expected, what_to_do, whole=False)

    def hold_back(self, column: str, expected: str, what_to_do: str) -> HeldBack:
        """Note that the record is held back; the caller raises what is returned."""
        self._note(column, expected, what_to_do, whole=True)
        self.record.rejected = True
        return HeldBack()

    def day(self, column: str, *, required: bool = False, future: bool = False) -> date | None:
        """A day; later than today only where ``future`` allows it."""
        found = self._take(column, lambda text: values.day(text, serials=self.serials), required, "a date")
        if found is not None and found > self.today and not future:
            expected = f"a date no later than today, {self.today:%d/%m/%Y}"
            self._refuse(
                column, expected, "Correct the date in the source system and export again.", required
            )
            return None
        return found

    def required_day(self, column: str) -> date:
        found = self.day(column, required=True)
        assert found is not None, "a required day is there or the record is held back"
        return found

    def end(self, column: str, began_column: str, began: date | None) -> date | None:
        """The day something ended, which holds the record back where it lies before the day it began."""
        found = self.day(column)
        if found is not None and began is not None and found < began:
            raise self.hold_back(
                column,
                f"a date on or after {began_column}, {began:%d/%m/%Y}",
                "Correct whichever of the two dates is wrong in the source system and export again.",
            )
        return found

    def code(self, column: str, name: str, *, into: str = "", required: bool = False) -> str | None:
        """A code of the set; ``into`` names the column that stores it, for the note of what the source wrote."""
        found = self._take(column, lambda text: values.code(text, name, self.year), required, "a code")
        return self._as_written(column, into or column, found)

    def dropdown(self, column: str, name: str, *, into: str = "", required: bool = False) -> str | None:
        """A code for an Annex A dropdown's text."""

        def read(text: str) -> str:
            found = from_dropdown(name, text)
            if found is None:
                stored = STORED_AS.get(name, name)
                expected = (
                    "yes, no or unknown"
                    if stored == "yes_no_unknown"
                    else values.expected_codes(text, stored)
                )
                raise Misread(
                    expected, "Choose a value from the workbook's own list and send the workbook again."
                )
            return found

        found = self._take(column, read, required, "one of the dropdown's values")
        return self._as_written(column, into or column, found)

    def dropdown_flag(self, column: str) -> bool | None:
        """Yes or no of an Annex A dropdown; "unknown" is not known."""
        found = self.dropdown(column, "annexa_yes_no_unknown", into="-")
        return None if found in (None, "unknown") else found == "yes"

    def sex(self, *columns: str) -> str | None:
        """M, F or U from whichever of the columns is filled, in the older digits or in letters."""
        column = next((name for name in columns if self.text(name)), columns[0])

        def read(text: str) -> str:
            found = canonical_sex(text)
            if found is None:
                raise Misread(
                    "M, F or U, or before 2024-25 one of 0, 1, 2, 9",
                    "Choose the right code in the source system and export again.",
                )
            return found

        return self._as_written(column, "sex", self._take(column, read, False, "a code"))

    def flag(self, column: str, *, required: bool = False) -> bool | None:
        return self._take(column, values.flag, required, "yes or no")

    def number(self, column: str) -> int | None:
        return self._take(column, values.whole_number, False, "a whole number")

    def decimal(self, column: str, most: Decimal | None = None) -> Decimal | None:
        return self._take(column, lambda text: values.decimal_number(text, most), False, "a number")

    def upn(self, column: str) -> str:
        return self._take(column, values.upn, False, "a unique pupil number") or ""

    def row(self, table: str, found: Mapping[str, Any], refs: dict[str, Row] | None = None) -> Row:
        """A row made from this record, with what the source wrote where that was another code."""
        original = self.original_of(found)
        kept = {**found, "original": original} if original else dict(found)
        return Row(
            table, kept, (self.record,), {name: row for name, row in (refs or {}).items() if row is not None}
        )

    def original_of(self, found: Mapping[str, Any]) -> dict[str, Any]:
        """Codes as the source gave them with their collection year, for those of the columns stored as another code."""
        original = {column: text for column, text in self.original.items() if column in found}
        return {**original, "year": self.original_year} if original else {}

    def _as_written(self, column: str, into: str, found: str | None) -> str | None:
        if found is not None and into != "-" and self.text(column) != found:
            self.original[into] = self.text(column)
        return found

    def _take(self, column: str, read: Callable[[str], T], required: bool, what: str) -> T | None:
        text = self.text(column)
        if not text:
            if required:
                raise self.hold_back(column, what, f"Fill in {column} in the source system and export again.")
            return None
        try:
            return read(text)
        except Misread as misread:
            self._refuse(column, misread.expected, misread.what_to_do, required)
            return None

    def _refuse(self, column: str, expected: str, what_to_do: str, required: bool) -> None:
        if required:
            raise self.hold_back(column, expected, what_to_do)
        self.reject_value(column, expected, what_to_do)

    def _note(self, column: str, expected: str, what_to_do: str, *, whole: bool) -> None:
        record = self.record
        self.rejections.append(
            Rejection(
                table=record.table,
                place=record.place,
                column=column,
                found=self.text(column),
                expected=expected,
                what_to_do=what_to_do,
                whole_record=whole,
                verbatim=dict(record.content),
                subject=self.subject,
            )
        )


def held_back_with(
    parent: FileRecord, records: list[FileRecord], rejections: list[Rejection], subject: str
) -> None:
    """Hold back records because the record to which they belong was."""
    for record in records:
        if record.rejected:
            continue
        record.rejected = True
        rejections.append(
            Rejection(
                table=record.table,
                place=record.place,
                column="",
                found="",
                expected=f"its {parent.table} record to be in order",
                what_to_do=f"It was held back because its {parent.table} ({parent.place}) was; put that right.",
                verbatim=dict(record.content),
                subject=subject,
            )
        )


def fold_equal_rows(rows: list[Row]) -> list[Row]:
    """One row for facts that the files state more than once, made from all the records that state them.

    Refs point to earlier rows of the list, and are moved to the row that is kept.
    """
    kept: dict[Any, Row] = {}
    instead: dict[int, Row] = {}
    for row in rows:
        row.refs = {column: instead[id(to)] for column, to in row.refs.items()}
        written = row.values.get("original")
        identity = (
            row.table,
            frozenset((column, value) for column, value in row.values.items() if column != "original"),
            frozenset(written.items()) if written else None,
            frozenset((column, id(to)) for column, to in row.refs.items()),
        )
        first = kept.setdefault(identity, row)
        if first is not row:
            first.records += tuple(record for record in row.records if record not in first.records)
        instead[id(row)] = first
    return list(kept.values())
