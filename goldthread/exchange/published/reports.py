"""Inspection reports, and what each asked for: its recommendations, priority actions and areas for improvement."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import polars as pl

from .authorities import BY_URN
from .files import ROW, Sheet
from .tidy import Wrong, refuse

INDEX = frozenset({"file", "urn", "date", "kind", "overall", "n_bullets"})
ASKED = frozenset({"urn", "date", "kind", "section", "n", "text", "file"})
REPORTS = {
    "report": pl.String,
    "authority": pl.String,
    "published_on": pl.Date,
    "framework": pl.String,
    "overall": pl.String,
}
RECOMMENDATIONS = {
    "report": pl.String,
    "authority": pl.String,
    "published_on": pl.Date,
    "framework": pl.String,
    "section": pl.String,
    "number": pl.Int32,
    "text": pl.String,
}
"""report: the name of the report's text. framework: SLAC, SIF or ILACS, and for a report that its index could not tell, none.
section: under which heading it stands; ``board`` ones were asked of the Local Safeguarding Children Board."""

SECTIONS = {
    "wnti": "What needs to improve",
    "rec": "Recommendations",
    "pa": "Priority and immediate action",
    "afi": "Areas for improvement",
}
BOARD = "-LSCB"
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WRITTEN = re.compile(r"(\d{1,2}) ([a-z]+) (\d{4})")
BULLETS = re.compile(r"\s*[\uf000-\uf8ff\N{BULLET}\N{BLACK MEDIUM SQUARE}\N{BLACK SQUARE}]\s*")


def read_index(sheet: Sheet) -> pl.DataFrame:
    """The reports as `REPORTS`. Raises WrongRows for an authority or a day that is none."""
    wrong: list[Wrong] = []
    rows = [
        (row["file"], *_head(sheet, row, wrong), (row["overall"] or "").strip())
        for row in sheet.table.iter_rows(named=True)
    ]
    refuse(wrong, "Check whether the file was changed after it was made.")
    return pl.DataFrame(rows, schema=REPORTS, orient="row")


def read_recommendations(sheet: Sheet) -> pl.DataFrame:
    """What the reports asked for as `RECOMMENDATIONS`. Raises WrongRows for what is none of what its column says."""
    wrong: list[Wrong] = []
    rows: list[tuple[Any, ...]] = []
    for row in sheet.table.iter_rows(named=True):
        section, number, text = (
            (row["section"] or "").strip(),
            (row["n"] or "").strip(),
            (row["text"] or "").strip(),
        )
        if section.removesuffix(BOARD) not in SECTIONS:
            wrong.append(
                Wrong(
                    sheet.name,
                    row[ROW],
                    "section",
                    section,
                    f"one of {', '.join(SECTIONS)}, with {BOARD} or without",
                )
            )
        if not number.isdigit():
            wrong.append(Wrong(sheet.name, row[ROW], "n", number, "a whole number"))
        if not text:
            wrong.append(Wrong(sheet.name, row[ROW], "text", "", "what was asked for"))
        head = _head(sheet, row, wrong)
        rows.append(
            (row["file"], *head, section, int(number) if number.isdigit() else 0, BULLETS.sub(" - ", text))
        )
    refuse(wrong, "Check whether the file was changed after it was made.")
    return pl.DataFrame(rows, schema=RECOMMENDATIONS, orient="row")


def section_words(section: str) -> str:
    """The heading under which it stands, and of whom it was asked where that was not the authority."""
    words = SECTIONS[section.removesuffix(BOARD)]
    return f"{words} (asked of the Local Safeguarding Children Board)" if section.endswith(BOARD) else words


def _head(sheet: Sheet, row: dict[str, Any], wrong: list[Wrong]) -> tuple[str, date | None, str]:
    urn = (row["urn"] or "").strip()
    if urn not in BY_URN:
        wrong.append(Wrong(sheet.name, row[ROW], "urn", urn, "Ofsted's number of an authority in the list"))
    kind = (row["kind"] or "").strip()
    return BY_URN.get(urn, ""), _day(sheet, row, wrong), "" if kind == "other" else kind


def _day(sheet: Sheet, row: dict[str, Any], wrong: list[Wrong]) -> date | None:
    said = " ".join((row["date"] or "").casefold().split())
    found = WRITTEN.fullmatch(said)
    try:
        if found is None:
            raise ValueError
        return date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
    except ValueError:
        wrong.append(Wrong(sheet.name, row[ROW], "date", said, "a day such as 9 May 2023"))
        return None
