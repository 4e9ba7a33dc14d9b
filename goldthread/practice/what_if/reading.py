"""The allocations and posts of the record as the simulation reads them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldthread.engine.what_if import Held, Holding
from goldthread.practice.holding import ROLES
from goldthread.record.models import Allocation, Post, Team
from goldthread.rulebook.calendar import epoch_day

LONG_AGO = 0
"""The day of what began on a day that nobody wrote down."""


@dataclass(frozen=True, slots=True)
class Workforce:
    """What was read: who held whom, who was in which post, and what the teams are called."""

    holdings: tuple[Holding, ...]
    posts: tuple[Held, ...]
    names: dict[int, str]


def workforce() -> Workforce:
    """All of it, in three queries; a child who is held in two roles counts in each."""
    columns = ("child_id", "role", "worker_id", "team_id", "began_on", "ended_on")
    allocations = Allocation.unwithdrawn.filter(role__in=ROLES, team__isnull=False).order_by("pk")
    posts = Post.unwithdrawn.filter(worker__isnull=False, team__isnull=False).order_by("pk")
    return Workforce(
        tuple(
            Holding(
                child * len(ROLES) + ROLES.index(role), worker, team, _day(began) or LONG_AGO, _day(ended)
            )
            for child, role, worker, team, began, ended in allocations.values_list(*columns).iterator(20_000)
        ),
        tuple(
            Held(worker, team, _day(began) or LONG_AGO, _day(ended))
            for worker, team, began, ended in posts.values_list(
                "worker_id", "team_id", "began_on", "ended_on"
            )
        ),
        dict(Team.unwithdrawn.values_list("pk", "name")),
    )


def _day(day: date | None) -> int | None:
    return None if day is None else epoch_day(day)
