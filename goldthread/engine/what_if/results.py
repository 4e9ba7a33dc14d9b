"""What a simulation answers for each team and the whole, by week: the middle run, and the tenth and ninetieth of a hundred."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .model import MEASURES

LOW, HIGH = 10, 90


class Band(NamedTuple):
    """In ten runs of a hundred it was below low, in ten above high; half were below the middle."""

    low: float
    middle: float
    high: float

    def holds(self, found: float) -> bool:
        """Whether what was found lies within it."""
        return self.low <= found <= self.high


@dataclass(frozen=True, slots=True)
class TeamOutcome:
    """One team, or several that became one: each measure's band at the end of each week. mean: of the last week."""

    teams: tuple[int, ...]
    weeks: dict[str, list[Band]]
    mean: dict[str, float] = field(default_factory=dict)

    def at_the_end(self, measure: str) -> Band:
        """The band of the last week."""
        return self.weeks[measure][-1]


@dataclass(frozen=True, slots=True)
class Outcome:
    """All teams, and the whole; how many runs, how many weeks, and from which seed."""

    whole: TeamOutcome
    teams: dict[int, TeamOutcome]
    runs: int
    weeks: int
    seed: int

    def as_json(self) -> dict[str, Any]:
        """As it is kept."""
        return {
            "runs": self.runs, "weeks": self.weeks, "seed": self.seed, "whole": _kept(self.whole),
            "teams": {str(key): _kept(team) for key, team in self.teams.items()},
        }  # fmt: skip

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Outcome:
        """As it was kept."""
        return cls(
            _read(kept["whole"]), {int(key): _read(team) for key, team in kept["teams"].items()}, kept["runs"],
            kept["weeks"], kept["seed"],
        )  # fmt: skip


def _kept(team: TeamOutcome) -> dict[str, Any]:
    return {
        "teams": list(team.teams),
        "mean": {name: round(value, 3) for name, value in team.mean.items()},
        "weeks": {
            name: [[round(each, 2) for each in band] for band in bands] for name, bands in team.weeks.items()
        },
    }


def _read(kept: dict[str, Any]) -> TeamOutcome:
    weeks = {name: [Band(*band) for band in bands] for name, bands in kept["weeks"].items()}
    return TeamOutcome(tuple(kept["teams"]), weeks, kept["mean"])


def outcome_of(teams: tuple[int, ...], counted: NDArray[np.int64]) -> TeamOutcome:
    """The bands of what was counted. counted: weeks, measures, runs."""
    of = {name: counted[:, place, :].astype(float) for place, name in enumerate(MEASURES)}
    held = of["children"] - of["waiting"]
    of["caseload"] = np.divide(held, of["in_post"], out=np.zeros_like(held), where=of["in_post"] > 0)
    of["changes_each"] = np.divide(
        of["changes"] * 100, of["children"], out=np.zeros_like(held), where=of["children"] > 0
    )
    bands = {
        name: [Band(*map(float, each)) for each in np.percentile(found, (LOW, 50, HIGH), axis=1).T]
        for name, found in of.items()
    }
    return TeamOutcome(teams, bands, {name: float(found[-1].mean()) for name, found in of.items()})
