"""What a self-evaluation can say from what is here, under the headings of the inspection framework, and what is missing in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime

from goldthread.exchange.published.frameworks import (
    AREAS,
    CARE,
    FRAMEWORKS,
    LEADERS,
    LEAVERS,
    NO_OVERALL_SINCE,
    PROTECTION,
)
from goldthread.exchange.published.inspections import Inspection
from goldthread.exchange.published.themes import Theme, themes_in
from goldthread.practice import improving
from goldthread.practice.figures.choosing import chosen
from goldthread.practice.figures.seeing import as_it_leaves
from goldthread.practice.figures.telling import Told, told_of
from goldthread.practice.improving import Line
from goldthread.practice.moment import now, today
from goldthread.practice.published import library, our_place
from goldthread.practice.standing import Standing, standing_of
from goldthread.record.models import Account
from goldthread.rulebook.measures import MEASURES

from .figures import Figure, figure_of

FRAMEWORK = FRAMEWORKS["ILACS"]
HEADINGS = (LEADERS, PROTECTION, CARE, LEAVERS)
"""The areas that the framework judges, in its order. There is no overall judgement any more."""
UNDER: dict[str, str] = {
    "Front door": PROTECTION,
    "Help and protection": PROTECTION,
    "Children in care": CARE,
    "Care leavers": LEAVERS,
    "Workforce and oversight": LEADERS,
}
"""Under which heading the measures of each area of work stand."""
STATES = {
    "late": "late",
    "not moving": "its measure does not move",
    "nothing agreed": "nothing is agreed yet",
    "to close": "done, and to be closed",
    "on its way": "on its way",
    "closed": "closed",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that the last inspection asked for. plan: what became of it, in words; empty where it is not in the plan."""

    text: str
    plan: str
    again: int


@dataclass(frozen=True, slots=True)
class Section:
    """One heading: how it was judged, what was asked, what the figures show, and what is done. missing: what nobody wrote yet."""

    heading: str
    question: str
    judged: tuple[str, ...]
    asked: tuple[Asked, ...]
    figures: tuple[Figure, ...]
    plans: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft. by, on: who drew it and when. notes: what whoever reads it must know. missing: how many things, all together."""

    title: str
    council: str
    by: str
    on: date
    notes: tuple[str, ...]
    sections: tuple[Section, ...]

    @property
    def missing(self) -> int:
        return sum(len(each.missing) for each in self.sections)


def draft_of(by: Account, *, council: str) -> Draft:
    """The draft as it stands today. It holds no child, no team and no worker's figures, and no small number."""
    eyes = as_it_leaves(standing_of(by))
    told = told_of(eyes, chosen())
    lines = improving.lines(eyes)
    history = _history()
    sections = tuple(_section(area, told, lines, history, eyes) for area in HEADINGS)
    counted = next((each.month for each in told if each.month), None)
    return Draft(
        "Self-evaluation: draft",
        council,
        by.shown_name,
        today(),
        (
            f"Drawn by {by.shown_name} on {_day(today())} at {localtime(now()):%H:%M}. It is a draft: people finish it.",
            f"Figures are of the months to {counted:%B %Y}." if counted else "No figures were counted yet.",
            "Small numbers, and those that would give them away, are left out, as this is made to leave the house.",
            f"The headings are those of the inspection framework. From {NO_OVERALL_SINCE} no overall judgement is made.",
        ),
        sections,
    )


def _history() -> list[Inspection]:
    place = our_place()
    return [each for each in library().history(place.code) if each.judged] if place else []


def _section(
    area: str, told: Sequence[Told], lines: Sequence[Line], history: Sequence[Inspection], eyes: Standing
) -> Section:
    figures = tuple(figure_of(each) for each in told if UNDER[each.measure.area] == area)
    mine = [line for line in lines if area in areas_of(line)]
    asked = _asked(area, history, lines)
    missing = [f"Commentary on “{each.what}”" for each in figures if each.commentary is None]
    missing += [
        f"New commentary on “{each.what}”: {each.stale}" for each in figures if each.commentary and each.stale
    ]
    missing += [f"An answer in the improvement plan to “{each.text}”" for each in asked if not each.plan]
    missing += [f"A measure for “{line.improvement.asked}”" for line in mine if _wants_a_measure(line)]
    if not history:
        missing.append("How it was judged: no inspection outcomes were brought in")
    if not figures:
        missing.append("Figures: the authority shows none of this area on its page")
    return Section(
        AREAS[area],
        FRAMEWORK.judged[area],
        tuple(
            f"{judged.word} ({_day(each.published_on)}, {each.framework.name})"
            for each in reversed(history)
            if (judged := each.judgement(area)) is not None
        ),
        tuple(asked),
        figures,
        tuple((line.improvement.asked, _plan_words(line)) for line in mine),
        tuple(missing),
    )


def areas_of(line: Line) -> set[str]:
    """The headings under which something in the plan stands: those of its measures, else what its words name, else leaders."""
    measured = {UNDER[MEASURES[each.measure].area] for each in line.movements if each.measure in MEASURES}
    return measured or {_area_of(themes_in(line.improvement.asked))}


def _area_of(themes: Sequence[Theme]) -> str:
    """The heading for something that names these themes: the narrowest of them; leaders answer for what names none."""
    named = {theme.area for theme in themes}
    return next((area for area in (LEAVERS, CARE, LEADERS, PROTECTION) if area in named), LEADERS)


def _asked(area: str, history: Sequence[Inspection], lines: Sequence[Line]) -> list[Asked]:
    """What the last report that asked for anything asked for in this area, and at how many earlier ones its theme was."""
    reports = [each for each in history if each.asked]
    if not reports:
        return []
    last = reports[-1]
    by_number = {(line.improvement.report, line.improvement.report_number): line for line in lines}
    found = []
    for each in last.asked:
        if _area_of(each.themes) != area:
            continue
        line = by_number.get((last.report, each.number))
        again = sum(
            any(set(each.themes[:1]) & set(one.themes) for one in before.asked) for before in reports[:-1]
        )
        found.append(Asked(each.text, _plan_words(line) if line else "", again))
    return found


def _wants_a_measure(line: Line) -> bool:
    return not line.movements and line.state != "closed"


def _plan_words(line: Line) -> str:
    """How something in the plan stands, in a sentence."""
    said = STATES[line.state].capitalize()
    if line.improvement.closed_at is not None:
        return f"Closed on {_day(localdate(line.improvement.closed_at))}: {line.improvement.closed_because}"
    if line.next_one is not None:
        said += f". Next: {line.next_one.what} (by {_day(line.next_one.due_on)})"
    moved = [
        f"{each.what}: {each.now}, {'reached' if each.reached else each.words}" for each in line.movements
    ]
    return f"{said}. {'; '.join(moved)}." if moved else f"{said}."


def _day(day: date) -> str:
    return date_format(day, "j F Y")
