"""Full-text search in what inspection reports asked for.

An index in memory (SQLite's FTS5, words by their stems) that is made from the rows in some tens of milliseconds: the record's
own database may be any.
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

WORDS = re.compile(r'"([^"]+)"|([^\s"]+)')
LETTERS = re.compile(r"[^\W_]+", re.UNICODE)
MARK = ("«", "»")


@dataclass(frozen=True, slots=True)
class Found:
    """One recommendation that was found. shown: its text with the words that were found between « and »."""

    report: str
    authority: str
    published_on: date | None
    framework: str
    section: str
    number: int
    text: str
    shown: str


class Recommendations:
    """What the reports asked for, ready to be searched."""

    def __init__(self, recommendations: pl.DataFrame) -> None:
        self._rows = recommendations.select(
            "report", "authority", "published_on", "framework", "section", "number", "text"
        ).rows(named=True)
        self._index = sqlite3.connect(":memory:", check_same_thread=False)
        self._index.execute(
            "CREATE VIRTUAL TABLE asked USING fts5(text, authority UNINDEXED, framework UNINDEXED, tokenize='porter unicode61')"
        )
        self._index.executemany(
            "INSERT INTO asked (rowid, text, authority, framework) VALUES (?, ?, ?, ?)",
            ((at, row["text"], row["authority"], row["framework"]) for at, row in enumerate(self._rows)),
        )

    def search(self, words: str, *, authority: str = "", framework: str = "", most: int = 50) -> list[Found]:
        """Those that hold every word, or words in quotes one after another, whatever their endings; the best first.

        Of one authority or framework where it is named. Nothing for a question without a word.
        """
        if not (asked := _query(words)):
            return []
        where, given = "asked MATCH ?", [asked]
        for column, value in (("authority", authority), ("framework", framework)):
            if value:
                where += f" AND {column} = ?"
                given.append(value)
        rows = self._index.execute(
            f"SELECT rowid, highlight(asked, 0, ?, ?) FROM asked WHERE {where} ORDER BY rank, rowid LIMIT ?",
            (*MARK, *given, most),
        )
        return [_found(self._rows[at], shown) for at, shown in rows]


def _query(words: str) -> str:
    """What somebody typed as a query of plain words and phrases: no sign in it means anything."""
    parts = [" ".join(LETTERS.findall(phrase or word)) for phrase, word in WORDS.findall(words)]
    return " AND ".join(f'"{part}"' for part in parts if part)


def _found(row: dict[str, Any], shown: str) -> Found:
    return Found(shown=shown, **row)
