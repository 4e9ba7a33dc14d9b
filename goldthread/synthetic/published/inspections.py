"""Inspections of the made-up authorities: what each judged, what each asked for, and who is like whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from goldthread.exchange.published.authorities import ALBION, OAKSHIRE, PLACES
from goldthread.exchange.published.frameworks import (
    CARE,
    FRAMEWORKS,
    GOOD,
    GRADES,
    IMPROVE,
    LEADERS,
    LEAVERS,
    OUTSTANDING,
    OVERALL,
    PROTECTION,
    TOGETHER_UNTIL_2023,
)
from goldthread.exchange.published.neighbours import TEN

from ..chance import Chance
from . import inspection_words as words

STANDARD, FOCUSED = "ILACS Standard Inspection", "ILACS Focused Visit"
APART_SINCE = date(2023, 1, 1)
"""From then on care leavers are judged by themselves."""
AFTER = timedelta(weeks=6)
"""From the first day of an inspection to its report."""
MODEL = "2025"
CLOSENESS = ("Very close", "Close", "Close", "Close", "Somewhat close")


class Held(NamedTuple):
    """One inspection or visit. grades: by area; none for a visit. asked: what its report asked for."""

    authority: str
    framework: str
    kind: str
    began_on: date
    grades: dict[str, str]
    asked: tuple[str, ...] = ()
    about: str = ""

    @property
    def published_on(self) -> date:
        return self.began_on + AFTER

    @property
    def report(self) -> str:
        return f"{PLACES[self.authority].name.lower()}-{self.published_on.isoformat()}"


def inspections(seed: int) -> list[Held]:
    """Every inspection and visit, the demonstration's own authority first."""
    others = [code for code, place in PLACES.items() if place.made_up and code not in (ALBION, OAKSHIRE)]
    return [
        *_own(),
        *(held for code in others for held in _other(code, Chance(f"inspections {seed} {code}"))),
    ]


def judgement_rows(every: list[Held]) -> Iterator[tuple[object, ...]]:
    """As `JUDGEMENTS` has them."""
    for held in every:
        head = (held.authority, held.framework, held.kind)
        on = (held.began_on, held.published_on, held.about)
        if not held.grades:
            yield (*head, "", "", "", "", *on)
        framework = FRAMEWORKS[held.framework]
        for area, grade in held.grades.items():
            together = area == CARE and held.framework == "ILACS" and LEAVERS not in held.grades
            asked = TOGETHER_UNTIL_2023 if together else framework.judged[area]
            yield (*head, area, asked, framework.word(grade), grade, *on)


def report_rows(every: list[Held]) -> Iterator[tuple[object, ...]]:
    """As `REPORTS` has them."""
    for held in every:
        if held.asked:
            overall = FRAMEWORKS[held.framework].word(held.grades[OVERALL])
            yield held.report, held.authority, held.published_on, held.framework, overall


def recommendation_rows(every: list[Held]) -> Iterator[tuple[object, ...]]:
    """As `RECOMMENDATIONS` has them."""
    for held in every:
        section = "rec" if held.framework == "SIF" else "wnti"
        for number, text in enumerate(held.asked, start=1):
            yield held.report, held.authority, held.published_on, held.framework, section, number, text


def neighbour_rows(seed: int) -> Iterator[tuple[object, ...]]:
    """Each made-up authority has the ten others for neighbours, in an order of its own."""
    codes = [code for code, place in PLACES.items() if place.made_up and code != ALBION]
    for code in codes:
        others = [other for other in codes if other != code]
        Chance(f"neighbours {seed} {code}").shuffle(others)
        for rank, other in enumerate(others[:TEN], start=1):
            yield code, other, rank, CLOSENESS[(rank - 1) // 2], MODEL


def _own() -> list[Held]:
    """Three inspections and two visits: nothing judged inadequate, and the same asked for three times."""
    first, second, third = words.OAKSHIRE
    sif = {OVERALL: IMPROVE, PROTECTION: IMPROVE, CARE: IMPROVE, LEAVERS: GOOD, LEADERS: IMPROVE}
    then = {OVERALL: IMPROVE, LEADERS: IMPROVE, PROTECTION: IMPROVE, CARE: GOOD}
    now = {**then, LEAVERS: IMPROVE}
    return [
        Held(OAKSHIRE, "SIF", "Inspection", date(2014, 3, 10), sif, first),
        Held(OAKSHIRE, "ILACS", STANDARD, date(2018, 5, 14), then, second),
        Held(
            OAKSHIRE,
            "ILACS",
            FOCUSED,
            date(2021, 10, 5),
            {},
            (),
            "Children in need or subject to a protection plan",
        ),
        Held(OAKSHIRE, "ILACS", STANDARD, date(2024, 1, 15), now, third),
        Held(OAKSHIRE, "ILACS", FOCUSED, date(2025, 2, 11), {}, (), "The front door"),
    ]


def _other(code: str, chance: Chance) -> Iterator[Held]:
    """Three inspections of another authority, each grade near to the last one's."""
    grade = chance.choice((GOOD, IMPROVE, IMPROVE, GRADES[-1]))
    for framework, year in (("SIF", 2014), ("ILACS", 2018), ("ILACS", 2022)):
        began = date(year, 1, 6) + timedelta(days=7 * chance.randrange(100))
        areas = [OVERALL, LEADERS, PROTECTION, CARE]
        if framework == "SIF" or began + AFTER >= APART_SINCE:
            areas.append(LEAVERS)
        grades = {area: _near(grade, chance) if area != OVERALL else grade for area in areas}
        themes = chance.sample(sorted(words.ASKED), chance.randrange(3, 6))
        asked = tuple(chance.choice(words.ASKED[theme]) for theme in themes)
        yield Held(code, framework, STANDARD if framework == "ILACS" else "Inspection", began, grades, asked)
        grade = _near(grade, chance, better=0.45)


def _near(grade: str, chance: Chance, better: float = 0.25) -> str:
    """The same grade, or one beside it."""
    at = GRADES.index(grade)
    step = -1 if chance.happens(better) else 1 if chance.happens(0.12) else 0
    return GRADES[min(max(at + step, GRADES.index(OUTSTANDING)), len(GRADES) - 1)]
