"""An authority's own standards and settings as a file, TOML or CSV, that can be given again and again."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from goldthread.vocabulary import Fault

from .counts import read_count
from .local import Choice, LocalRules
from .standards import LocalStandard
from .timescales import TIMESCALES

HOW = (
    "Write CSV with the columns row, standard, from, to, decided_by and why, the row being one of the timescales (CP-02) with a "
    "length (10 working days), or a setting's name with its answer; or TOML with [[standard]] and [[setting]] of the same."
)


@dataclass(frozen=True, slots=True)
class Proposed:
    """One standard, or one answer to a setting, that somebody wishes to set."""

    kind: Literal["standard", "setting"]
    about: str
    says: str
    since: date
    until: date | None
    decided_by: str
    why: str
    line: int = 0

    def as_standard(self) -> LocalStandard:
        """The standard; raises Fault where its words say no length of time."""
        return LocalStandard(
            self.about, read_count(self.says), self.since, self.until, self.decided_by, self.why
        )

    def as_choice(self) -> Choice:
        return Choice(self.about, self.says, self.since, self.until, self.decided_by, self.why)

    @property
    def words(self) -> str:
        until = f" until {self.until}" if self.until else ""
        says = "; ".join(self.says.splitlines())
        return f"{self.about}: {says}, from {self.since}{until}, by {self.decided_by}: {self.why}"

    def as_json(self) -> dict[str, object]:
        return {
            "kind": self.kind, "about": self.about, "says": self.says, "from": self.since.isoformat(),
            "to": self.until.isoformat() if self.until else "", "decided_by": self.decided_by, "why": self.why,
            "line": self.line,
        }  # fmt: skip


def read_local_file(path: Path) -> list[Proposed]:
    """Every standard and answer in a file, in order. Raises Fault with the file, the line and what was expected."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as wrong:
        raise Fault(f"{path} cannot be read ({wrong}). {HOW}") from wrong
    found = _of_toml(path, text) if path.suffix.lower() == ".toml" else _of_csv(path, text)
    if not found:
        raise Fault(f"{path} holds no standard and no setting. {HOW}")
    return found


def rules_of(several: list[Proposed], today: date) -> LocalRules:
    """What a file sets, for who has no record at hand."""
    standards = tuple(each.as_standard() for each in several if each.kind == "standard")
    choices = tuple(each.as_choice() for each in several if each.kind == "setting")
    return LocalRules(standards, choices, today)


def _of_csv(path: Path, text: str) -> list[Proposed]:
    reader = csv.DictReader(text.splitlines())
    missing = {"row", "standard", "from", "decided_by", "why"} - set(reader.fieldnames or ())
    if missing:
        raise Fault(f"{path} lacks the columns {', '.join(sorted(missing))}. {HOW}")
    return [_proposed(path, reader.line_num, row) for row in reader if any(filter(None, row.values()))]


def _of_toml(path: Path, text: str) -> list[Proposed]:
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise Fault(f"{path} is no TOML ({wrong}). {HOW}") from wrong
    found = []
    for kind, name, value in (("standard", "row", "standard"), ("setting", "name", "value")):
        several = said.get(kind, [])
        if not isinstance(several, list):
            raise Fault(f"{path}: write each {kind} under [[{kind}]], with two brackets.")
        for number, row in enumerate(several, start=1):
            found.append(
                _proposed(
                    path, number, row | {"row": row.get(name, ""), "standard": _words(row.get(value, ""))}
                )
            )
    return found


def _words(value: Any) -> str:
    """A value of TOML in words; terms are pairs of days."""
    if isinstance(value, list):
        return "\n".join(" ".join(map(str, pair)) if isinstance(pair, list) else str(pair) for pair in value)
    return str(value)


def _proposed(path: Path, line: int, row: Mapping[str, Any]) -> Proposed:
    about, says = str(row.get("row") or "").strip(), str(row.get("standard") or "").strip()
    kind: Literal["standard", "setting"] = "standard" if about.upper() in TIMESCALES else "setting"
    if not about or not says:
        raise Fault(f"{path}, line {line}: name the row or the setting, and its standard. {HOW}")
    since = _day(path, line, row.get("from"), "from")
    if since is None:
        raise Fault(f"{path}, line {line}: say from which day it holds, as 2026-04-01.")
    return Proposed(
        kind, about.upper() if kind == "standard" else about, says, since, _day(path, line, row.get("to"), "to"),
        str(row.get("decided_by") or ""), str(row.get("why") or ""), line,
    )  # fmt: skip


def _day(path: Path, line: int, written: Any, column: str) -> date | None:
    if isinstance(written, date) or not str(written or "").strip():
        return written or None
    try:
        return date.fromisoformat(str(written).strip())
    except ValueError:
        raise Fault(f"{path}, line {line}: {column} is {written!r}; expected a day as 2026-04-01.") from None
