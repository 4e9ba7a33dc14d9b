"""Caseloads: how many children each worker holds, how much work that is, and how much it may be.

The points of a child are those of the measure `weighted_caseload`, whose declaration is read here and written nowhere else.
Here everybody who holds a child counts, personal advisers and lead practitioners too; the measure counts social workers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from goldthread.engine.holding import reading
from goldthread.practice.access import as_rows, hidden_from
from goldthread.practice.holding import ROLES
from goldthread.practice.local_rules import rules_here
from goldthread.practice.moment import today
from goldthread.practice.standing import Standing, in_force
from goldthread.record.models import Allocation, Post, model_of
from goldthread.rulebook import caseload as settings
from goldthread.rulebook.amounts import Weighed
from goldthread.rulebook.calendar import add_months
from goldthread.rulebook.clock import Spells
from goldthread.rulebook.local import LocalRules
from goldthread.rulebook.measures.workforce import WEIGHTED

NEWLY_QUALIFIED = "1"  # of csww_start_origin
FULL_TIME = 1.0


@dataclass(frozen=True, slots=True)
class HeldChild:
    """A child in somebody's caseload. points: of work; since: when this worker began to hold the child, where known."""

    child: int
    points: int
    role: str
    team: int | None
    since: date | None


@dataclass(frozen=True, slots=True)
class InPost:
    """How somebody is in post on a day. full_time: the sum of their posts, None where none says so. leaves_on: the last day
    of their last post, where one is set; absent: whether a post says so, as a return told it.
    """

    posts: tuple[Post, ...] = ()
    full_time: float | None = None
    newly_qualified: bool = False
    leaves_on: date | None = None
    absent: bool = False

    @property
    def part_time(self) -> bool:
        """Whether the posts are known to come to less than full time."""
        return self.full_time is not None and self.full_time < FULL_TIME


@dataclass(frozen=True, slots=True)
class Caseload:
    """One worker's children. limit: in points, the authority's or our own; None for somebody who is in no post.

    held: every child, or where a page is made for somebody, all but those whose existence they may not know.
    """

    worker: int
    held: tuple[HeldChild, ...] = ()
    post: InPost = field(default_factory=InPost)
    limit: int | None = None

    @property
    def children(self) -> int:
        """How many children."""
        return len(self.held)

    @property
    def points(self) -> int:
        """How many points of work they are."""
        return sum(each.points for each in self.held)

    @property
    def over(self) -> bool:
        """Whether that is more than the limit. Somebody in no post, who holds a child, is over too."""
        return self.points > (self.limit or 0)

    def over_with(self, points: int) -> bool:
        """Whether it would be, with so many points more."""
        return self.points + points > (self.limit or 0)


def caseloads_of(
    workers: Iterable[int], *, by: Standing | None, on: date | None = None, rules: LocalRules | None = None
) -> dict[int, Caseload]:
    """The caseload of each of these workers on a day, today if none is given, in as many queries however many there are.

    by: who is told; a restricted record that they may not know of is not counted, or the count would tell of it. None counts all.
    """
    keys = sorted(set(workers))
    day = on or today()
    held: dict[int, dict[int, Allocation]] = {key: {} for key in keys}
    rows = Allocation.unwithdrawn.filter(in_force(day), worker__in=keys, role__in=ROLES).order_by("pk")
    if by is not None:
        rows = rows.exclude(child__in=hidden_from(by))
    for row in rows:
        of_worker = held[row.worker_id or 0]
        first = of_worker.setdefault(row.child_id, row)
        if (row.began_on or date.min) < (first.began_on or date.min):
            of_worker[row.child_id] = row
    points = points_of({child for of_worker in held.values() for child in of_worker}, on=day)
    posts = in_posts(keys, on=day)
    rules = rules or rules_here()
    found = {}
    for key in keys:
        found[key] = Caseload(
            key,
            tuple(
                HeldChild(child, points[child], row.role, row.team_id, row.began_on)
                for child, row in sorted(held[key].items())
            ),
            posts[key],
            _limit(posts[key], rules),
        )
    return found


def _limit(post: InPost, rules: LocalRules) -> int | None:
    if not post.posts:
        return None
    return settings.limit_of(
        post.full_time if post.full_time is not None else FULL_TIME,
        newly_qualified=post.newly_qualified,
        points=rules.number(settings.FULL_TIME.name, settings.FULL_TIME_POINTS),
        per_cent=rules.number(settings.NEWLY_QUALIFIED.name, settings.NEWLY_QUALIFIED_PER_CENT),
    )


def caseload_of(worker: int, *, by: Standing | None, on: date | None = None) -> Caseload:
    """One worker's caseload."""
    return caseloads_of([worker], by=by, on=on)[worker]


def points_of(children: Iterable[int], *, on: date | None = None) -> dict[int, int]:
    """The points of work that each child is on a day, as the measure weighs them, in one query for each weight."""
    keys, day = sorted(set(children)), on or today()
    weighed = WEIGHTED.amount
    assert isinstance(weighed, Weighed)
    found = dict.fromkeys(keys, weighed.otherwise)
    for weight, spells in weighed.weights:
        for child in _having(spells, keys, day):
            found[child] = max(found[child], weight)
    return found


def _having(spells: Spells, children: list[int], day: date) -> set[int]:
    """Those of these children who have such a spell in force on a day."""
    begins, ends = spells.begins, spells.ends
    rows = model_of(spells.table).unwithdrawn.filter(
        Q(**{f"{begins}__isnull": True}) | Q(**{f"{begins}__lte": day}),
        Q(**{f"{ends}__isnull": True}) | Q(**{f"{ends}__gt": day}),
        child__in=as_rows(children),
    )
    if spells.where is None:
        return set(rows.values_list("child_id", flat=True))
    holds = reading(spells.where)
    return {row["child_id"] for row in rows.values("child_id", *spells.where.columns()) if holds(row) is True}


def in_posts(workers: Iterable[int], *, on: date | None = None) -> dict[int, InPost]:
    """How each of these workers is in post on a day, in one query."""
    keys, day = sorted(set(workers)), on or today()
    posts: dict[int, list[Post]] = {key: [] for key in keys}
    for post in Post.unwithdrawn.filter(in_force(day), worker__in=keys).select_related("team").order_by("pk"):
        posts[post.worker_id or 0].append(post)
    return {key: _in_post(found, day) for key, found in posts.items()}


def _in_post(posts: list[Post], day: date) -> InPost:
    if not posts:
        return InPost()
    said = [float(each.full_time) for each in posts if each.full_time is not None]
    ends = [each.ended_on for each in posts]
    return InPost(
        tuple(posts),
        min(sum(said), FULL_TIME) if said else None,
        any(_newly_qualified(each, day) for each in posts),
        None if None in ends else max(each for each in ends if each is not None),
        any(bool(each.absent) for each in posts),
    )


def _newly_qualified(post: Post, day: date) -> bool:
    return (
        post.began_from == NEWLY_QUALIFIED
        and post.began_on is not None
        and day < add_months(post.began_on, settings.NEWLY_QUALIFIED_MONTHS)
    )
