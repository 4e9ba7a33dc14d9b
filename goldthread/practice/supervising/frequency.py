"""Who was supervised when, when it is next due, and who, or which whole team, has had none for long."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import NamedTuple

from django.db.models import Max, OuterRef, QuerySet, Subquery

from goldthread.practice.access import as_rows, hidden_from
from goldthread.practice.caseloads import NEWLY_QUALIFIED
from goldthread.practice.local_rules import rules_here
from goldthread.practice.relations import in_force_now
from goldthread.practice.standing import Standing, in_force
from goldthread.practice.supervising.line import workers_of
from goldthread.record.models import (
    Post,
    Supervision,
    SupervisionMember,
    SupervisionSession,
    Team,
    Worker,
)
from goldthread.rulebook.supervising import Frequency, frequency_on

ROLES_SUPERVISED = ("4", "5", "6")  # of csww_org_role: who works with children and families, or with carers
NO_TEAM = 0
LONG_WITHOUT = 42  # days without any supervision in a whole team: it is said in words


@dataclass(frozen=True, slots=True)
class Supervised:
    """One worker: when they were last supervised, how often they are to be, and since when it is late.

    last: None for never since they are here; days: since then, or since they came. due: missing where nothing says from when.
    """

    worker: Worker
    team: int
    last: date | None
    since: date | None
    frequency: Frequency
    newly_qualified: bool
    due: date | None
    days: int | None
    session: SupervisionSession | None

    def late(self, day: date) -> int:
        """Days past the day by which it was due; 0 where it is not late."""
        return max(0, (day - self.due).days) if self.due is not None else 0


@dataclass(frozen=True, slots=True)
class TeamSupervised:
    """One team: its workers, and how long ago anybody in it was last supervised."""

    team: int
    name: str
    workers: tuple[Supervised, ...]
    last: date | None
    days: int | None

    @property
    def weeks_without(self) -> int:
        """Whole weeks in which nobody in it was supervised; 0 where they are not many."""
        return self.days // 7 if self.days is not None and self.days >= LONG_WITHOUT else 0

    def late(self, day: date) -> int:
        """How many of its workers are past their day."""
        return sum(bool(each.late(day)) for each in self.workers)

    def all_late(self, day: date) -> bool:
        """Whether every one of them is."""
        return bool(self.workers) and self.late(day) == len(self.workers)


def teams_supervised(*, by: Standing, team: int | None = None) -> list[TeamSupervised]:
    """The teams of everybody whom a manager manages: the team longest without any supervision first, workers by name.

    Those who supervise nobody's case and manage are left out of their own team's list. The same few queries for 2,000 workers.
    """
    line = workers_of(by)
    posts = Post.unwithdrawn.filter(in_force(by.day), worker__in=line, team__isnull=False)
    if team is not None:
        posts = posts.filter(team_id=team)
    found = supervised_of(posts, by)
    names = dict(Team.unwithdrawn.values_list("pk", "name"))
    by_team: dict[int, list[Supervised]] = defaultdict(list)
    for each in found:
        by_team[each.team].append(each)
    teams = []
    for key, several in by_team.items():
        last = max((each.last for each in several if each.last), default=None)
        from_day = last or min((each.since for each in several if each.since), default=None)
        days = (by.day - from_day).days if from_day else None
        teams.append(TeamSupervised(key, names.get(key, "No team"), tuple(several), last, days))
    return sorted(teams, key=lambda each: (-(each.days or 0), each.name))


def supervised_of(posts: QuerySet[Post], by: Standing) -> list[Supervised]:
    """Each worker of these posts who does the work that is supervised, by name. by: who is told."""
    rules, day = rules_here(), by.day
    mine: dict[int, list[_Post]] = defaultdict(list)
    for row in posts.filter(manages=False).order_by("pk").values_list(*_Post._fields):
        post = _Post(*row)
        mine[post.worker_id or 0].append(post)
    keys = [key for key, several in mine.items() if key and _works_with_children(several)]
    holding = _holding(mine, by)
    keys = sorted({*keys, *holding})
    last, waiting = last_supervised(keys), _open_sessions(keys)
    people = Worker.objects.only("given_name", "family_name").in_bulk(keys)
    found = []
    frequency_of = cache(partial(frequency_on, day, rules))
    for key in keys:
        post = mine[key][0]
        newly = min(
            (each.began_on for each in mine[key] if each.began_from == NEWLY_QUALIFIED and each.began_on),
            default=None,
        )
        frequency = frequency_of(newly)
        since = min((each.began_on for each in mine[key] if each.began_on), default=None)
        start = last.get(key) or since
        due = frequency.due_after(start) if start else None
        found.append(
            Supervised(
                people[key], post.team_id or NO_TEAM, last.get(key), since, frequency,
                frequency.clock.name == "newly_qualified_supervision", due,
                (day - start).days if start else None, waiting.get(key),
            )
        )  # fmt: skip
    return sorted(found, key=lambda each: (each.worker.family_name, each.worker.given_name, each.worker.pk))


def last_supervised(workers: Iterable[int]) -> dict[int, date]:
    """The latest day on which each of these workers was supervised: alone, in a group, or by what is kept of each child."""
    keys = list(workers)
    found: dict[int, date] = {}
    latest = [
        rows.unwithdrawn.filter(worker=OuterRef("pk"))
        .order_by()
        .values("worker")
        .annotate(last=Max("held_on"))
        for rows in (SupervisionSession, Supervision)
    ]
    told = Worker.objects.filter(pk__in=as_rows(keys)).annotate(
        alone=Subquery(latest[0].values("last")), of_child=Subquery(latest[1].values("last"))
    )
    for worker, *days in told.order_by().values_list("pk", "alone", "of_child"):
        if any(days):
            found[worker] = max(day for day in days if day)
    members = SupervisionMember.unwithdrawn.filter(worker__in=as_rows(keys), session__held_on__isnull=False)
    for worker, day in members.order_by().values_list("worker_id").annotate(last=Max("session__held_on")):
        found[worker] = max(day, found.get(worker, day))
    return found


class _Post(NamedTuple):
    """What a post says that counts here."""

    worker_id: int | None
    team_id: int | None
    role: str | None
    began_on: date | None
    began_from: str | None


def _works_with_children(posts: list[_Post]) -> bool:
    return any(each.role in ROLES_SUPERVISED for each in posts)


def _holding(mine: dict[int, list[_Post]], by: Standing) -> set[int]:
    """Those of them who hold a child of whom somebody may know, whatever their post is called."""
    hidden = hidden_from(by)
    found: set[int] = set()
    for rows in in_force_now(by.day):
        theirs = rows.exclude(child__in=hidden).order_by().values_list("worker_id", flat=True).distinct()
        found.update(key for key in theirs if key is not None)
    return found.intersection(mine)


def _open_sessions(workers: list[int]) -> dict[int, SupervisionSession]:
    rows = SupervisionSession.unwithdrawn.filter(worker__in=as_rows(workers), ended_on=None).order_by("pk")
    return {each.worker_id or 0: each for each in rows}
