"""Code sets by collection year: which codes a return may carry, and what they mean."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, cached_property
from pathlib import Path

from goldthread.vocabulary.faults import Fault

FOLDER = Path(__file__).parent
NEAREST = 8
PARAPHRASED = "labels are short paraphrases, not the issuing body's wording"


class UnknownCodeSet(Fault):
    """A code set was asked for by a name that no file holds."""


class UnknownCode(Fault):
    """A value is not a code of its set, or not in the collection year asked about."""


@dataclass(frozen=True, slots=True)
class Code:
    """One code with its label, for collection years `first_year` to `last_year` (None: no limit documented).

    A collection year is the year in which it ends: 2026 is 2025-26.
    """

    code: str
    label: str
    first_year: int | None
    last_year: int | None
    confirmed: bool
    source: str
    note: str

    def in_year(self, year: int | None) -> bool:
        """Whether the row holds in the collection year; without a year, always."""
        if year is None:
            return True
        return (self.first_year or year) <= year <= (self.last_year or year)


@dataclass(frozen=True)
class CodeSet:
    """A named set of codes; a code has a row for each span of years with its own label."""

    name: str
    rows: tuple[Code, ...]

    @property
    def source(self) -> str:
        """Where the set was read, with the warning that its labels are paraphrases."""
        return f"{'; '.join(dict.fromkeys(row.source for row in self.rows))} ({PARAPHRASED})"

    def codes(self, year: int | None = None) -> tuple[str, ...]:
        """The codes of the collection year, in the standard's order; without a year, all ever held."""
        return tuple(dict.fromkeys(row.code for row in self.rows if row.in_year(year)))

    def valid(self, code: str, year: int | None = None) -> bool:
        """Whether this is exactly a code of the set in the collection year."""
        return self._row(code, year) is not None

    def confirmed(self, code: str, year: int | None = None) -> bool:
        """Whether the code and its label were read in a source; false for the inferred or not held."""
        row = self._row(code, year)
        return row is not None and row.confirmed

    def label(self, code: str, year: int | None = None) -> str:
        """The meaning of the code in the collection year, or its newest meaning without a year.

        A code held only for other years keeps its label, so that an old record can be read. Raises
        UnknownCode for a code that the set never had.
        """
        row = self._row(code, year) or self._row(code, None)
        if row is None:
            raise UnknownCode(self.refusal(code, year))
        return row.label

    def find(self, value: object) -> str | None:
        """The code that a file's value stands for, forgiving case, spaces and a number's ".0"."""
        return self._by_spelling.get(spelling(value))

    def nearest(self, value: object, year: int | None = None) -> tuple[str, ...]:
        """Up to eight codes of the year, those most like the value first."""
        asked = spelling(value)

        def likeness(code: str) -> float:
            label = self.label(code, year)
            return max(_alike(asked, spelling(code)), _alike(asked, spelling(label)))

        return tuple(sorted(self.codes(year), key=likeness, reverse=True)[:NEAREST])

    def refusal(self, value: object, year: int | None = None) -> str:
        """What to tell a person whose value was refused: found, expected, and the years when that is why."""
        found = self.find(value)
        held = [row for row in self.rows if row.code == found]
        if held and not any(row.in_year(year) for row in held):
            when = " and ".join(dict.fromkeys(_years(row) for row in held))
            return (
                f"found {value!r}, which is a code of {self.name} only {when}, not in "
                f"{collection_year(year)}; {self._expected(value, year)}"
            )
        return f"found {value!r}, which is not a code of {self.name}; {self._expected(value, year)}"

    def _expected(self, value: object, year: int | None) -> str:
        codes, nearest = self.codes(year), self.nearest(value, year)
        listed = ", ".join(nearest)
        if not codes:
            return f"no code of {self.name} is held for {collection_year(year)}"
        more = len(codes) - len(nearest)
        return f"expected one of {listed}" + (f" (or {more} more)" if more else "")

    def _row(self, code: str, year: int | None) -> Code | None:
        return next((row for row in reversed(self.rows) if row.code == code and row.in_year(year)), None)

    @cached_property
    def _by_spelling(self) -> dict[str, str]:
        return {spelling(row.code): row.code for row in self.rows}


def spelling(value: object) -> str:
    """A value as it is compared: text without case or outer space, and a whole number without its ".0"."""
    text = " ".join(str(value).split()).casefold()
    return text.removesuffix(".0") if text.removesuffix(".0").isdigit() else text


def collection_year(year: int | None) -> str:
    """A collection year in words: 2026 is "2025-26"."""
    return "any year" if year is None else f"{year - 1}-{year % 100:02d}"


@cache
def code_set(name: str) -> CodeSet:
    """The code set of this name. Raises UnknownCodeSet, listing the names most like it."""
    found = _all().get(name)
    if found is None:
        like = sorted(_all(), key=lambda held: _alike(name, held), reverse=True)[:NEAREST]
        raise UnknownCodeSet(f"No code set is called {name!r}; the names most like it are {', '.join(like)}.")
    return found


def code_set_names() -> tuple[str, ...]:
    """The names of all code sets, in alphabetical order."""
    return tuple(sorted(_all()))


@cache
def _all() -> dict[str, CodeSet]:
    sets: dict[str, list[Code]] = {}
    for name, code in _rows():
        sets.setdefault(name, []).append(code)
    return {name: CodeSet(name, tuple(rows)) for name, rows in sets.items()}


def _rows() -> Iterator[tuple[str, Code]]:
    for path in sorted(FOLDER.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield (
                    row["code_set"],
                    Code(
                        row["code"],
                        row["label"],
                        int(row["valid_from"]) if row["valid_from"] else None,
                        int(row["valid_to"]) if row["valid_to"] else None,
                        row["confirmed"] == "yes",
                        row["source"],
                        row["note"],
                    ),
                )


def _alike(a: str, b: str) -> float:
    return SequenceMatcher(None, a, b).ratio()


def _years(row: Code) -> str:
    if row.first_year is None:
        return f"to {collection_year(row.last_year)}"
    if row.last_year is None:
        return f"from {collection_year(row.first_year)}"
    return f"from {collection_year(row.first_year)} to {collection_year(row.last_year)}"
