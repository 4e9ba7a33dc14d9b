"""What the pages of inspections are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from goldthread.exchange.published.authorities import PLACES, Place
from goldthread.exchange.published.frameworks import AREAS, INADEQUATE
from goldthread.exchange.published.inspections import Inspection, Judged, WentOn
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.published import Library, library, our_place

HOW_THEMES = (
    "A theme counts where a recommendation holds words that name it, such as “supervision” or “drift”. The list of themes is "
    "that of a published count over 431 reports. Its words were not published: ours were chosen until they found as many, and "
    "for some themes they find a few more or fewer. What was asked of a Local Safeguarding Children Board is left out."
)
MOVED = {
    "better": "judged better next time",
    "same": "judged the same next time",
    "worse": "judged worse next time",
    "not judged again": "not judged again",
}


def place_of(code: str, shelf: Library) -> Place:
    """An authority of which an inspection was brought in. Raises RecordNotFound for any other code."""
    place = PLACES.get(code)
    if place is None or place not in shelf.places:
        raise RecordNotFound
    return place


@dataclass(frozen=True, slots=True)
class Cell:
    """What one inspection judged of one area. today: today's word, where it is another; worst: whether it was the lowest."""

    word: str
    today: str = ""
    worst: bool = False


def grid(history: list[Inspection]) -> tuple[list[Inspection], list[tuple[str, list[Cell | None]]]]:
    """The inspections that judged anything, and each area with what each of them judged of it."""
    judging = [each for each in history if each.judged]
    rows = []
    for area, what in AREAS.items():
        cells = [_cell(each.judgement(area)) for each in judging]
        if any(cells):
            rows.append((what, cells))
    return judging, rows


def _cell(judged: Judged | None) -> Cell | None:
    if judged is None:
        return None
    other = judged.today if judged.today.casefold() != judged.word.casefold() else ""
    return Cell(judged.word, other, judged.today == INADEQUATE)


def went_on_lines(several: list[WentOn]) -> list[dict[str, Any]]:
    """Each authority with what it was asked, how it was judged then, and next."""
    return [
        {
            "name": PLACES[each.authority].name,
            "href": reverse("inspections:history", args=[each.authority]),
            "asked_on": each.asked_on,
            "texts": each.texts,
            "then": each.then,
            "next": each.next,
            "next_on": each.next_on,
            "moved": MOVED[each.moved],
        }
        for each in several
    ]


def usual() -> tuple[Library, Place | None]:
    """Every inspection, and the authority whose system this is, where any of its own is there."""
    shelf, ours = library(), our_place()
    return shelf, ours if ours in shelf.places else None
