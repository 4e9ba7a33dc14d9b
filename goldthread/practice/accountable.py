"""Who answered for children's services on which day: entered by hand, with gaps shown, and named beside each decision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Q

from goldthread.practice.actions import NotAllowed, action, add, change
from goldthread.practice.checking import check_still_open
from goldthread.practice.holding import ROLES as HOLDING
from goldthread.practice.moment import now, today
from goldthread.practice.standing import in_force, role_today
from goldthread.record.models import Account, Allocation, Child, Post, PostHolding, Team, Worker
from goldthread.rulebook.accountable import ALL, CHAIN, POSTS, AccountablePost
from goldthread.rulebook.calendar import add_months

SPAN_MONTHS = 18
"""The months in which the holders of a post are counted, as inspectors counted them."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time in which somebody held a post, or nobody did: then ``holding`` is missing.

    until: the day it ended; missing while it lasts.
    """

    began_on: date
    until: date | None
    holding: PostHolding | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """A post, of a service where there are several, with who held it and the gaps, the latest first.

    held_by: how many different people held it in the last 18 months. days_empty: of these months.
    """

    post: AccountablePost
    team: Team | None
    stretches: tuple[Stretch, ...]
    held_by: int
    days_empty: int

    @property
    def name(self) -> str:
        """ "Service manager, Protection and support"."""
        return f"{self.post.name}, {self.team}" if self.team else self.post.name

    @property
    def now(self) -> tuple[Stretch, ...]:
        """Who holds it today."""
        return tuple(each for each in self.stretches if each.holding and each.until is None)


@dataclass(frozen=True, slots=True)
class InChain:
    """One place in the chain above a decision. who: empty where nobody held it or nobody wrote it down."""

    place: str
    who: str
    note: str = ""


@action
def hold_post(
    *,
    by: Account,
    post: str,
    began_on: date,
    standing: str,
    worker: Worker | None = None,
    name: str = "",
    team: Team | None = None,
    ended_on: date | None = None,
) -> PostHolding:
    """Record who holds or held an accountable post. Raises NotAllowed, ValidationError with what to change."""
    _may_enter(by)
    if post not in POSTS:
        raise ValidationError({"post": f"Found {post!r}; expected one of {', '.join(POSTS)}."})
    if worker is None and not name.strip():
        raise ValidationError(
            {"name": "Choose the worker who holds it, or enter the name of somebody who is none."}
        )
    if POSTS[post].several and team is None:
        raise ValidationError({"team": "Choose the service, since there are several of these posts."})
    if began_on > today():
        raise ValidationError({"began_on": "Enter it on the first day; it cannot be before."})
    for other in _of(post, team):
        same = (
            other.worker_id == worker.pk if worker else other.worker_id is None and other.name == name.strip()
        )
        if same and began_on < (other.ended_on or date.max) and other.began_on < (ended_on or date.max):
            raise ValidationError("This is recorded already for these days.")
    return add(
        PostHolding(
            post=post, team=team if POSTS[post].several else None, worker=worker, name="" if worker else name.strip(),
            standing=standing, began_on=began_on, ended_on=ended_on,
        )
    )  # fmt: skip


@action
def leave_post(*, by: Account, holding: PostHolding, ended_on: date, because: str = "") -> PostHolding:
    """Record that somebody holds an accountable post no longer. Raises NotAllowed, ValidationError."""
    _may_enter(by)
    check_still_open(holding, "ended_on", "This")
    return change(holding, ended_on=ended_on, ended_because=because.strip())


@action
def take_back_holding(*, by: Account, holding: PostHolding, because: str) -> PostHolding:
    """Take back what was entered in error; it stays in the history. Raises NotAllowed, ValidationError."""
    _may_enter(by)
    if not because.strip():
        raise ValidationError({"because": "Say what was wrong."})
    return change(holding, withdrawn_at=now(), withdrawn_because=because.strip())


def may_enter(by: Account) -> bool:
    """Whoever looks after accounts, and the director, in their own right."""
    role = role_today(by)
    return role.keeps_accounts or role.code == "director"


def _may_enter(by: Account) -> None:
    if not may_enter(Account.objects.get(pk=by.pk)):
        raise NotAllowed("Whoever looks after accounts enters this, or the director.")


def seats() -> list[Seat]:
    """Every accountable post in the order of the rulebook, a post of several services once for each, in one query."""
    day = today()
    held: dict[tuple[str, int | None], list[PostHolding]] = {}
    for row in PostHolding.unwithdrawn.select_related("worker", "team").order_by("began_on", "pk"):
        held.setdefault((row.post, row.team_id), []).append(row)
    found = []
    for post in ALL:
        of_post = [key for key in held if key[0] == post.code]
        for key in sorted(of_post, key=lambda each: str(held[each][0].team or "")) or [(post.code, None)]:
            rows = held.get(key, [])
            found.append(_seat(post, rows[0].team if rows else None, rows, day))
    return found


def holders_on(day: date) -> dict[str, list[PostHolding]]:
    """Who held each post on a day, by its code."""
    found: dict[str, list[PostHolding]] = {}
    for row in (
        PostHolding.unwithdrawn.filter(in_force(day)).select_related("worker", "team").order_by("began_on")
    ):
        found.setdefault(row.post, []).append(row)
    return found


def chain_of(child: Child, day: date, decider: Worker | None = None, name: str = "") -> list[InChain]:
    """Who stood above a decision of a child on a day: who decided, the managers of the child's team and service, the posts.

    Team and services are those of who held the child that day; a manager is whoever's post said so then.
    """
    deciding = str(decider) if decider else name
    found = [InChain("Decided by", deciding, "" if deciding else "not recorded")]
    holders = holders_on(day)
    for place, team in zip(("Team manager", "Service manager"), _teams_above(child, day), strict=False):
        named = [row for row in holders.get("service-manager", ()) if row.team_id == team.pk]
        who = [row.holder for row in named] or [
            str(post.worker)
            for post in Post.unwithdrawn.filter(in_force(day), team=team, manages=True).select_related(
                "worker"
            )
            if post.worker
        ]
        found.append(
            InChain(f"{place}, {team}", " and ".join(who), "" if who else "nobody recorded on that day")
        )
    for code in CHAIN[1:]:
        rows = holders.get(code, [])
        words = " and ".join(
            f"{row.holder}{'' if row.standing == 'permanent' else f' ({row.standing})'}" for row in rows
        )
        if rows or code != "assistant-director":
            found.append(InChain(POSTS[code].name, words, "" if rows else "nobody recorded on that day"))
    return found


def _teams_above(child: Child, day: date) -> list[Team]:
    held = (
        Allocation.unwithdrawn.filter(in_force(day), child=child, role__in=HOLDING, team__isnull=False)
        .order_by("role", "-began_on")
        .values_list("team_id", flat=True)
        .first()
    )
    teams = {team.pk: team for team in Team.unwithdrawn.all()} if held else {}
    found: list[Team] = []
    above = held
    while above is not None and above in teams and teams[above] not in found:
        found.append(teams[above])
        above = teams[above].within_id
    return found


def _of(post: str, team: Team | None) -> Iterable[PostHolding]:
    return PostHolding.unwithdrawn.filter(Q(team=team) | Q(team__isnull=True), post=post)


def _seat(post: AccountablePost, team: Team | None, rows: list[PostHolding], day: date) -> Seat:
    since = add_months(day, -SPAN_MONTHS)
    stretches: list[Stretch] = []
    reached: date | None = None
    empty = 0
    for row in rows:
        if reached is not None and row.began_on > reached:
            stretches.append(Stretch(reached, row.began_on))
            empty += _days(reached, row.began_on, since, day)
        stretches.append(Stretch(row.began_on, row.ended_on, row))
        ended = row.ended_on or date.max
        reached = ended if reached is None else max(reached, ended)
    if reached is not None and reached <= day:
        stretches.append(Stretch(reached, None))
        empty += _days(reached, day, since, day)
    recent = [row for row in rows if row.began_on <= day and (row.ended_on is None or row.ended_on > since)]
    people = {(row.worker_id, row.name) for row in recent}
    return Seat(post, team, tuple(reversed(stretches)), len(people), empty)


def _days(began: date, until: date, since: date, day: date) -> int:
    return max(0, (min(until, day) - max(began, since)).days)
