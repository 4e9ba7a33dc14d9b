"""A manager's home: each worker of a team, or each team of a service, with the children whom every figure counts.

The worst comes first by the children for whom something is late: it is the manager's own line, and nobody else is shown it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from goldthread.practice.access import listed
from goldthread.practice.caseloads import caseloads_of
from goldthread.practice.homes.figures import children_of_each
from goldthread.practice.relations import holding_now
from goldthread.practice.standing import Standing, in_force
from goldthread.record.models import Post, Team, Worker

NOBODY = 0
"""The key of the line of those whom no worker holds."""


class Held(NamedTuple):
    """Who holds whom in a line of management today: child, worker (missing where only a team does) and team."""

    child: int
    worker: int | None
    team: int | None


@dataclass(slots=True)
class Line:
    """One worker, one team, or those whom nobody holds. counts: by figure, how many children.

    points, limit: of a worker; None where they are not shown. newly_qualified, part_time: of a worker;
    in_team: whether the worker has a post in the team. wants: how many things of these children wait for the manager.
    """

    key: int
    name: str
    children: frozenset[int]
    counts: dict[str, int] = field(default_factory=dict)
    points: int | None = None
    limit: int | None = None
    newly_qualified: bool = False
    part_time: bool = False
    in_team: bool = False
    wants: int = 0
    before: Mapping[str, int] = field(default_factory=dict)

    @property
    def over(self) -> bool:
        """Whether a worker holds more than they should at most."""
        return self.points is not None and self.points > (self.limit or 0)


@dataclass(frozen=True, slots=True)
class TeamHome:
    """All of it. lines: the worst first; those whom no worker holds last. by_team: whether a line is a team.

    found: by figure, the children that it counts, for whoever compares groups of them. above: the team within which this one
    is, where the reader manages that too.
    """

    team: Team | None
    above: Team | None
    by_team: bool
    lines: list[Line]
    total: Line
    found: dict[str, frozenset[int]]


def teams_managed(standing: Standing) -> dict[int, Team]:
    """The teams of somebody's own line of management, by key; every team, for who answers for every child."""
    if not standing.role.arranges or not standing.works:
        return {}
    teams = {team.pk: team for team in Team.unwithdrawn.order_by("name", "pk")}
    if standing.works[0].service:
        return {key: team for key, team in teams.items() if key in standing.works[0].service}
    return teams if standing.whole else {}


def within(team: int | None, teams: Mapping[int, Team]) -> dict[int | None, frozenset[int]]:
    """For each team directly within one, and for the one itself, the teams whose children are its own to show.

    None stands for the top: teams that are within none of those given.
    """
    parts = parts_of(teams)
    found: dict[int | None, frozenset[int]] = {part: down(part, parts) for part in parts.get(team, ())}
    if team is not None:
        found[team] = frozenset({team})
    return found


def parts_of(teams: Mapping[int, Team]) -> dict[int | None, list[int]]:
    """The teams directly within each team; under None those that are within none of these."""
    parts: dict[int | None, list[int]] = defaultdict(list)
    for key, each in teams.items():
        parts[each.within_id if each.within_id in teams else None].append(key)
    return parts


def down(team: int, parts: Mapping[int | None, list[int]]) -> frozenset[int]:
    """A team and all within it."""
    found = {team}
    for part in parts.get(team, ()):
        found |= down(part, parts)
    return frozenset(found)


def held_within(standing: Standing, teams: Iterable[int]) -> list[Held]:
    """Who holds whom in these teams, of the children whom somebody may list; where a row says no team, that of the post."""
    wanted = frozenset(teams)
    of_worker: dict[int, int] | None = None
    found: dict[Held, None] = {}  # once each, in the order in which they are told
    for rows in holding_now(standing.day):
        of_them = rows.filter(listed(standing)).order_by().values_list("child_id", "worker_id", "team_id")
        for child, worker, team in of_them:
            if team is None:
                if of_worker is None:
                    of_worker = _team_of_worker(standing, wanted)
                team = of_worker.get(worker or NOBODY)
            if team in wanted:
                found[Held(child, worker, team)] = None
    named = {child for child, worker, _team in found if worker is not None}
    return [each for each in found if each.worker is not None or each.child not in named]


def _team_of_worker(standing: Standing, teams: frozenset[int]) -> dict[int, int]:
    posts = Post.unwithdrawn.filter(in_force(standing.day), team_id__in=teams, worker_id__isnull=False)
    return dict(posts.order_by("-pk").values_list("worker_id", "team_id"))


def team_home(
    standing: Standing, team: int | None = None, *, group: frozenset[int] | None = None
) -> TeamHome:
    """What a manager sees of one team, or of all that they manage. team: one of their own. group: these children only.

    Raises KeyError for a team that is not theirs.
    """
    teams = teams_managed(standing)
    if team is None:
        team = _top(teams)
    chosen = teams[team] if team is not None else None
    parts = within(team, teams)
    held = held_within(standing, frozenset[int]().union(*parts.values()))
    if group is not None:
        held = [each for each in held if each.child in group]
    by_team = len(parts) > 1 or team is None
    lines = _of_teams(held, parts, teams) if by_team else _of_workers(held, standing, team)
    everybody = frozenset(each.child for each in held)
    found = children_of_each(everybody, by=standing)
    total = Line(NOBODY, "Together", everybody)
    if not by_team:
        total.points = sum(line.points or 0 for line in lines)
        total.limit = sum(line.limit or 0 for line in lines)
    for line in (*lines, total):
        line.counts = {"held": len(line.children)} | {
            name: len(line.children & counted) for name, counted in found.items()
        }
    lines.sort(key=lambda line: (line.key == NOBODY, -line.counts["late"], line.name))
    above = teams.get(chosen.within_id or NOBODY) if chosen is not None else None
    return TeamHome(chosen, above, by_team, lines, total, found)


def _top(teams: Mapping[int, Team]) -> int | None:
    """The one team within which all others are; None where there are several."""
    tops = [key for key, team in teams.items() if team.within_id not in teams]
    return tops[0] if len(tops) == 1 else None


def _of_teams(
    held: list[Held], parts: Mapping[int | None, frozenset[int]], teams: Mapping[int, Team]
) -> list[Line]:
    """A line for each part that holds somebody; no team is in two of them."""
    part_of = {team: key for key, several in parts.items() for team in several}
    children: dict[int, set[int]] = defaultdict(set)
    for each in held:
        key = part_of.get(each.team or NOBODY)
        if key is not None:
            children[key].add(each.child)
    return [Line(key, teams[key].name, frozenset(found)) for key, found in children.items()]


def _of_workers(held: list[Held], standing: Standing, team: int | None) -> list[Line]:
    children: dict[int, set[int]] = defaultdict(set)
    for each in held:
        children[each.worker or NOBODY].add(each.child)
    posts = Post.unwithdrawn.filter(in_force(standing.day), team_id=team, worker_id__isnull=False)
    staff = dict(posts.order_by("-manages").values_list("worker_id", "manages"))  # manages in every post
    workers = {*(key for key, manages in staff.items() if not manages), *children} - {NOBODY, None}
    names = Worker.objects.in_bulk(list(workers))
    loads = caseloads_of(names, by=standing)
    found = [
        Line(
            key, str(names[key]), frozenset(children.get(key, ())), points=loads[key].points, limit=loads[key].limit,
            newly_qualified=loads[key].post.newly_qualified, part_time=loads[key].post.part_time, in_team=key in staff,
        )
        for key in names
        if loads[key].held or children.get(key) or loads[key].post.posts
    ]  # fmt: skip
    if children.get(NOBODY):
        found.append(Line(NOBODY, "Not allocated", frozenset(children[NOBODY])))
    return found


def held_behind(standing: Standing, *, team: int | None = None, worker: int | None = None) -> frozenset[int]:
    """The children among whom a figure counts. Raises KeyError for a team that is not the reader's."""
    teams = teams_managed(standing)
    top = _top(teams) if team is None else team
    if top is not None:
        teams[top]  # raises KeyError for a team that is not theirs
    held = held_within(standing, frozenset[int]().union(*within(top, teams).values()))
    if worker is not None:
        held = [each for each in held if (each.worker or NOBODY) == worker]
    return frozenset(each.child for each in held)
