"""The bad year: what went wrong in the twelve months before the day it is, planted on purpose."""

from __future__ import annotations

from dataclasses import dataclass

from .chance import Chance

SLIPPING_TEAMS = frozenset({"disabled-children", "long-term"})


@dataclass(frozen=True)
class BadYear:
    """From when more children were referred, workers left, strategy discussions were late and visits slipped."""

    began: int

    def is_on(self, day: int) -> bool:
        return day >= self.began

    def demand(self, day: int) -> float:
        """How many children are referred, against a usual year."""
        return 1.25 if self.is_on(day) else 1.0

    def leaving(self, day: int) -> float:
        """How readily workers leave, against a usual year."""
        return 2.4 if self.is_on(day) else 1.0

    def agency(self, day: int) -> float:
        """How likely a vacant post is filled through an agency."""
        return 0.6 if self.is_on(day) else 0.12

    def days_before_reallocated(self, day: int, chance: Chance) -> int:
        """Days for which a child whose worker left is held by the team alone."""
        if self.is_on(day):
            return chance.some_days(4)
        return chance.some_days(1) if chance.happens(0.25) else 0

    def minutes_to_strategy_discussion(self, day: int, chance: Chance) -> int:
        """Minutes from the concern to the discussion: a day at most as a rule, then days."""
        if self.is_on(day) and chance.happens(0.45):
            return 1440 + chance.some_days(3) * 1440 + chance.randint(0, 2000)
        return chance.randint(90, 1500)

    def visit(self, team: str, day: int) -> tuple[float, float]:
        """How likely a visit is late, and by how many days on average."""
        if team in SLIPPING_TEAMS:
            return (0.36, 7.0) if self.is_on(day) else (0.11, 4.0)
        return (0.15, 7.0) if self.is_on(day) else (0.06, 4.0)
