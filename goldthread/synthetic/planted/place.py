"""Where a failure can be planted: teams with a manager, and children of whom nothing else is planted."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from goldthread.synthetic.chance import Chance
from goldthread.synthetic.handing_over import DUE, MATTERS, STORIES, UNDERSTOOD, WORRIES
from goldthread.synthetic.ledger import Row

from .ground import Ground

ROLE = "social-worker"
LEAST_CHILDREN, LEAST_WORKERS = 10, 4


@dataclass(frozen=True, slots=True)
class Planted:
    """A failure that was planted. whom: the manager, team or child of whom it is to be seen. much: how many of what it counts."""

    failure: str
    team: str
    whom: str
    much: int


@dataclass
class Place:
    """The ground, the chance by which it is chosen where, and the children of whom something is planted already."""

    ground: Ground
    chance: Chance
    taken: set[int] = field(default_factory=set)

    @property
    def today(self) -> date:
        return self.ground.today

    def day(self, before: int) -> date:
        """The day so many days ago."""
        return self.today - timedelta(days=before)

    def teams(self) -> list[int]:
        """Those with a manager and enough workers and children for a failure of one to be told from the others."""
        found = []
        for team in self.ground.of("teams"):
            enough = len(self.workers(team)) >= LEAST_WORKERS and len(self.held(team)) >= LEAST_CHILDREN
            if enough and self.manager(team) is not None:
                found.append(team)
        return found

    def manager(self, team: int) -> int | None:
        """The worker who manages a team."""
        posts = self.ground.in_force("posts", team=team, manages=True)
        return next((post["worker"] for post in posts if post["worker"]), None)

    def workers(self, team: int) -> list[int]:
        """Who works in a team, its manager not among them."""
        posts = self.ground.in_force("posts", team=team, manages=False)
        return sorted({post["worker"] for post in posts if post["worker"]})

    def held(self, team: int) -> dict[int, Row]:
        """By child, the allocation by which a social worker of a team holds them today."""
        rows = self.ground.in_force("allocations", team=team, role=ROLE)
        return {row["child"]: row for row in rows if row["worker"] and row["began_on"]}

    def free(self, team: int, *, since: date) -> list[int]:
        """Children whom one worker of a team has held since before a day, and of whom nothing is planted; in no order."""
        found = [
            child
            for child, row in self.held(team).items()
            if row["began_on"] < since and child not in self.taken
        ]
        self.chance.shuffle(found)
        return found

    def name(self, table: str, number: int) -> str:
        row = self.ground.of(table)[number]
        return f"{row['given_name']} {row['family_name']}".strip()

    def planted(self, failure: str, team: int, whom: str, much: int) -> Planted:
        return Planted(failure, self.ground.of("teams")[team]["name"], whom, much)

    def pass_on(self, team: int, child: int, worker: int, day: date, *, read: bool = True) -> None:
        """Another worker of a team takes a child over on a day, with a handover that is written, and read unless said."""
        before, chance = self.held(team)[child], self.chance
        before |= {"ended_on": day, "changed_because": "MANAGE"}
        number = self.ground.add(
            "allocations", day, child=child, worker=worker, team=team, role=ROLE, began_on=day
        )
        name = self.ground.of("children")[child]["given_name"]
        at, soon = day + timedelta(days=2), day + timedelta(days=8)
        self.ground.add(
            "handovers", day, child=child, allocation=number, from_worker=before["worker"], to_worker=worker, begun_on=day,
            finished_on=day, finished_by=before["worker"], taken_over_on=day, story=chance.choice(STORIES).format(name=name),
            worries=chance.choice(WORRIES).format(name=name), due_soon=chance.choice(DUE),
            who_matters=chance.choice(MATTERS).format(name=name), read_on=at if read else None,
            understood_on=soon if read else None,
            understood=chance.choice(UNDERSTOOD).format(name=name) if read else "",
            told_on=day, told_by=before["worker"], told_how="visit",
        )  # fmt: skip

    def families(self, children: list[int]) -> list[int]:
        """One child of each family name, as they come."""
        first: dict[str, int] = {}
        for child in children:
            first.setdefault(self.ground.of("children")[child]["family_name"], child)
        return list(first.values())

    def by_worker(self, team: int, children: list[int]) -> dict[int, list[int]]:
        """Children of a team by who holds them."""
        found: dict[int, list[int]] = defaultdict(list)
        held = self.held(team)
        for child in children:
            found[held[child]["worker"]].append(child)
        return found
