"""Authorities, regions and England by code: three figures of the Department for Education, nine characters of the ONS.

The list is committed: taken on 22 November 2026 from the codes that the Department's releases print beside each figure
(Open Government Licence v3.0), with the reorganisations since 2009 that those releases show.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from goldthread.vocabulary.faults import Fault

LIST = Path(__file__).parent / "authorities.csv"
MADE_UP = Path(__file__).parent / "made_up_authorities.csv"
"""Those of the demonstration, with codes that no real place has: a real authority's three figures never begin with a nought."""
ENGLAND = "E92000001"
ALBION, OAKSHIRE = "X92000001", "001"
"""The made-up authorities' country, so that none of their figures stands under England's code; and the demonstration's own."""
TOGETHER = "/"


@dataclass(frozen=True, slots=True)
class Place:
    """An authority, a region or England.

    code: three figures, or the ONS code of what is no authority. ons: every ONS code that it has had, today's first. tool: its
    number in the interactive tool. urn: Ofsted's number. since, until: its first and last day, where it was made or abolished.
    became: the codes of those that followed it. names: how it is called, first as the Department does.
    """

    code: str
    names: tuple[str, ...]
    kind: str
    ons: tuple[str, ...]
    region: str
    tool: str
    urn: str
    since: date | None
    until: date | None
    became: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.names[0]

    @property
    def made_up(self) -> bool:
        """Whether it is one of the demonstration's."""
        return self.ons[0].startswith("X")

    @property
    def country(self) -> str:
        """The code of the country whose figures stand beside its own."""
        return ALBION if self.made_up else ENGLAND

    def was_there(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def in_year(self, year: int) -> str:
        """What to say of it where a reporting year (ending on 31 March) is not its own; empty where it was there."""
        last = date(year, 3, 31)
        if self.until is not None and last > self.until:
            follows = " and ".join(f"{PLACES[code].name} ({code})" for code in self.became)
            return (
                f"{self.name} was abolished on {self.until:%d %B %Y}; its area is now in {follows}".replace(
                    " 0", " "
                )
            )
        if self.since is not None and last < self.since:
            before = [each for each in PLACES.values() if self.code in each.became]
            was = " and ".join(f"{each.name} ({each.code})" for each in before)
            return (
                f"{self.name} was formed on {self.since:%d %B %Y}; before that its area was in {was}".replace(
                    " 0", " "
                )
            )
        return ""


def _read() -> dict[str, Place]:
    found: dict[str, Place] = {}
    for each in (LIST, MADE_UP):
        with each.open(encoding="utf-8", newline="") as file:
            found |= {row["code"]: _place(row) for row in csv.DictReader(file)}
    return found


def _place(row: dict[str, str]) -> Place:
    return Place(
        code=row["code"],
        names=(row["name"], *(row["also_named"].split("|") if row["also_named"] else ())),
        kind=row["kind"],
        ons=(row["ons"], *row["earlier_ons"].split()),
        region=row["region"],
        tool=row["tool"],
        urn=row["urn"],
        since=date.fromisoformat(row["since"]) if row["since"] else None,
        until=date.fromisoformat(row["until"]) if row["until"] else None,
        became=tuple(row["became"].split()),
    )


PLACES: dict[str, Place] = _read()
BY_ONS: dict[str, str] = {ons: place.code for place in PLACES.values() for ons in place.ons}
BY_TOOL: dict[str, str] = {place.tool: place.code for place in PLACES.values() if place.tool}
BY_URN: dict[str, str] = {place.urn: place.code for place in PLACES.values() if place.urn}


def place_named_by(code: str) -> Place:
    """The authority of a code, three figures or nine characters. Raises Fault for one that is none."""
    told = code.strip().upper()
    if (found := PLACES.get(BY_ONS.get(told, told))) is None:
        raise Fault(
            f"Found {code!r} as an authority's code. Expected three figures (872) or the nine characters of the ONS (E06000041). "
            "Look the code up in docs/how-to/published-statistics.md."
        )
    return found


def spelled(name: str) -> str:
    """A name without what differs between publishers: capitals, an ampersand, spaces at its ends or doubled."""
    return " ".join(name.replace("&", "and").casefold().split())


@cache
def _by_name() -> dict[str, tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    for place in PLACES.values():
        for name in {spelled(name) for name in place.names}:
            found[name] = (*found.get(name, ()), place)
    return found


def place_headed(name: str, on: date) -> Place | None:
    """The place that a file's heading names where the file prints no code, on a day (there were two Dorsets).

    Only for tables that hold no code at all: the name must be one of the list's, letter for letter but for capitals and "&".
    """
    there = [place for place in _by_name().get(spelled(name), ()) if place.was_there(on)]
    return there[0] if len(there) == 1 else None


def together_of(code: str) -> tuple[str, ...]:
    """The authorities of a code for several that return together: ``314/318``."""
    return tuple(code.split(TOGETHER))
