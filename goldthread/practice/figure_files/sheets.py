"""Figures for spreadsheets: one long table as CSV, and a workbook with definitions and sources. No cell is run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import xlsxwriter
from django.utils.timezone import localtime

from goldthread.practice.spreadsheets import harmless

from .book import GRAINS, KEPT_BACK, POLICY_IN_CELLS, Book, Row

HEADINGS = (
    "Area", "Measure", "Question", "Period", "From", "To", "Team", "Numerator", "Denominator", "Value", "Unit", "Sign", "Better",
    "Source", "Counted at", "Taken out by", "Taken out at",
)  # fmt: skip
DEFINED = (
    "Measure", "Question", "Who counts", "Yes is", "What is added up", "Unit", "Better", "Over time", "Source", "Kind of source",
    "Read in", "Still to be checked", "Published as", "Answered for by", "Take care",
)  # fmt: skip
WIDTHS = {
    "Question": 46,
    "Who counts": 46,
    "Yes is": 40,
    "What is added up": 30,
    "Measure": 38,
    "Source": 40,
    "Take care": 50,
}
USUALLY = 14


def csv_of(book: Book) -> bytes:
    """The long table. Excel reads it as UTF-8 by the mark at its beginning."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(HEADINGS)
    for row in book.rows():
        writer.writerow(map(harmless, _cells(book, row)))
    return ("\ufeff" + written.getvalue()).encode()


def _cells(book: Book, row: Row) -> list[Any]:
    of, total = row.measure, row.total
    denominator = None if total is None or of.kind == "number" else total.denominator
    return [
        of.area, of.what, of.question, row.grain, row.period.first.isoformat(), row.period.last.isoformat(),
        row.team or "The whole authority", None if total is None else total.numerator, denominator, row.value, of.unit,
        KEPT_BACK if total is None else "", of.better, str(of.source), _said(book.told.counted_at), book.taken_by,
        _said(book.taken_at),
    ]  # fmt: skip


def excel_of(book: Book) -> bytes:
    """The workbook: what it is, the newest figures, the months side by side, every figure, definitions, sources."""
    written = io.BytesIO()
    no_guessing = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    workbook = xlsxwriter.Workbook(
        written, {"in_memory": True, "default_date_format": "d mmm yyyy", **no_guessing}
    )
    workbook.set_properties(
        {
            "title": f"Figures, {book.council}",
            "author": book.taken_by,
            "company": book.council,
            "created": book.taken_at.astimezone(UTC),
        }
    )
    pages = _Pages(workbook)
    pages.table(
        "About", ("What this is", ""),
        [
            ("Figures of children's social care", book.council),
            ("Counted at", _said(book.told.counted_at) or "never yet"),
            ("Taken out by", book.taken_by),
            ("Taken out at", _said(book.taken_at)),
            ("Small numbers", POLICY_IN_CELLS),
            ("What it holds", "The newest figures; every month side by side; every figure with its counts; what each measure "
             "means; whose definition it is. No child is in it."),
        ],
        widths=(26, 90),
    )  # fmt: skip
    newest = [(of, book.latest(of)) for of in book.measures]
    pages.table(
        "Newest", ("Measure", "Question", *(f"Last {grain}" for grain in GRAINS), "Unit", "Better"),
        [(of.what, of.question, *(found.get(grain) for grain in GRAINS), of.unit, of.better) for of, found in newest],
    )  # fmt: skip
    months = book.told.periods("month")
    pages.table(
        "By month", ("Measure", "Unit", *(f"{each.last:%b %Y}" for each in months)),
        [
            (of.what, of.unit, *(Row(of, "month", each, "", book.told.of(of).total(each)) for each in months))
            for of in book.measures
        ],
    )  # fmt: skip
    pages.table("Every figure", HEADINGS, [_cells(book, row) for row in book.rows()], filtered=True)
    pages.table("Definitions", DEFINED, [_defined(of) for of in book.measures])
    sources: dict[str, list[str]] = {}
    for of in book.measures:
        sources.setdefault(f"{of.source}\n{of.source.label}\n{of.seen_in}", []).append(of.what)
    pages.table(
        "Sources", ("Source", "Kind of source", "Read in", "Measures"),
        [(*said.split("\n"), "; ".join(named)) for said, named in sources.items()], widths=(50, 22, 50, 60),
    )  # fmt: skip
    workbook.close()
    return written.getvalue()


def _defined(of: Any) -> tuple[str, ...]:
    return (
        of.what, of.question, str(of.out_of), str(of.counting or ""), str(of.amount or ""), of.unit, of.better,
        "months add up to a year" if of.flows else "counted on the last day of a period", str(of.source), of.source.label,
        of.seen_in, of.unconfirmed, of.published, of.owner, of.cautions,
    )  # fmt: skip


class _Pages:
    """Sheets that look alike: headings that stay in sight, text that wraps, numbers as numbers."""

    def __init__(self, workbook: Any) -> None:
        self.workbook = workbook
        plain = {"text_wrap": True, "valign": "top", "font_name": "Arial", "font_size": 11}
        self.heading = workbook.add_format({**plain, "bold": True, "bg_color": "#F3F2F1", "bottom": 2})
        self.text = workbook.add_format(plain)
        self.kept = workbook.add_format({**plain, "font_color": "#505A5F", "align": "right"})
        numbers = {"%": "0.0", "number": "#,##0", "mean": "#,##0.0"}
        self.numbers = {
            name: workbook.add_format({**plain, "num_format": each}) for name, each in numbers.items()
        }

    def table(
        self,
        name: str,
        headings: Sequence[str],
        rows: Sequence[Sequence[Any]],
        *,
        widths: Sequence[int] = (),
        filtered: bool = False,
    ) -> None:
        sheet = self.workbook.add_worksheet(name)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.freeze_panes(1, 1)
        for column, heading in enumerate(headings):
            sheet.set_column(column, column, widths[column] if widths else WIDTHS.get(heading, USUALLY))
            sheet.write_string(0, column, heading, self.heading)
        for at, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                self._write(sheet, at, column, cell)
        if filtered and rows:
            sheet.autofilter(0, 0, len(rows), len(headings) - 1)

    def _write(self, sheet: Any, at: int, column: int, cell: Any) -> None:
        if isinstance(cell, Row):
            if cell.total is None:
                sheet.write_string(at, column, KEPT_BACK, self.kept)
            elif cell.value is not None:
                kind = "%" if cell.measure.unit == "%" else cell.measure.kind
                sheet.write_number(at, column, cell.value, self.numbers[kind])
        elif isinstance(cell, (int, float)):
            sheet.write_number(
                at, column, cell, self.numbers["mean" if isinstance(cell, float) else "number"]
            )
        elif cell:
            sheet.write_string(at, column, str(cell), self.text)


def _said(moment: datetime | None) -> str:
    return f"{localtime(moment):%Y-%m-%d %H:%M}" if moment else ""
