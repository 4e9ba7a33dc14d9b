"""Asking what would happen if, and stopping it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from goldthread.practice.actions import action, add, change, checks_itself
from goldthread.practice.moment import now, today
from goldthread.practice.standing import Standing, in_force, staff_of, standing_of
from goldthread.record.models import Account, Post, Team, WhatIf, Worker
from goldthread.vocabulary import Fault

RUNS, WEEKS, MOST_WEEKS = 500, 26, 26
LEAST_DEMAND, MOST_DEMAND = -50, 200
MOST_LEAVERS = 500
MOST_NAMED = 60
"""A line of more people than these is asked about by number."""
BECAUSE = "a question about teams, which concerns no child's record"


class AskRefused(Fault):
    """A question cannot be asked so; it says what to change."""


@dataclass(frozen=True, slots=True)
class Question:
    """Who leaves, by the key of the worker or so many of a team, after so many weeks; which team goes into which; demand in %."""

    leavers: tuple[int, ...] = ()
    leave_of_team: Mapping[int, int] = field(default_factory=dict)
    merged: Mapping[int, int] = field(default_factory=dict)
    demand: int = 0
    after_weeks: int = 4

    def kept(self) -> dict[str, Any]:
        """As the record keeps it."""
        return {
            "leavers": list(self.leavers), "demand": self.demand, "after_weeks": self.after_weeks,
            "leave_of_team": {str(team): count for team, count in self.leave_of_team.items()},
            "merged": {str(team): into for team, into in self.merged.items()},
        }  # fmt: skip

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> Question:
        """As it was kept."""
        return cls(
            tuple(kept["leavers"]),
            {int(team): count for team, count in kept["leave_of_team"].items()},
            {int(team): into for team, into in kept["merged"].items()},
            kept["demand"],
            kept["after_weeks"],
        )


def may_ask(standing: Standing) -> bool:
    """Managers and those above them, in their own right."""
    return standing.role.arranges


@action
@checks_itself(BECAUSE)
def ask_what_if(*, by: Account, question: Question, seed: int = 1, runs: int = RUNS) -> WhatIf:
    """Ask what would happen over the next 26 weeks. Raises AskRefused with what to change."""
    standing = standing_of(by)
    if not may_ask(standing):
        raise AskRefused("Managers ask this. Ask yours.")
    _sensible(question, standing)
    return add(
        WhatIf(
            asked_by=by,
            asked_at=now(),
            day=today(),
            asks=question.kept(),
            seed=seed,
            runs=runs,
            beat_at=timezone.now(),
        )
    )


@action
@checks_itself(BECAUSE)
def stop_what_if(*, by: Account, question: WhatIf) -> WhatIf:
    """Stop a question of one's own that is not answered yet. Raises AskRefused for another's."""
    if question.asked_by_id != by.pk:
        raise AskRefused("Whoever asked stops it.")
    return change(question, stopped_at=timezone.now()) if question.ended_at is None else question


def questions_of(by: Account) -> QuerySet[WhatIf]:
    """What an account asked, the latest first: nobody else sees it, since it may name those who might leave."""
    return WhatIf.objects.filter(asked_by=by).order_by("-asked_at", "-pk")


NO_CASES = ("fostering", "other")
"""Kinds of team that hold no child."""


def _caseworkers() -> QuerySet[Post]:
    """Posts whose holders hold children, or may: by the post and not by whom they hold, since a list must not tell of a child."""
    posts = Post.unwithdrawn.filter(in_force(today()), manages=False, worker__isnull=False)
    return posts.exclude(team__kind__in=NO_CASES)


def who_may_be_named(standing: Standing) -> list[Worker]:
    """Those of somebody's own line who may hold children, by name; none where they are too many to choose from."""
    found = Worker.unwithdrawn.filter(
        pk__in=staff_of(standing).values("worker_id"), id__in=_caseworkers().values("worker_id")
    ).order_by("family_name", "given_name", "pk")
    some = list(found[: MOST_NAMED + 1])
    return some if len(some) <= MOST_NAMED else []


def teams_of_those(people: Sequence[Worker]) -> dict[int, str]:
    """The names of the teams in which each of these workers has a post today."""
    posts = Post.unwithdrawn.filter(in_force(today()), worker__in=people, team__isnull=False).select_related(
        "team"
    )
    found: dict[int, list[str]] = {}
    for post in posts.order_by("team__name"):
        found.setdefault(post.worker_id or 0, []).append(str(post.team))
    return {worker: ", ".join(dict.fromkeys(teams)) for worker, teams in found.items()}


def teams_with_children() -> list[Team]:
    """The teams of which anything can be asked, by name."""
    return list(Team.unwithdrawn.filter(pk__in=_caseworkers().values("team_id")).order_by("name", "pk"))


def _sensible(question: Question, standing: Standing) -> None:
    if not (question.leavers or any(question.leave_of_team.values()) or question.merged or question.demand):
        raise AskRefused("Say who leaves, which teams become one, or how demand changes.")
    if not LEAST_DEMAND <= question.demand <= MOST_DEMAND:
        raise AskRefused(f"Enter a change of demand from {LEAST_DEMAND} to {MOST_DEMAND} percent.")
    if not 0 <= question.after_weeks <= MOST_WEEKS:
        raise AskRefused(f"Enter a number of weeks from 0 to {MOST_WEEKS}.")
    if not set(question.leavers) <= {worker.pk for worker in who_may_be_named(standing)}:
        raise AskRefused("Name people whom you manage. Of other teams, say how many leave.")
    if any(not 0 <= count <= MOST_LEAVERS for count in question.leave_of_team.values()):
        raise AskRefused(f"Enter a number of people from 0 to {MOST_LEAVERS}.")
    teams = {team.pk for team in teams_with_children()}
    if not {*question.leave_of_team, *question.merged, *question.merged.values()} <= teams:
        raise AskRefused("Choose teams that hold children.")
    for gone, into in question.merged.items():
        if gone == into or into in question.merged:
            raise AskRefused("Choose two teams, and for several that become one, the one that stays.")
