"""The plain tables that a simulation begins from: teams with their workers and rates, and what is asked of them.

Days are whole numbers since any one day; a rate is by the day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

WEEK = 7


@dataclass(frozen=True, slots=True)
class Holding:
    """One allocation as the record holds it. child: one child in one role; worker: None while only the team holds the child."""

    child: int
    worker: int | None
    team: int
    began: int
    ended: int | None


@dataclass(frozen=True, slots=True)
class Held:
    """One stretch in which a worker was in post in a team."""

    worker: int
    team: int
    began: int
    ended: int | None


@dataclass(frozen=True, slots=True)
class Rates:
    """How a team's work moves.

    arrivals: children a day. ends: of the children held, by the day. changes: of worker though nobody left, of the children
    held, by the day. leaving: of the workers in post, by the day. first_waits, again_waits: the days that children waited for
    their first worker, and for the next one, as they were counted. fills: the days until a post was filled again.
    most: how many children a worker is given at most before others wait.
    """

    arrivals: float
    ends: float
    changes: float
    leaving: float
    first_waits: tuple[int, ...] = (0,)
    again_waits: tuple[int, ...] = (0,)
    fills: tuple[int, ...] = (90,)
    most: int = 30


@dataclass(frozen=True, slots=True)
class Team:
    """A team as it stands: how many children each worker holds, by the worker's key; how many wait; how many posts are empty."""

    key: int
    workers: Mapping[int, int]
    rates: Rates
    waiting: int = 0
    empty_posts: int = 0

    @property
    def children(self) -> int:
        """Held by workers or waiting for one."""
        return sum(self.workers.values()) + self.waiting


@dataclass(frozen=True, slots=True)
class Scenario:
    """What if: workers who leave, by their key, or so many of a team; teams that go into others; more or less demand.

    demand: 0.1 is a tenth more arrivals. after: days until they leave. No change at all is the baseline.
    """

    leavers: frozenset[int] = frozenset()
    leave_of_team: Mapping[int, int] = field(default_factory=dict)
    merged: Mapping[int, int] = field(default_factory=dict)
    demand: float = 0.0
    after: int = 28

    @property
    def changes_nothing(self) -> bool:
        """Whether it is the baseline."""
        return not (self.leavers or any(self.leave_of_team.values()) or self.merged or self.demand)


def merge(teams: list[Team], merged: Mapping[int, int]) -> list[tuple[Team, tuple[int, ...]]]:
    """The teams after some went into others, each with the keys of those that it is made of.

    Arrivals add up; the other rates are those of each, weighed by its children or workers. Raises ValueError for a team that
    is not there, or one that goes into a team which itself goes into another.
    """
    by_key = {team.key: team for team in teams}
    for gone, into in merged.items():
        if gone not in by_key or into not in by_key or gone == into:
            raise ValueError(f"Team {gone} cannot go into team {into}: name two teams of those simulated.")
        if into in merged:
            raise ValueError(
                f"Team {into} goes into another itself. Name the team into which all of them go."
            )
    found = []
    for team in teams:
        if team.key in merged:
            continue
        parts = [team, *(by_key[gone] for gone, into in merged.items() if into == team.key)]
        found.append((_together(parts), tuple(part.key for part in parts)))
    return found


def _together(parts: list[Team]) -> Team:
    if len(parts) == 1:
        return parts[0]
    children = [max(part.children, 1) for part in parts]
    people = [max(len(part.workers) + part.empty_posts, 1) for part in parts]

    def mean(of: list[float], by: list[int]) -> float:
        return sum(each * weight for each, weight in zip(of, by, strict=True)) / sum(by)

    rates = [part.rates for part in parts]
    return replace(
        parts[0],
        workers={key: held for part in parts for key, held in part.workers.items()},
        waiting=sum(part.waiting for part in parts),
        empty_posts=sum(part.empty_posts for part in parts),
        rates=Rates(
            arrivals=sum(each.arrivals for each in rates),
            ends=mean([each.ends for each in rates], children),
            changes=mean([each.changes for each in rates], children),
            leaving=mean([each.leaving for each in rates], people),
            first_waits=sum((each.first_waits for each in rates), ()),
            again_waits=sum((each.again_waits for each in rates), ()),
            fills=sum((each.fills for each in rates), ()),
            most=max(each.most for each in rates),
        ),
    )
