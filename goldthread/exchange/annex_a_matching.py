"""Which sheet of a workbook is which list, and which of its columns is which, however they are headed and ordered."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz

from .annex_a_lists import ALSO_CALLED, COLUMNS, ID_COLUMNS, LIST_NAMES

Cell = Any
HEADING_WITHIN = 25  # rows from the top in which the headings may stand
SURE = 100.0
LIKE = 86.0
# Columns that say little of which list it is, since most lists have them.
SHARED = frozenset(
    {
        "Child Unique ID",
        "Gender",
        "Ethnicity",
        "Date of Birth",
        "Age",
        "Does the Child have a Disability",
        "Allocated Team",
        "Allocated Worker",
    }
)
# Words of which two headings must have the same, however alike they are otherwise.
TELLING: dict[str, str] = {
    **dict.fromkeys(("start", "started", "began", "begun", "commenced", "commencement"), "start"),
    **dict.fromkeys(("end", "ended", "ceased", "ceasing", "closure", "closed", "completed", "completion"), "end"),
    **dict.fromkeys(("latest", "last", "recent"), "latest"),
    **dict.fromkeys(("accept", "accepted"), "accepted"),
    **dict.fromkeys(("offer", "offered"), "offered"),
    **dict.fromkeys(("adviser", "advisor"), "adviser"),
    **dict.fromkeys(("matched", "matching"), "match"),
    "first": "first", "initial": "initial", "previous": "previous", "missing": "missing", "absent": "absent",
    "placed": "placed", "order": "order", "no": "no", "longer": "longer", "reason": "reason", "date": "date",
    "team": "team", "worker": "worker", "birth": "birth", "type": "type", "provider": "provider", "postcode": "postcode",
    "urn": "urn", "location": "location", "visit": "visit", "review": "review", "health": "health", "dental": "dental",
    "submitted": "submitted", "approved": "approved", "legal": "legal", "source": "source", "number": "number",
    "alone": "alone", "suitability": "suitability", "1": "1", "2": "2",
}  # fmt: skip


@dataclass(slots=True)
class Sheet:
    """A sheet of the workbook as cells, from its first row; ``formulas`` are those whose result was not saved."""

    name: str
    rows: list[list[Cell]]
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)


@dataclass(slots=True)
class MatchedList:
    """A sheet that was recognised as a list. ``columns``: list column to place in the sheet's rows."""

    name: str
    sheet: Sheet
    heading_row: int
    columns: dict[str, int]
    heard: dict[str, tuple[str, float]]
    strange: dict[str, int] = field(default_factory=dict)
    score: float = 0.0

    @property
    def missing(self) -> list[str]:
        return [column for column in COLUMNS[self.name] if column not in self.columns]

    @property
    def unsaved(self) -> list[tuple[int, int]]:
        """Row and column, from 0, of the list's cells with a formula whose result was not saved."""
        places = set(self.columns.values())
        return [
            (row, place) for row, place in self.sheet.formulas if row >= self.heading_row and place in places
        ]

    def said(self) -> list[str]:
        """What was matched to what, and how sure that is."""
        exactly = sum(1 for _, likeness in self.heard.values() if likeness >= SURE)
        lines = [
            f"The sheet {self.sheet.name!r} is {self.name} ({LIST_NAMES[self.name]}), headings in row {self.heading_row}: "
            f"{len(self.columns)} of {len(COLUMNS[self.name])} columns, {exactly} of them by their exact name."
        ]
        lines += [
            f"{self.name}: the column {heading!r} was read as {column!r} ({likeness:.0f}% alike)."
            for column, (heading, likeness) in self.heard.items()
            if likeness < SURE
        ]
        if self.missing:
            lines.append(f"{self.name}: no column was found for {', '.join(map(repr, self.missing))}.")
        if self.strange:
            lines.append(
                f"{self.name}: the columns {', '.join(map(repr, self.strange))} are not of this list."
            )
        return lines


def cell_text(cell: Cell) -> str:
    """What a cell says: a date as day/month/year, a whole number without its point, text without outer space."""
    if cell is None or cell == "":
        return ""
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y}" if cell.time() == time() else f"{cell:%d/%m/%Y %H:%M}"
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, float):
        # A spreadsheet that saves the workbook again rounds the last few of its 17 digits.
        return f"{cell:.12g}"
    if isinstance(cell, time | timedelta):
        return str(cell)
    return " ".join(str(cell).split())


def plain(heading: str) -> str:
    """A heading without case, marks and brackets round single letters."""
    text = heading.casefold().replace("&", " and ")
    text = re.sub(r"\(\s*y\s*/\s*n\s*\)+", " ", text)
    text = re.sub(r"['’‘`]", "", text)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", text).split())


@lru_cache(maxsize=65_536)
def likeness(heading: str, column: str) -> float:
    """How alike a heading is to a column's name, 0 to 100; 0 where a telling word is in one and not in the other."""
    said = plain(heading)
    best = 0.0
    for name in (column, *ALSO_CALLED.get(column, ())):
        expected = plain(name)
        if said == expected:
            return SURE if name == column else SURE - 1
        if _telling(said) == _telling(expected):
            best = max(best, fuzz.token_sort_ratio(said, expected), fuzz.ratio(said, expected))
    return best if best >= LIKE else 0.0


def _telling(words: str) -> frozenset[str]:
    return frozenset(TELLING[word] for word in words.split() if word in TELLING)


def match_sheets(sheets: list[Sheet]) -> list[MatchedList]:
    """The lists that were recognised, each from the sheet that fits it best; a sheet is one list."""
    candidates = [found for sheet in sheets for name in COLUMNS if (found := _match(sheet, name)) is not None]
    candidates.sort(key=lambda found: found.score, reverse=True)
    taken: dict[str, MatchedList] = {}
    used: set[str] = set()
    for found in candidates:
        if found.name not in taken and found.sheet.name not in used:
            taken[found.name] = found
            used.add(found.sheet.name)
    return [taken[name] for name in COLUMNS if name in taken]


def _match(sheet: Sheet, name: str) -> MatchedList | None:
    """The best reading of a sheet as this list, over the rows in which its headings may stand."""
    best: MatchedList | None = None
    for index in range(min(HEADING_WITHIN, len(sheet.rows))):
        single = [cell_text(cell) for cell in sheet.rows[index]]
        if sum(1 for text in single if text) < 2:
            continue
        choices: list[tuple[int, list[tuple[str, ...]]]] = [(index, [(text,) for text in single])]
        if index + 1 < len(sheet.rows):
            below = [cell_text(cell) for cell in sheet.rows[index + 1]]
            both: list[tuple[str, ...]] = [
                (
                    below[column] if column < len(below) else "",
                    text,
                    f"{text} {below[column]}" if column < len(below) else text,
                )
                for column, text in enumerate(single)
            ]
            choices.append((index + 1, both))
        for heading_row, headings in choices:
            if not any(
                likeness(text, column)
                for texts in headings
                for text in texts
                for column in ID_COLUMNS
                if text
            ):
                continue
            found = _match_columns(sheet, name, heading_row + 1, headings)
            if found is not None and (best is None or found.score > best.score + 0.01):
                best = found
    return best


def _match_columns(
    sheet: Sheet, name: str, heading_row: int, headings: list[tuple[str, ...]]
) -> MatchedList | None:
    pairs = sorted(
        (
            (alike, -place, column, text)
            for place, texts in enumerate(headings)
            for text in texts
            if text
            for column in COLUMNS[name]
            if (alike := likeness(text, column))
        ),
        key=lambda pair: (pair[0], pair[1]),
        reverse=True,
    )
    columns: dict[str, int] = {}
    heard: dict[str, tuple[str, float]] = {}
    for alike, place, column, text in pairs:
        if column not in columns and -place not in columns.values():
            columns[column] = -place
            heard[column] = (text, alike)
    own = [column for column in COLUMNS[name] if column not in SHARED and not column.startswith("Age")]
    owned = [column for column in own if column in columns]
    if not any(column in columns for column in ID_COLUMNS) or 2 * len(owned) < len(own):
        return None
    used = set(columns.values())
    strange = {texts[-1]: place for place, texts in enumerate(headings) if place not in used and any(texts)}
    hint = 0.05 if plain(sheet.name) in (plain(name), plain(LIST_NAMES[name])) else 0.0
    score = len(owned) / len(own) + len(columns) / len(COLUMNS[name]) + hint + len(owned) / 1000
    ordered = {column: columns[column] for column in COLUMNS[name] if column in columns}
    return MatchedList(name, sheet, heading_row, ordered, heard, strange, score)
