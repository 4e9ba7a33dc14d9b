"""Taking out what is left out: texts become runs, of which each is words that stay or a gap that says its ground."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from goldthread.practice.subject_access.contents import CONTENT, Contents
from goldthread.rulebook.subject_access import GROUNDS


@dataclass(frozen=True, slots=True)
class Out:
    """One decision to leave something out. kind: a ground of the rulebook."""

    kind: str
    words: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stay, or a gap: then `kind` is its ground and there are no words."""

    text: str = ""
    kind: str = ""

    def __str__(self) -> str:
        return f"[left out: {GROUNDS[self.kind].gap}]" if self.kind else self.text


Runs = tuple[Run, ...]


class Gaps:
    """What is left out of one record, and how often it was found.

    stays: whole names that stay although a part of one is left out elsewhere: a worker may be called as an aunt is.
    """

    def __init__(self, out: Iterable[Out], stays: Iterable[str] = ()) -> None:
        several = list(out)
        self._kind_of_cell = {cell: each.kind for each in several for cell in each.cells}
        self._rows = {
            cell.rpartition(":")[0]
            for cell in self._kind_of_cell
            if cell.count(":") == 2 and not cell.endswith(f":{CONTENT}")
        }
        self._kind_of_word = {
            _folded(word): each.kind for each in several for word in each.words if word.strip()
        }
        words = [word for each in several for word in each.words]
        self._pattern = pattern_of([*words, *stays]) if words else None
        self.count = 0

    def cell(self, key: str, text: str) -> Runs:
        """What is given of one cell: the whole of it is a gap where its row or itself is left out."""
        row = key.rpartition(":")[0]
        kind = self._kind_of_cell.get(row) or self._kind_of_cell.get(key)
        return self._gap(kind) if kind else self.words(text)

    def happening(self, key: str, title: str, details: str, beside: str) -> tuple[Runs, Runs, Runs]:
        """What is given of a timeline's entry. Of a row of which any cell is left out only the title stays."""
        row = key.rpartition(":")[0]
        whole = self._kind_of_cell.get(row) or self._kind_of_cell.get(key)
        if whole:
            return self._gap(whole), (), ()
        if row in self._rows:
            kind = next(kind for cell, kind in self._kind_of_cell.items() if cell.startswith(f"{row}:"))
            return self.words(title), self._gap(kind) if details else (), self.words(beside)
        return self.words(title), self.words(details), self.words(beside)

    def words(self, text: str) -> Runs:
        """A text as runs: the words that are left out are gaps, wherever they stand and however they are written."""
        if not text:
            return ()
        if self._pattern is None:
            return (Run(text),)
        runs: list[Run] = []
        end = 0
        for found in self._pattern.finditer(text):
            kind = self._kind_of_word.get(_folded(found[0]))
            if kind is None:
                continue
            if found.start() > end:
                runs.append(Run(text[end : found.start()]))
            runs += self._gap(kind)
            end = found.end()
        if end < len(text):
            runs.append(Run(text[end:]))
        return tuple(runs)

    def _gap(self, kind: str) -> Runs:
        self.count += 1
        return (Run(kind=kind),)


def pattern_of(words: Iterable[str]) -> re.Pattern[str] | None:
    """What finds any of these words as whole words, longest first, with any space between them; None for none."""
    each = sorted({word.strip() for word in words if word.strip()}, key=len, reverse=True)
    if not each:
        return None
    spelt = (r"\s+".join(re.escape(part) for part in word.split()) for word in each)
    return re.compile(r"(?<!\w)(?:" + "|".join(spelt) + r")(?!\w)", re.IGNORECASE)


def places_of(words: Iterable[str], text: str, stays: Iterable[str]) -> list[re.Match[str]]:
    """Where any of these words stand in a text, but for those within a name that stays."""
    wanted = {_folded(word) for word in words}
    pattern = pattern_of([*words, *stays]) if wanted else None
    return [found for found in pattern.finditer(text) if _folded(found[0]) in wanted] if pattern else []


def _folded(word: str) -> str:
    return " ".join(word.split()).casefold()


@dataclass(frozen=True, slots=True)
class GivenHappening:
    """A timeline's entry as it is given."""

    year: int
    day: str
    title: Runs
    details: Runs
    beside: Runs


@dataclass(frozen=True, slots=True)
class Given:
    """The record as it is given. tables: name, sentence, rows; a row is its cells: column, label, runs."""

    happenings: tuple[GivenHappening, ...]
    tables: tuple[tuple[str, str, tuple[tuple[tuple[str, str, Runs], ...], ...]], ...]
    gaps: int
    rows: int

    @property
    def files(self) -> list[str]:
        """The names of the files that are given whole, in order."""
        cells = (cell for name, _, rows in self.tables if name == "documents" for row in rows for cell in row)
        return [
            "".join(run.text for run in runs)
            for column, _, runs in cells
            if column == CONTENT and not any(run.kind for run in runs)
        ]

    @property
    def kinds(self) -> dict[str, int]:
        """How often something is left out, by ground."""
        of_years = [run for each in self.happenings for run in (*each.title, *each.details, *each.beside)]
        of_rows = [run for _, _, rows in self.tables for row in rows for _, _, runs in row for run in runs]
        return dict(Counter(run.kind for run in (*of_years, *of_rows) if run.kind))

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of all that is given: another second look is needed where it is another."""
        told = [
            [list(map(str, (*each.title, *each.details, *each.beside))), each.day] for each in self.happenings
        ]
        rows = [
            [name, [[[c, list(map(str, runs))] for c, _, runs in row] for row in rows]]
            for name, _, rows in self.tables
        ]
        return hashlib.sha256(json.dumps([told, rows]).encode()).hexdigest()


def given(contents: Contents, out: Iterable[Out]) -> Given:
    """The contents with everything taken out that is left out."""
    gaps = Gaps(out, contents.staff)
    happenings = []
    for each in contents.timeline:
        title, details, beside = gaps.happening(each.key, each.title, each.details, each.beside)
        day = f"{each.day.day} {each.day:%B} {each.day.year}"
        happenings.append(GivenHappening(each.day.year, day, title, details, beside))
    tables = tuple(
        (
            name,
            sentence,
            tuple(
                tuple(
                    (cell.key.rpartition(":")[2], cell.label, gaps.cell(cell.key, cell.text))
                    for cell in entry.cells
                )
                for entry in entries
            ),
        )
        for name, (sentence, entries) in contents.tables.items()
    )
    return Given(tuple(happenings), tables, gaps.count, contents.rows)
