"""The inspections of an authority: what each judged and asked for, what came back, and how similar authorities went on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import polars as pl

from .frameworks import AREAS, CARE, FRAMEWORKS, GRADES, OVERALL, Framework
from .reports import section_words
from .themes import Theme, asked_of_the_authority, themes_in

NEAR = 3
"""Days by which a report's own date and the list's may differ and still be of one inspection."""
SIF_BEGAN = date(2013, 11, 1)
"""For a report whose index does not say its framework: before this day it was the inspection of child protection."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One judgement. asked: the question as it was put; word: the judgement in the word of its time; today: in today's."""

    area: str
    asked: str
    word: str
    today: str

    @property
    def what(self) -> str:
        return AREAS[self.area]


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a report asked for."""

    section: str
    number: int
    text: str
    themes: tuple[Theme, ...]

    @property
    def under(self) -> str:
        return section_words(self.section)


@dataclass(slots=True)
class Inspection:
    """One inspection or visit. about: what a visit was about. report: the name of its report, where that was read."""

    authority: str
    framework: Framework
    kind: str
    published_on: date
    inspected_on: date | None
    about: str = ""
    report: str = ""
    judged: list[Judged] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)

    def judgement(self, area: str) -> Judged | None:
        return next((each for each in self.judged if each.area == area), None)


@dataclass(frozen=True, slots=True)
class CameBack:
    """A theme for which an authority was asked more than once, with each time and what was asked then."""

    theme: Theme
    times: tuple[tuple[date, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class WentOn:
    """A similar authority that was asked the same. then, next: its judgement of the theme's area at that time, and the next one.

    Either is missing where no judgement of the area is there. moved: better, same, worse, or "not judged again".
    """

    authority: str
    theme: Theme
    asked_on: date
    texts: tuple[str, ...]
    then: Judged | None
    next: Judged | None
    next_on: date | None

    @property
    def moved(self) -> str:
        if self.then is None or self.next is None:
            return "not judged again"
        before, after = GRADES.index(self.then.today), GRADES.index(self.next.today)
        return "better" if after < before else "worse" if after > before else "same"


def inspections_of(judgements: pl.DataFrame, recommendations: pl.DataFrame, code: str) -> list[Inspection]:
    """The inspections and visits of one authority, oldest first, each with its judgements and what its report asked for."""
    found: dict[tuple[str, date, str], Inspection] = {}
    mine = judgements.filter((pl.col("authority") == code) & pl.col("published_on").is_not_null())
    for row in mine.sort("published_on", "framework", "area").iter_rows(named=True):
        key = (row["framework"], row["published_on"], row["inspection"] if not row["area"] else "")
        if key not in found:
            found[key] = Inspection(
                code,
                FRAMEWORKS[row["framework"]],
                row["inspection"],
                row["published_on"],
                row["inspected_on"],
                row["about"],
            )
        if row["area"]:
            found[key].judged.append(Judged(row["area"], row["asked"], row["judgement"], row["today"]))
    every = list(found.values())
    theirs = recommendations.filter((pl.col("authority") == code) & pl.col("published_on").is_not_null())
    for [report], rows in (
        theirs.sort("number", maintain_order=True)
        .partition_by("report", as_dict=True, maintain_order=True)
        .items()
    ):
        _put_with(every, str(report), list(rows.iter_rows(named=True)), code)
    for each in every:
        each.judged.sort(key=lambda judged: list(AREAS).index(judged.area))
    return sorted(every, key=lambda each: (each.published_on, each.framework.name))


def _put_with(every: list[Inspection], report: str, rows: list[dict[str, Any]], code: str) -> None:
    """What a report asked for goes with the inspection published on its day; a report of none on the list is one of its own."""
    day, framework = rows[0]["published_on"], rows[0]["framework"]
    near = [each for each in every if each.judged and abs((each.published_on - day).days) <= NEAR]
    if near:
        one = min(near, key=lambda each: abs((each.published_on - day).days))
    else:
        one = Inspection(
            code, FRAMEWORKS[framework or ("SIF" if day >= SIF_BEGAN else "CPI")], "Inspection", day, None
        )
        every.append(one)
    one.report = report
    one.asked += [
        Asked(row["section"], row["number"], row["text"], tuple(themes_in(row["text"]))) for row in rows
    ]


def came_back(recommendations: pl.DataFrame, code: str) -> list[CameBack]:
    """The themes for which an authority was asked at more than one inspection, those asked oftenest first."""
    mine = asked_of_the_authority(recommendations).filter(
        (pl.col("authority") == code) & pl.col("published_on").is_not_null()
    )
    times: dict[str, dict[date, list[str]]] = {}
    themes: dict[str, Theme] = {}
    for day, text in mine.sort("published_on", "number").select("published_on", "text").iter_rows():
        for theme in themes_in(text):
            themes[theme.name] = theme
            times.setdefault(theme.name, {}).setdefault(day, []).append(text)
    found = [
        CameBack(themes[name], tuple((day, tuple(texts)) for day, texts in sorted(days.items())))
        for name, days in times.items()
        if len(days) > 1
    ]
    return sorted(found, key=lambda each: (-len(each.times), -sum(len(texts) for _, texts in each.times)))


def went_on(
    judgements: pl.DataFrame, recommendations: pl.DataFrame, codes: tuple[str, ...], theme: Theme
) -> list[WentOn]:
    """Of some authorities (an authority's statistical neighbours), each time one was asked for a theme and what was judged next.

    See `went_on_in`.
    """
    return went_on_in({code: inspections_of(judgements, recommendations, code) for code in codes}, theme)


def went_on_in(histories: Mapping[str, Sequence[Inspection]], theme: Theme) -> list[WentOn]:
    """The same of authorities' inspections, each authority's oldest first.

    In the order of the authorities, then by day. The judgement is that of the theme's area; where children in care and care
    leavers were judged as one, it is that one's, and where the area was not judged at all, the overall one.
    """
    found: list[WentOn] = []
    for code, every in histories.items():
        history = [each for each in every if each.judged or each.asked]
        for at, inspection in enumerate(history):
            texts = tuple(
                asked.text
                for asked in inspection.asked
                if theme in asked.themes and "LSCB" not in asked.section
            )
            if not texts:
                continue
            later = [
                (each, judged)
                for each in history[at + 1 :]
                if (judged := _of_area(each, theme.area)) is not None
            ]
            then = _of_area(inspection, theme.area)
            after, judged = later[0] if later else (None, None)
            found.append(
                WentOn(
                    code,
                    theme,
                    inspection.published_on,
                    texts,
                    then,
                    judged,
                    after.published_on if after else None,
                )
            )
    return found


def _of_area(inspection: Inspection, area: str) -> Judged | None:
    """The judgement of an area: itself, that of children in care for care leavers, or where none was made, the overall one."""
    for each in (area, CARE if area == "care_leavers" else area, OVERALL):
        if (judged := inspection.judgement(each)) is not None:
            return judged
    return None
