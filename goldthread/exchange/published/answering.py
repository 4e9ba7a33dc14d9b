"""What is published of one authority, beside its statistical neighbours and England."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

import polars as pl

from goldthread.rulebook.published import PublishedMeasure

from .authorities import PLACES, TOGETHER, Place, together_of
from .figures import figures
from .neighbours import neighbours_of
from .rounding import rounded
from .tokens import why

WORKED_OUT = "worked out from the published counts"


@dataclass(frozen=True, slots=True)
class Beside:
    """Comparators of one figure. england: England's, or that of the made-up country for a made-up authority. values: those of the
    neighbours that have one; of: how many neighbours there are."""

    england: float | None
    values: tuple[float, ...]
    of: int
    places: int

    @property
    def median(self) -> float | None:
        return rounded(median(self.values), self.places + 1) if self.values else None

    def as_json(self) -> dict[str, Any]:
        return {
            "england": self.england,
            "neighbours": {
                "median": self.median,
                "lowest": min(self.values, default=None),
                "highest": max(self.values, default=None),
                "with_a_value": len(self.values),
                "of": self.of,
            },
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """One published figure of an authority. value: missing where a sign stands (``token``), for the reason in ``why``.

    source: the release and the file. also: the same figure as another file prints it, where that differs. note: what became
    of the authority, or with which it returned together.
    """

    measure: PublishedMeasure
    year: int
    period: str
    value: float | None
    token: str
    numerator: float | None
    denominator: float | None
    source: str
    also: tuple[tuple[str, str], ...] = ()
    note: str = ""
    beside: Beside | None = None

    @property
    def why(self) -> str:
        return why(self.token) if self.value is None else ""

    def as_json(self) -> dict[str, Any]:
        said: dict[str, Any] = {
            "measure": self.measure.name,
            "year": self.year,
            "value": self.value,
            "source": self.source,
            "unit": self.measure.unit,
            "period": self.period,
            "numerator": self.numerator,
            "denominator": self.denominator,
        }
        if self.measure.tool:
            said["published_as"] = self.measure.tool
        if self.value is None:
            said |= {"why": self.why, "token": self.token}
        if self.also:
            said["also"] = [{"value": value, "source": source} for value, source in self.also]
        if self.note:
            said["note"] = self.note
        if self.beside is not None:
            said["compare"] = self.beside.as_json()
        return said


@dataclass(slots=True)
class Standing:
    """The figures of every place for the measures asked for, ready to be answered from. sources: what pages call each file."""

    measures: Mapping[str, PublishedMeasure]
    table: pl.DataFrame
    sources: Sequence[str]
    neighbours: pl.DataFrame

    @classmethod
    def of(
        cls,
        values: pl.DataFrame,
        measures: Iterable[PublishedMeasure],
        sources: Sequence[str],
        neighbours: pl.DataFrame,
    ) -> Standing:
        asked = {measure.name: measure for measure in measures}
        return cls(asked, figures(values, asked.values()), sources, neighbours)

    def neighbours_of(self, code: str) -> tuple[str, ...]:
        """The authority's neighbours of the newest model, closest first."""
        return neighbours_of(self.neighbours, code)

    def answers(self, place: Place, *, compare: bool = False) -> list[Answer]:
        """Every figure of one place, measure by measure and year by year, oldest first."""
        found: list[Answer] = []
        others = self.neighbours_of(place.code)
        codes = self.table["authority"].unique().to_list()
        joint = {each for each in codes if TOGETHER in each and place.code in together_of(each)}
        wanted = {place.code, *joint, *(others if compare else ()), *({place.country} if compare else ())}
        rows = self.table.filter(pl.col("authority").is_in(sorted(wanted)))
        by_measure = rows.partition_by("measure", as_dict=True)
        for name, measure in self.measures.items():
            told: dict[str, dict[int, list[dict[str, Any]]]] = {}
            mine = by_measure.get((name,), rows.clear()).sort("order", "authority")
            for row in mine.iter_rows(named=True):
                told.setdefault(row["authority"], {}).setdefault(row["year"], []).append(row)
            years = {year for code in (place.code, *joint) for year in told.get(code, {})}
            for year in sorted(years):
                answer = self._answer(measure, place, joint, told, year)
                if compare:
                    answer = _beside(answer, told, others, place.country)
                found.append(answer)
        return found

    def _answer(
        self,
        measure: PublishedMeasure,
        place: Place,
        joint: set[str],
        told: Mapping[str, Mapping[int, list[dict[str, Any]]]],
        year: int,
    ) -> Answer:
        own = told.get(place.code, {}).get(year, [])
        shared = [row for code in sorted(joint) for row in told.get(code, {}).get(year, [])]
        quoted = _quoted(own)
        note = place.in_year(year) if quoted is None or quoted["value"] is None else ""
        if (
            (quoted is None or quoted["value"] is None)
            and (together := _quoted(shared))
            and together["value"] is not None
        ):
            quoted, own = together, shared
            with_whom = [
                PLACES[code].name for code in together_of(together["authority"]) if code != place.code
            ]
            note = f"published together with {' and '.join(with_whom)}"
        assert quoted is not None  # a year is asked of only where something is told of it
        also = tuple(
            (f"{row['value']:g}" if row["value"] is not None else row["token"], self._source(row))
            for row in own
            if row is not quoted and row["value"] is not None and row["value"] != quoted["value"]
        )
        return Answer(
            measure, year, quoted["period"], quoted["value"], quoted["token"], quoted["numerator"], quoted["denominator"],
            self._source(quoted), also, note,
        )  # fmt: skip

    def _source(self, row: Mapping[str, Any]) -> str:
        return WORKED_OUT if row["source"] is None else self.sources[row["source"]]


def _quoted(rows: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Which of several to quote: the first that holds a number, else the first that holds a sign."""
    return next((row for row in rows if row["value"] is not None), rows[0] if rows else None)


def _beside(
    answer: Answer,
    told: Mapping[str, Mapping[int, list[dict[str, Any]]]],
    others: Sequence[str],
    country: str,
) -> Answer:
    def value(code: str) -> float | None:
        row = _quoted(told.get(code, {}).get(answer.year, []))
        return row["value"] if row else None

    values = tuple(each for each in map(value, others) if each is not None)
    return replace(answer, beside=Beside(value(country), values, len(others), answer.measure.places))
