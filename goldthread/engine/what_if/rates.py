"""How a team's work moved in the year before a day, from the allocations and posts that the record holds."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .tables import Held, Holding, Rates, Team

YEAR = 365
SAME_SPELL = 56
"""Days without anybody after which a child who is held again has come anew."""
LEFT_WITHIN = 14
"""Days between the end of a post and of an allocation, for the one to be because of the other."""
ENOUGH = 20
"""Waits on which a team's own must rest; of fewer, it is those of all teams together."""
BORROWED = 5
"""Events at the rate of all teams that are counted in with a team's own, so that none in a year is not never."""


@dataclass(frozen=True, slots=True)
class Known:
    """One rate and on how much it rests. own: whether it is the team's own, and not that of all teams together."""

    value: float
    events: int
    own: bool = True


@dataclass
class _Counted:
    """What was counted of one team, or of all."""

    arrivals: int = 0
    ends: int = 0
    changes: int = 0
    left: int = 0
    child_days: float = 0
    worker_days: float = 0
    first_waits: list[int] = field(default_factory=list)
    again_waits: list[int] = field(default_factory=list)
    fills: list[int] = field(default_factory=list)

    def and_(self, other: _Counted) -> None:
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass(frozen=True, slots=True)
class Estimate:
    """A team as it stood on a day, and what each of its rates rests on, by the rate's name."""

    team: Team
    rests_on: dict[str, Known]


@dataclass(frozen=True, slots=True)
class Move:
    """Something that happened to a child in a team. what: ``arrives``, ``ends``, ``changes`` or ``again``.

    day: when. wait: how many days the child then waited for a worker; None where that is not over.
    """

    what: str
    team: int
    day: int
    wait: int | None = 0


def rates_of(
    holdings: Iterable[Holding], posts: Iterable[Held], until: int, *, year: int = YEAR
) -> list[Estimate]:
    """Each team that holds children on a day, with its rates of the year before it, from what was known then."""
    rows = [row for row in holdings if row.began < until]
    in_posts = [post for post in posts if post.began < until]
    holders = {row.worker for row in rows if row.worker is not None}
    in_posts = [post for post in in_posts if post.worker in holders or _lasts(post.ended, until)]
    since = until - year
    counted: dict[int, _Counted] = defaultdict(_Counted)
    for move in moves_of(rows, in_posts, until):
        if since <= move.day < until:
            _count(counted[move.team], move)
    for row in rows:
        counted[row.team].child_days += _overlap(row.began, row.ended, since, until)
    for post in in_posts:
        if post.worker in holders:
            counted[post.team].worker_days += _overlap(post.began, post.ended, since, until)
    _leaving(counted, [post for post in in_posts if post.worker in holders], since, until)
    teams = _as_they_stand(rows, in_posts, holders, until)
    everybody = _Counted()
    for key in teams:
        everybody.and_(counted[key])
    return [_estimate(key, *teams[key], counted[key], everybody, len(teams), year) for key in sorted(teams)]


def moves_of(rows: Sequence[Holding], posts: Iterable[Held], until: int) -> Iterable[Move]:
    """What happened to each child between the allocations that follow one another."""
    left: dict[int, list[int]] = defaultdict(list)
    for post in posts:
        if post.ended is not None and post.ended <= until:
            left[post.worker].append(post.ended)
    by_child: dict[int, list[Holding]] = defaultdict(list)
    for row in rows:
        by_child[row.child].append(row)
    for found in by_child.values():
        found.sort(key=lambda row: (row.began, row.worker is not None, row.ended or math.inf))
        yield Move("arrives", found[0].team, found[0].began, _first_wait(found, 0, until))
        for place, (before, after) in enumerate(pairwise(found)):
            ended = min(before.ended if before.ended is not None else after.began, after.began)
            if after.began - ended > SAME_SPELL:
                yield Move("ends", before.team, ended)
                yield Move("arrives", after.team, after.began, _first_wait(found, place + 1, until))
            elif after.team != before.team:
                yield Move("ends", before.team, ended)
                wait = _first_wait(found, place + 1, until)
                yield Move("arrives", after.team, ended, None if wait is None else wait + after.began - ended)
            elif before.worker is not None and after.worker != before.worker:
                wait = _first_wait(found, place + 1, until)
                wait = None if wait is None else wait + after.began - ended
                gone = any(abs(day - ended) <= LEFT_WITHIN for day in left[before.worker])
                yield Move("again" if gone or wait else "changes", after.team, ended, wait)
        last = found[-1]
        if last.ended is not None and last.ended <= until:
            yield Move("ends", last.team, last.ended)


def _first_wait(found: list[Holding], place: int, until: int) -> int | None:
    """Days from an allocation until a worker of the team has the child; None where nobody has yet."""
    first = found[place]
    for row in found[place:]:
        if row.team != first.team:
            return None
        if row.worker is not None:
            return row.began - first.began
    return None


def _count(counted: _Counted, move: Move) -> None:
    if move.what == "arrives":
        counted.arrivals += 1
        counted.first_waits += [] if move.wait is None else [move.wait]
    elif move.what == "ends":
        counted.ends += 1
    elif move.what == "changes":
        counted.changes += 1
    elif move.wait is not None:
        counted.again_waits.append(move.wait)


def _leaving(counted: dict[int, _Counted], posts: list[Held], since: int, until: int) -> None:
    """Who left each team, and how long it was until somebody came: each ended post with the next that began there."""
    teams: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for post in posts:
        ended, began = teams[post.team]
        began.append(post.began)
        if post.ended is not None and since <= post.ended < until:
            ended.append(post.ended)
    for team, (ended, began) in teams.items():
        counted[team].left += len(ended)
        coming = sorted(day for day in began if since <= day < until)
        for day in sorted(ended):
            after = next((each for each in coming if each >= day - LEFT_WITHIN), None)
            if after is not None:
                coming.remove(after)
                counted[team].fills.append(max(0, after - day))


def _as_they_stand(
    rows: list[Holding], posts: list[Held], holders: set[int], until: int
) -> dict[int, tuple[dict[int, int], int, int]]:
    """Each team's workers with how many children each holds, how many wait, and how many posts are empty."""
    workers: dict[int, dict[int, int]] = defaultdict(dict)
    for post in posts:
        if _lasts(post.ended, until) and post.worker in holders:
            workers[post.team].setdefault(post.worker, 0)
    waiting: dict[int, int] = defaultdict(int)
    for row in rows:
        if not _lasts(row.ended, until):
            continue
        if row.worker is None:
            waiting[row.team] += 1
        else:
            workers[row.team][row.worker] = workers[row.team].get(row.worker, 0) + 1
    empty: dict[int, int] = defaultdict(int)
    for team in workers:
        ended = sum(
            1 for post in posts if post.team == team and post.ended and until - YEAR <= post.ended < until
        )
        began = sum(1 for post in posts if post.team == team and until - YEAR <= post.began < until)
        empty[team] = max(0, ended - began)
    return {
        team: (held, waiting[team], empty[team])
        for team, held in workers.items()
        if any(held.values()) or waiting[team]
    }


def _estimate(
    key: int,
    workers: dict[int, int],
    waiting: int,
    empty: int,
    own: _Counted,
    everybody: _Counted,
    teams: int,
    year: int,
) -> Estimate:
    rests_on = {
        "arrivals": Known(own.arrivals / year, own.arrivals),
        "ends": _rate("ends", "child_days", own, everybody),
        "changes": _rate("changes", "child_days", own, everybody),
        "leaving": _rate("left", "worker_days", own, everybody),
        **{name: _days(name, own, everybody) for name in ("first_waits", "again_waits", "fills")},
    }
    some = {
        name: tuple(getattr(own if rests_on[name].own else everybody, name)) or default
        for name, default in (("first_waits", (0,)), ("again_waits", (0,)), ("fills", (91,)))
    }
    loads = sorted(workers.values())
    mean = sum(loads) / max(1, len(loads))
    high = loads[min(len(loads) - 1, math.ceil(0.95 * len(loads)) - 1)] if loads else 0
    rates = Rates(
        rests_on["arrivals"].value, rests_on["ends"].value, rests_on["changes"].value, rests_on["leaving"].value,
        most=max(high, math.ceil(1.5 * mean), 1), **some,
    )  # fmt: skip
    return Estimate(Team(key, workers, rates, waiting, empty), rests_on)


def _rate(events: str, days: str, own: _Counted, everybody: _Counted) -> Known:
    """So many events by the day of who could have had one, with a few at everybody's rate counted in."""
    mine, all_days = getattr(own, events), getattr(everybody, days)
    general = getattr(everybody, events) / all_days if all_days else 0.0
    if general <= 0:
        return Known(0.0, mine)
    return Known((mine + BORROWED) / (getattr(own, days) + BORROWED / general), mine)


def _days(name: str, own: _Counted, everybody: _Counted) -> Known:
    mine = len(getattr(own, name)) >= ENOUGH
    found = getattr(own if mine else everybody, name)
    return Known(sum(found) / len(found) if found else 0.0, len(found), mine)


def _overlap(began: int, ended: int | None, since: int, until: int) -> int:
    return max(0, min(until if ended is None else ended, until) - max(began, since))


def _lasts(ended: int | None, day: int) -> bool:
    return ended is None or ended > day
