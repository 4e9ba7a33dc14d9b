"""The register: what every row of the timescales is here. A clock, a setting, a gate, or a note that says what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from .clock import Clock, Edition, NotRecorded
from .clocks import CLOCKS_OF_ROW, ROWS
from .drift import SIGNALS
from .gates import GATES
from .local import LocalRules
from .not_clocks import LAST_CORE_ROW, NOT_CLOCKS
from .timescales import TIMESCALES

Kind = Literal["clock", "setting", "gate", "note"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the timescales. words: for what is no clock, what it is instead and why. area: the letters of its id."""

    row: str
    name: str
    kind: Kind
    core: bool
    clock: Clock | None = None
    words: str = ""
    source: str = ""
    confirmed: bool = True

    @property
    def clocks(self) -> tuple[Clock, ...]:
        """Every clock of the row: several where it has several beginnings; none for what is no clock."""
        return CLOCKS_OF_ROW.get(self.row, ())

    @property
    def area(self) -> str:
        return AREAS[self.row.partition("-")[0]]

    @property
    def missing(self) -> str:
        """The fact that the record does not hold yet; empty where the duty runs."""
        starts = self.clock.starts if self.clock else None
        return starts.column if isinstance(starts, NotRecorded) else ""

    def edition(self, on: date) -> Edition | None:
        """The edition in force on a day; before the first one, the first. None for what is no clock."""
        return (self.clock.edition_on(on) or self.clock.editions[0]) if self.clock else None

    def as_json(self, on: date) -> dict[str, object]:
        """What the register says of it, by the edition in force on a day."""
        edition = self.edition(on)
        if self.clock is None or edition is None:
            said = {
                "id": self.row,
                "name": self.name,
                "kind": self.kind,
                "core": self.core,
                "area": self.area,
            }
            return said | {"duty": self.words, "source": self.source, "confirmed": self.confirmed}
        count = edition.due[min(self.clock.rows.index(self.row), len(edition.due) - 1)]
        return {
            "id": self.row,
            "name": self.name,
            "kind": self.kind,
            "core": self.core,
            "area": self.area,
            "clock": self.clock.name,
            "clocks": [each.name for each in self.clocks],
            "duty": self.clock.duty,
            "counted": str(count),
            "counting": self.clock.counting,
            "authority": edition.source.kind,
            "source": str(edition.source),
            "seen_in": edition.seen_in,
            "edition": edition.since.isoformat(),
            "confirmed": edition.confirmed,
            "unconfirmed": edition.unconfirmed,
            "missing": self.missing,
            "settings": [
                {"name": each.name, "question": each.question, "default": each.default, "others": each.others}
                for each in self.clock.settings
            ],
        }


def standards_as_json(row: str, rules: LocalRules, on: date) -> list[dict[str, object]]:
    """What an authority has set for a row, ended ones and those to come among them, and whether each is in force on a day."""
    return [
        {
            "counted": str(each.count),
            "from": each.since.isoformat(),
            "to": each.until.isoformat() if each.until else "",
            "in_force": each.holds_on(on),
            "decided_by": each.decided_by,
            "why": each.why,
        }
        for each in rules.standards
        if each.row == row
    ]


AREAS = {
    "FD": "Front door and early help", "AS": "Assessment", "CIN": "Child in need", "CP": "Child protection",
    "MI": "Missing and exploitation", "CLA": "Children looked after", "IRO": "Children looked after",
    "HE": "Health and education in care", "ED": "Health and education in care", "KIN": "Children looked after",
    "PWP": "Children looked after", "SEC": "Children looked after", "REM": "Children looked after",
    "NHS": "Children looked after", "UASC": "Children looked after", "H16": "Leaving care", "CT": "Court",
    "AD": "Adoption and special guardianship", "SGO": "Adoption and special guardianship", "LC": "Leaving care",
    "SN": "Special needs and transition", "PF": "Private fostering", "FO": "Fostering", "CO": "Complaints",
    "SC": "Scrutiny of the authority", "WF": "Workforce and oversight", "HO": "Workforce and oversight",
    "CH": "Children and their worker", "DA": "Returns and requests", "WD": "Working days",
}  # fmt: skip


CORE = frozenset(list(TIMESCALES)[: list(TIMESCALES).index(LAST_CORE_ROW) + 1])
"""The rows of the core list, which stands first."""


def _entry(row: str, name: str) -> Entry:
    core = row in CORE
    if row in ROWS:
        return Entry(row, name, "clock", core, ROWS[row])
    said = NOT_CLOCKS[row]
    return Entry(row, name, said.kind, core, None, said.words, said.source, said.confirmed)


REGISTER: dict[str, Entry] = {row: _entry(row, name) for row, name in TIMESCALES.items()}
"""Every row of the timescales, core rows first, by its id."""


def gates_as_json() -> list[dict[str, object]]:
    """Every gate as the register lists it."""
    return [
        {
            "id": check.name,
            "name": check.what,
            "kind": "gate",
            "rows": list(check.rows),
            "duty": check.rule,
            "needs": [need.words for need in check.needs],
            "authority": check.source.kind,
            "source": str(check.source),
            "seen_in": check.seen_in,
            "since": check.since.isoformat(),
            "confirmed": check.confirmed,
            "unconfirmed": check.unconfirmed,
            "finding": check.finding,
            "missing": check.missing,
        }
        for check in GATES.values()
    ]


def drift_as_json() -> list[dict[str, object]]:
    """Every signal of drift as the register lists it."""
    return [
        {
            "id": signal.name,
            "name": signal.what,
            "kind": "drift",
            "rows": list(signal.rows),
            "duty": signal.rule,
            "limit": signal.number(),
            "setting": signal.limit.name if signal.limit else "",
            "authority": signal.source.kind,
            "source": str(signal.source),
            "confirmed": True,
            "finding": signal.finding,
        }
        for signal in SIGNALS.values()
    ]
