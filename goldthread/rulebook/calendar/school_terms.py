"""School terms: an authority's setting. Until it gives its own, a default that every answer built on it owns up to."""

from __future__ import annotations

import csv
import os
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from goldthread.vocabulary.faults import Fault

VARIABLE = "GOLDTHREAD_SCHOOL_TERMS"
FIRST_YEAR, LAST_YEAR = 2000, 2045
EPOCH = date(1970, 1, 1).toordinal()
HOW_TO_SET = (
    f"Name a file of your own terms in {VARIABLE}: CSV with the columns begins and ends, one term a line, "
    "dates as 2026-09-01."
)
BY_DEFAULT = (((1, 5), (3, 31)), ((4, 15), (7, 22)), ((9, 1), (12, 20)))


class OutsideTerms(Fault):
    """A date after which no school term is known."""


@dataclass(frozen=True)
class SchoolTerms:
    """Terms in order, each from its first day to its last. assumed: whether they are the default and no authority's own."""

    version: str
    begins: tuple[date, ...]
    ends: tuple[date, ...]
    assumed: bool = False

    @classmethod
    def read(cls, path: Path | None = None) -> SchoolTerms:
        """The authority's terms from its file, or the default. Raises Fault for a file that is no list of terms."""
        named = os.environ.get(VARIABLE, "")
        if path is None and not named:
            return by_default()
        path = path or Path(named)
        try:
            with path.open(encoding="utf-8-sig", newline="") as file:
                terms = sorted(
                    (date.fromisoformat(row["begins"].strip()), date.fromisoformat(row["ends"].strip()))
                    for row in csv.DictReader(file)
                )
        except (OSError, KeyError, AttributeError, ValueError) as wrong:
            raise Fault(f"{path} is no list of school terms ({wrong}). {HOW_TO_SET}") from wrong
        for (_, ended), (began, _) in pairwise(terms):
            if began <= ended:
                raise Fault(
                    f"{path}: the term that begins on {began} begins before the last one ends. {HOW_TO_SET}"
                )
        if not terms or any(ended < began for began, ended in terms):
            raise Fault(f"{path} has no terms, or one that ends before it begins. {HOW_TO_SET}")
        return cls(f"school terms of {path.name}", tuple(b for b, _ in terms), tuple(e for _, e in terms))

    def end_after(self, day: date, number: int) -> date:
        """The last day of the ``number``th term that begins after a day. Raises OutsideTerms beyond the last term."""
        at = bisect_right(self.begins, day) + number - 1
        if day < self.begins[0] or at >= len(self.ends):
            raise OutsideTerms(
                f"No school term is known that far from {day}: they are known from {self.begins[0]} to {self.ends[-1]}. "
                + HOW_TO_SET
            )
        return self.ends[at]

    @cached_property
    def begin_days(self) -> array[int]:
        """The first days, as days since 1 January 1970."""
        return array("i", (day.toordinal() - EPOCH for day in self.begins))

    @cached_property
    def end_days(self) -> array[int]:
        """The last days, as days since 1 January 1970."""
        return array("i", (day.toordinal() - EPOCH for day in self.ends))


def by_default() -> SchoolTerms:
    """Three terms a year on the same days every year: nobody's own, so flagged."""
    terms = [
        (date(year, *begins), date(year, *ends))
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
        for begins, ends in BY_DEFAULT
    ]
    return SchoolTerms(
        "school terms by default, not the authority's own",
        tuple(b for b, _ in terms),
        tuple(e for _, e in terms),
        True,
    )
