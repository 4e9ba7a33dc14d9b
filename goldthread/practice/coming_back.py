"""Children who were referred again within a year: why the work before had ended, and whose decision ended it (finding F03)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from goldthread.engine.measuring import Period
from goldthread.practice.access import as_rows
from goldthread.practice.homes.team import teams_managed
from goldthread.practice.measures import behind_of, choices_of_period, sight_of
from goldthread.practice.standing import Standing
from goldthread.record.models import Closing, CodeField, Post, Referral, Worker
from goldthread.rulebook.measures import MEASURES

RE_REFERRALS = MEASURES["re_referrals"]
STILL_OPEN = "still-open"
NO_ACTION = "no-further-action"
NOT_SAID = "not-said"
NOBODY_NAMED, ELSEWHERE = "nobody", "elsewhere"
WORDS = {
    STILL_OPEN: "Had not ended when the child was referred again",
    NO_ACTION: "No further action on the referral",
    NOT_SAID: "Ended, and why is not recorded",
}


@dataclass(frozen=True, slots=True)
class Ending:
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
    rows: tuple[Again, ...]
    by_reason: tuple[Line, ...]
    by_manager: tuple[Line, ...]


def came_back(by: Standing) -> CameBack:
    """Of the twelve months to today: the same children as the measure counts.

    A manager's name is told to that manager and to those who manage them; of all others it says that they are elsewhere.
    """
    sight = sight_of(by)
    period = choices_of_period(sight)["year"][1]
    found = behind_of(RE_REFERRALS, period, sight, said="yes")
    before = endings({each.child for each in found})
    told = _told(by)
    rows = []
    for each in sorted(found, key=lambda row: (row.day, row.child), reverse=True):
        ending = _last_before(before[each.child], each.day)
        rows.append(Again(each.child, each.day, ending, _whose(ending.by, told)))
    ended = [
        each
        for several in endings(sight.children, period).values()
        for each in several
        if each.on is not None and period.first <= each.on <= period.last
    ]
    why = Counter(each.ending.reason for each in rows), Counter(each.reason for each in ended)
    whose = Counter(each.whose for each in rows), Counter(_whose(each.by, told) for each in ended)
    reasons = sorted({*why[0], *why[1]}, key=lambda each: (-why[0][each], reason_words(each)))
    return CameBack(
        period,
        tuple(rows),
        _lines(*why, {each: reason_words(each) for each in reasons}),
        _lines(*whose, told),
    )


def endings(children: Iterable[int], period: Period | None = None) -> dict[int, list[Ending]]:
    """How each referral of each child ended, in the order in which they came; over a period those alone that may have then."""
    keys = as_rows(list(children))
    referrals = Referral.unwithdrawn.filter(child__in=keys)
    closings = Closing.unwithdrawn.filter(child__in=keys)
    if period is not None:
        referrals = referrals.filter(received_on__lte=period.last).exclude(closed_on__lt=period.first)
        closings = closings.filter(closed_on__range=(period.first, period.last))
    closed: dict[int, list[tuple[date, str, int | None]]] = {}
    for child, on, because, manager in closings.order_by("closed_on", "pk").values_list(
        "child_id", "closed_on", "because", "decision__decided_by_id"
    ):
        closed.setdefault(child, []).append((on, because or NOT_SAID, manager))
    found: dict[int, list[Ending]] = {}
    columns = (
        "child_id", "received_on", "closed_on", "closed_because", "decision", "no_further_action", "decided_on", "decided_by_id",
    )  # fmt: skip
    for child, received, on, because, decision, no_action, decided, manager in referrals.order_by(
        "received_on", "pk"
    ).values_list(*columns):
        if no_action or decision == NO_ACTION:
            ending = Ending(received, decided or on or received, NO_ACTION, manager)
        elif by_hand := next(
            (each for each in closed.get(child, ()) if on is not None and each[0] == on), None
        ):
            ending = Ending(received, *by_hand)
        else:
            ending = Ending(received, on, STILL_OPEN if on is None else because or NOT_SAID, None)
        found.setdefault(child, []).append(ending)
    return found


def _last_before(several: Sequence[Ending], day: date) -> Ending:
    """Of the latest earlier referral; what ended later had not ended yet."""
    before = max((each for each in several if each.referred_on < day), key=lambda each: each.referred_on)
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
