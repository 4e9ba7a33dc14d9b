"""What is written of every child once all that happened to them has: by whom, on which day, whether that has come."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from .bad_year import BadYear
from .chance import Chance
from .days import NEVER
from .ledger import Ledger, Row
from .workforce import Workforce

Placed = tuple[int, Row]
"""A row's number, and the row."""


@dataclass
class Afterwards:
    """The ledger as it stands, with what the makers of what follows ask of it. Days are numbers."""

    ledger: Ledger
    workforce: Workforce
    bad_year: BadYear
    today: int
    _by_child: dict[str, dict[int, list[Placed]]] = field(default_factory=dict)

    @property
    def record_began(self) -> int:
        return self.workforce.began

    def known(self, day: int) -> bool:
        return day <= self.ledger.horizon

    def rows(self, table: str) -> list[Placed]:
        """The rows of a table as they are now: what is written while they are walked is not among them."""
        return list(enumerate(self.ledger.rows[table], start=1))

    def of_child(self, table: str) -> dict[int, list[Placed]]:
        """The rows of a table by child, as they were when first asked for."""
        if table not in self._by_child:
            found: dict[int, list[Placed]] = defaultdict(list)
            for number, row in self.rows(table):
                found[row["child"]].append((number, row))
            self._by_child[table] = found
        return self._by_child[table]

    def holder_on(self, child: int, day: int) -> Row | None:
        """The allocation by which somebody holds a child on a day; nobody before the record begins."""
        for _number, row in self.of_child("allocations").get(child, ()):
            if row["role"] != "reviewing-officer" and row["began_on"] <= day < until(row):
                return row
        return None

    def manager_on(self, team: int | None, day: int) -> int | None:
        """Who managed a team on a day."""
        for row in self.ledger.rows["posts"]:
            if row["team"] == team and row["manages"] and row["began_on"] <= day < until(row):
                found: int = row["worker"]
                return found
        return None

    def late(self, day: int, usual: float, bad: float) -> float:
        """How likely something is late that falls due on a day."""
        return bad if self.bad_year.is_on(day) else usual


def until(row: Row) -> int:
    """The day a row of two days ends; NEVER while it has not."""
    ended: int | None = row.get("ended_on")
    return NEVER if ended is None else ended


def chain(
    after: Afterwards,
    chance: Chance,
    began: int,
    ended: int,
    every: int,
    *,
    usual: float,
    bad: float,
    by: float,
) -> list[int]:
    """The days on which something is done again and again, each within so many days of the last, as far as they have come."""
    days, last = list[int](), began
    while True:
        due = last + every
        held = chance.before_or_after(
            due, last=last, late=after.late(due, usual, bad), by=by, slack=every // 4
        )
        if held >= ended or not after.known(held):
            return days
        days.append(held)
        last = held


def fill(row: Row, **columns: Any) -> None:
    """Fill columns of a row that said nothing of them yet."""
    row.update({name: value for name, value in columns.items() if value is not None})
