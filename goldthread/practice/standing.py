"""How an account stands today: its role, the work that its open posts give it, and the work that it covers for others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.utils import timezone

from goldthread.practice.moment import today
from goldthread.practice.once_made import OnceMade
from goldthread.practice.roles import NO_ROLE, Role, role_of
from goldthread.record.models import Account, Delegation, Post, Team


@dataclass(frozen=True, slots=True)
class Work:
    """What one worker's open posts tie them to on a day: their teams, those they manage, and all within these."""

    role: Role
    worker: int | None
    teams: frozenset[int] = frozenset()
    managed: frozenset[int] = frozenset()
    service: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Standing:
    """An account as it stands now: its role (none where its last post has closed), its work, and whose it covers.

    kept, tied: what was worked out for it once, for the page that it is made for.
    """

    account: int
    role: Role
    day: date
    at: datetime
    works: tuple[Work, ...] = ()
    kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    tied: dict[str, Q] = field(default_factory=dict, compare=False, repr=False)

    @property
    def whole(self) -> bool:
        """Whether every record that is not restricted belongs to the work."""
        return any("whole" in work.role.opens for work in self.works)


class _Post(NamedTuple):
    worker_id: int
    team_id: int | None
    manages: bool


def _covered(account: int, day: date) -> QuerySet[Delegation, Any]:
    """Whose work an account covers on a day, while they are still here."""
    covers = Delegation.objects.filter(to=account, began_on__lte=day, until__gte=day, ended_at__isnull=True)
    others = covers.filter(of__is_active=True).exclude(of=account).order_by("pk")
    return others.values_list("of_id", "of__role", "of__worker_id")


def _posts(day: date, *workers: int) -> QuerySet[Post, Any]:
    """The open posts of some workers."""
    posts = Post.unwithdrawn.filter(in_force(day), worker_id__in=workers).order_by("pk")
    return posts.values_list(*_Post._fields)


_COVERED, _POSTS = OnceMade(_covered), OnceMade(_posts)
_TEAMS = OnceMade(lambda: Team.unwithdrawn.order_by("pk").values_list("pk", "within_id"))


def standing_of(account: Account) -> Standing:
    """How an account stands today, in three queries whoever it is."""
    day, at = today(), timezone.now()
    covers = [
        Account(pk=pk, role=role, worker_id=worker, is_active=True)
        for pk, role, worker in _COVERED(account.pk, day)
    ]
    people = [account, *covers]
    workers = {each.worker_id for each in people if each.worker_id is not None}
    posts = [_Post(*row) for row in _POSTS(day, *sorted({*workers, 0}))]
    parts: dict[int | None, list[int]] = {}
    for pk, within in _TEAMS():
        parts.setdefault(within, []).append(pk)
    own, *covered = (_work_of(each, posts, parts) for each in people)
    if own.role is NO_ROLE:
        return Standing(account.pk, NO_ROLE, day, at)
    works = (own, *(work for work in covered if own.role.covered and not work.role.always_asks))
    return Standing(account.pk, own.role, day, at, works)


def everybody() -> Standing:
    """Who lists every child but the restricted, and is nobody: for what is counted once for all who do."""
    role = role_of("director")
    return Standing(0, role, today(), timezone.now(), (Work(role, None),))


def role_today(account: Account) -> Role:
    """The role in which an account stands today, in one query: as `standing_of` says it, for who needs no more."""
    in_post = account.worker_id is not None and posts_of(account.worker_id, today()).exists()
    return role_where(account, in_post=in_post)


def posts_of(worker: int, day: date) -> QuerySet[Post]:
    """A worker's open posts."""
    return Post.unwithdrawn.filter(in_force(day), worker_id=worker)


def role_where(account: Account, *, in_post: bool) -> Role:
    """An account's role; none where their last post has closed, or where the role needs one and they have none."""
    role = role_of(account.role)
    stands = in_post if account.worker_id is not None else not role.holds_a_post
    return role if account.is_active and stands else NO_ROLE


def _work_of(account: Account, posts: list[_Post], parts: dict[int | None, list[int]]) -> Work:
    """Somebody's work; none where they have no role today."""
    mine = [post for post in posts if post.worker_id == account.worker_id]
    role = role_where(account, in_post=bool(mine))
    if role is NO_ROLE:
        return Work(NO_ROLE, None)
    managed = {post.team_id for post in mine if post.manages and post.team_id is not None}
    return Work(
        role,
        account.worker_id,
        frozenset(post.team_id for post in mine if post.team_id is not None),
        frozenset(managed),
        frozenset(_with_all_within(managed, parts)),
    )


def _with_all_within(teams: Iterable[int], parts: dict[int | None, list[int]]) -> set[int]:
    found: set[int] = set()
    waiting = list(teams)
    while waiting:
        team = waiting.pop()
        if team not in found:
            found.add(team)
            waiting += parts.get(team, [])
    return found


def in_force(day: date) -> Q:
    """In force on a day: what ends on a day is over on it."""
    return begun(day) & (Q(ended_on__isnull=True) | Q(ended_on__gt=day))


def begun(day: date) -> Q:
    return Q(began_on__isnull=True) | Q(began_on__lte=day)


# --- who is above and beneath whom ----------------------------------------------------------------------------------


def staff_of(standing: Standing) -> QuerySet[Post]:
    """The open posts of everybody whom an account manages, in its own right."""
    teams: frozenset[int] = standing.works[0].service if standing.works else frozenset()
    return Post.unwithdrawn.filter(in_force(standing.day), team_id__in=teams, worker_id__isnull=False)


def managers_of(account: Account) -> list[Account]:
    """Who manages somebody: of their team, else of the service above it; where nobody does, the directors."""
    day = today()
    above = dict(Team.unwithdrawn.values_list("pk", "within_id"))
    mine = Post.unwithdrawn.filter(in_force(day), worker_id=account.worker_id, worker_id__isnull=False)
    level = {team for team in mine.values_list("team_id", flat=True) if team is not None}
    met: set[int] = set()
    while level:
        posts = Post.unwithdrawn.filter(in_force(day), team_id__in=level, manages=True)
        found = Account.objects.filter(is_active=True, worker_id__in=posts.values("worker_id"))
        if managers := list(found.exclude(pk=account.pk).order_by("pk")):
            return managers
        met |= level
        level = {up for team in level if (up := above.get(team)) is not None} - met
    return list(Account.objects.filter(is_active=True, role="director").exclude(pk=account.pk).order_by("pk"))
