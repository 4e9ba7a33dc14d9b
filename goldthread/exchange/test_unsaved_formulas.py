"""Formulas that were saved without their results, as programs other than spreadsheets save them."""

from __future__ import annotations

import openpyxl
import pytest
import xlsxwriter

from .annex_a_lists import COLUMNS
from .unsaved_formulas import unsaved_formulas

HEADINGS = list(COLUMNS["List 3"])
PLACE = HEADINGS.index("Date of Referral")
ROW = ["101" if heading == "Child Unique ID" else None for heading in HEADINGS]


def test_a_date_whose_formula_has_no_result_is_rejected_and_not_taken_for_empty(tmp_path, read):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "List 3"
    sheet.append(HEADINGS)
    sheet.append(ROW)
    sheet.cell(2, PLACE + 1).value = "=DATE(2025,1,2)+1"
    book.save(tmp_path / "lists.xlsx")
    found = read(tmp_path / "lists.xlsx")
    (rejection,) = found.rejections
    assert (rejection.place.row, rejection.column) == (2, "Date of Referral")
    assert rejection.found == "=DATE(2025,1,2)+1"
    (warning,) = [said for said in found.reading.warnings if "formula" in said]
    assert "found 1 cells with a formula whose result was not saved, the first in row 2." in warning


@pytest.mark.parametrize("result", [45660, "yes", ""])
def test_only_a_formula_without_its_result_is_found(tmp_path, result):
    path = tmp_path / "lists.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("List 3").write_formula(1, 2, "=A1", None, result)
    expected = {} if result else {"List 3": {(1, 2): "=A1"}}
    assert unsaved_formulas(path) == expected
