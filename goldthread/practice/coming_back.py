"""Children who were referred again within a year: why the work before had ended, and whose decision ended it (finding F03)."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from operator import attrgetter
from typing import NamedTuple

from django.core.cache import caches
from django.db.models import Count, Max, Q, TextField
from django.db.models.functions import Cast, Coalesce

from goldthread.engine.measuring import Period
from goldthread.practice.access import as_rows, asked_of, listed
from goldthread.practice.due.reading import tables_of
from goldthread.practice.homes.team import teams_managed
from goldthread.practice.local_rules import rules_here
from goldthread.practice.measures import Sight, behind_of, choices_of_period
from goldthread.practice.measures.asking import KEPT_FOR
from goldthread.practice.measures.tables import read
from goldthread.practice.moment import now
from goldthread.practice.standing import Standing
from goldthread.record.models import Closing, CodeField, Post, Referral, Worker
from goldthread.rulebook.calendar import add_years
from goldthread.rulebook.measures import MEASURES

RE_REFERRALS = MEASURES["re_referrals"]
A_DAY = timedelta(days=1)
AS_WRITTEN = Cast("closed_on", TextField())
OF_CLOSING = ("child_id", "closed_on", "because", "decision__decided_by_id")
OF_REFERRAL = (
    "child", "received_on", "closed_on", "closed_because", "decision", "no_further_action", "decided_on", "decided_by",
)  # fmt: skip
STILL_OPEN = "still-open"
NO_ACTION = "no-further-action"
NOT_SAID = "not-said"
NOBODY_NAMED, ELSEWHERE = "nobody", "elsewhere"
WORDS = {
    STILL_OPEN: "Had not ended when the child was referred again",
    NO_ACTION: "No further action on the referral",
    NOT_SAID: "Ended, and why is not recorded",
}


class Ending(NamedTuple):
    """How what came of one referral ended. reason: a code of ours or of the census. by: the manager's key, where one is named.

    on: missing while it goes on. referred_on: the day of the referral.
    """

    referred_on: date
    on: date | None
    reason: str
    by: int | None


@dataclass(frozen=True, slots=True)
class Again:
    """One referral that came within a year of an earlier one: of which child, when, and how the one before had ended."""

    child: int
    on: date
    ending: Ending
    whose: str


@dataclass(frozen=True, slots=True)
class Line:
    """How often work that ended so came back, and how often work ended so in the same months."""

    key: str
    words: str
    again: int
    ended: int


@dataclass(frozen=True, slots=True)
class CameBack:
    """Everybody referred again over a period whom somebody may list, the latest first; by reason, and by deciding manager."""

    period: Period
    counted_at: datetime
    rows: tuple[Again, ...]
    by_reason: tuple[Line, ...]
    by_manager: tuple[Line, ...]


def came_back(by: Standing) -> CameBack:
    """Of the twelve months to today: the same children as the measure counts.

    A manager's name is told to that manager and to those who manage them; of all others it says that they are elsewhere. Kept
    for some minutes, as the figures are, until other children may be listed; of children their keys alone.
    """
    sight = Sight((), suppressed=not by.role.sees_children)  # whose it is, `_referred_twice` says
    period = choices_of_period(sight)["year"][1]
    said = repr(("came back", by.account, period, asked_of(by), rules_here()))
    key = hashlib.sha256(said.encode()).hexdigest()
    kept = caches["figures"].get(key)
    if kept is None:
        kept = now(), _again(by, period, sight), list(_ended(by, period))
        caches["figures"].set(key, kept, KEPT_FOR)
    counted_at, again, ended = kept
    told = _told(by)
    rows = [Again(child, day, ending, _whose(ending.by, told)) for child, day, ending in again]
    why = Counter(each.ending.reason for each in rows), Counter[str]()
    whose = Counter(each.whose for each in rows), Counter[str]()
    for reason, manager, count in ended:
        why[1][reason] += count
        whose[1][_whose(manager, told)] += count
    reasons = sorted({*why[0], *why[1]}, key=lambda each: (-why[0][each], reason_words(each)))
    return CameBack(
        period,
        counted_at,
        tuple(rows),
        _lines(*why, {each: reason_words(each) for each in reasons}),
        _lines(*whose, told),
    )


def _again(by: Standing, period: Period, sight: Sight) -> list[tuple[int, date, Ending]]:
    """Each who was referred again, the latest first: the child, the day, and how the work before had ended."""
    asked = partial(read, [RE_REFERRALS], _referred_twice(by, period))
    found = behind_of(RE_REFERRALS, period, sight, said="yes", told=asked)
    before = endings({each.child for each in found})
    return [
        (each.child, each.day, _last_before(before[each.child], each.day))
        for each in sorted(found, key=lambda row: (row.day, row.child), reverse=True)
    ]


def _referred_twice(by: Standing, period: Period) -> list[int]:
    """The children whom somebody may list and who were referred twice in two years, lastly over the period.

    Nobody else came back within a year.
    """
    lately = Referral.unwithdrawn.filter(
        listed(by), received_on__gt=add_years(period.first, -1) - A_DAY, received_on__lte=period.last
    )
    times = lately.order_by().values_list("child_id").annotate(times=Count("pk"), latest=Max("received_on"))
    return list(times.filter(times__gt=1, latest__gte=period.first).values_list("child_id", flat=True))


def endings(children: Collection[int]) -> dict[int, list[Ending]]:
    """How each referral of each child ended, in the order in which they came."""
    closed: dict[tuple[int, date], tuple[str, int | None]] = {}
    by_hand = Closing.unwithdrawn.filter(child__in=as_rows(children)).order_by("pk")
    for child, closed_on, because, manager in by_hand.values_list(*OF_CLOSING):
        closed.setdefault((child, closed_on), (because or NOT_SAID, manager))
    found: dict[int, list[Ending]] = {}
    # As the engine reads them: the ORM takes each day apart by itself.
    rows = tables_of(list(children), {"referrals": frozenset({*OF_REFERRAL, "id"})})["referrals"]
    ordered = rows.sort("received_on", "id").select(OF_REFERRAL)
    for child, received, on, because, decision, no_action, decided, manager in ordered.iter_rows():
        if no_action or decision == NO_ACTION:
            ending = Ending(received, decided or on or received, NO_ACTION, manager)
        elif on is None:
            ending = Ending(received, None, STILL_OPEN, None)
        else:
            ending = Ending(received, on, *closed.get((child, on), (because or NOT_SAID, None)))
        found.setdefault(child, []).append(ending)
    return found


def _ended(by: Standing, period: Period) -> Iterator[tuple[str, int | None, int]]:
    """By how it ended and whose decision that was, how often work ended over a period, as `endings` says of each referral.

    Of the children whom somebody may list.
    """
    rows = Referral.unwithdrawn.filter(listed(by), received_on__lte=period.last).exclude(
        closed_on__lt=period.first
    )
    days = (period.first, period.last)
    no_action = Q(no_further_action=True) | Q(decision=NO_ACTION)
    ended = Coalesce("decided_on", "closed_on", "received_on")
    without = rows.filter(no_action).annotate(ended=ended).filter(ended__range=days).order_by()
    for manager, count in without.values_list("decided_by_id").annotate(count=Count("pk")):
        yield NO_ACTION, manager, count
    by_hand = Closing.unwithdrawn.filter(listed(by), closed_on__range=days).order_by("pk")
    closed: dict[tuple[int, str], tuple[str, int | None]] = {}
    for child, day, because, manager in by_hand.annotate(day=AS_WRITTEN).values_list(
        "child_id", "day", *OF_CLOSING[2:]
    ):
        closed.setdefault((child, day), (because or NOT_SAID, manager))
    acted = (Q(no_further_action=False) | Q(no_further_action=None)) & (
        ~Q(decision=NO_ACTION) | Q(decision=None)
    )
    others = rows.filter(acted, closed_on__range=days).order_by()
    counts: Counter[tuple[str, int | None]] = Counter()
    for child, day, because in others.annotate(day=AS_WRITTEN).values_list(
        "child_id", "day", "closed_because"
    ):
        counts[closed.get((child, day), (because or NOT_SAID, None))] += 1
    for (reason, manager), count in counts.items():
        yield reason, manager, count


def _last_before(several: Sequence[Ending], day: date) -> Ending:
    """Of the latest earlier referral; what ended later had not ended yet."""
    before = max((each for each in several if each.referred_on < day), key=attrgetter("referred_on"))
    if before.on is not None and before.on <= day:
        return before
    return Ending(before.referred_on, None, STILL_OPEN, None)


def _told(by: Standing) -> dict[str, str]:
    """The managers whose names somebody is told, by key, in the order of names; and what is said of the others."""
    posts = Post.unwithdrawn.filter(manages=True, team__in=teams_managed(by))
    own = by.works[0].worker if by.works else None
    workers = Worker.objects.filter(pk__in=posts.values("worker_id")) | Worker.objects.filter(pk=own or 0)
    named = workers.distinct().order_by("family_name", "given_name", "pk")
    return {
        **{str(each.pk): str(each) for each in named},
        ELSEWHERE: "Somebody outside your line",
        NOBODY_NAMED: "Nobody is named",
    }


def _whose(manager: int | None, told: dict[str, str]) -> str:
    if manager is None:
        return NOBODY_NAMED
    return str(manager) if str(manager) in told else ELSEWHERE


def reason_words(reason: str) -> str:
    """Why something ended, in words."""
    field = Referral._meta.get_field("closed_because")
    assert isinstance(field, CodeField)
    words = WORDS.get(reason) or field.label(reason)
    return words[:1].upper() + words[1:]


def _lines(again: Counter[str], ended: Counter[str], words: dict[str, str]) -> tuple[Line, ...]:
    """One line for each key that anything came back or ended by, in the order of the words."""
    return tuple(
        Line(key, said, again[key], ended[key]) for key, said in words.items() if again[key] or ended[key]
    )
