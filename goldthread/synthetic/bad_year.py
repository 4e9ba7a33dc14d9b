"""The bad year: what went wrong in the twelve months before the day it is, planted on purpose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .chance import Chance
from .days import NEVER, months_on, working_on_or_after

SLIPPING_TEAMS = frozenset({"disabled-children", "long-term"})
SHIFTED: Mapping[str, Literal["up", "down"]] = {
    "re_referrals": "up",
    "assessments_in_time": "down",
    "protection_visits_in_time": "down",
    "in_need_visits_in_time": "down",
    "care_visits_in_time": "down",
    "supervisions_in_time": "down",
}
"""The measures whose level the bad year shifts for good, and which way: what their charts must find."""

A_YEAR = 365
SLOWED, SLOWED_BY = 0.35, 7
TURNED_AWAY = 0.25  # of new families, about whom a contact is all that is recorded
BACK_WITHIN = (
    560  # days on average until a family whose help ended comes back, besides those who would have anyway
)


@dataclass(frozen=True)
class BadYear:
    """From when families were turned away or came back, workers left, visits slipped, assessments and discussions were late.

    began: its first day; NEVER in an authority that has none.
    """

    began: int

    @staticmethod
    def until(today: int, *, planted: bool = True) -> BadYear:
        """The bad year that ends on a day, or none."""
        return BadYear(months_on(today, -12) if planted else NEVER)

    def is_on(self, day: int) -> bool:
        return day >= self.began

    def turns_away(self, day: int, chance: Chance) -> bool:
        """Whether the door is too narrow for a family that nobody here knew before."""
        return self.is_on(day) and chance.happens(TURNED_AWAY)

    def comes_back(self, closed: int, chance: Chance) -> int:
        """The day on which a family is referred again within a year of the end of its help; NEVER if it is not."""
        if closed + A_YEAR <= self.began:
            return NEVER
        day = max(closed + 14, self.began) + chance.some_days(BACK_WITHIN)
        return working_on_or_after(day) if day < closed + A_YEAR else NEVER

    def length_of_assessment(self, length: int, finished: int, chance: Chance) -> int:
        """Working days from the referral: many that would just have been in time are not. finished: when it would have been."""
        if self.is_on(finished) and length >= 30 and chance.happens(SLOWED):
            return 49 + chance.some_days(SLOWED_BY)
        return length

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
