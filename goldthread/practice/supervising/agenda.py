"""What a supervision is to be about: the children whom a worker holds, each with why it is there, the most pressing first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import F, Max, Q

from goldthread.practice.access import may_list
from goldthread.practice.moment import today
from goldthread.practice.overseeing import Overseen, days_allowed, last_overseen_of_many
from goldthread.practice.relations import holding_now
from goldthread.practice.standing import Standing
from goldthread.practice.supervising.deciding import awaiting_review
from goldthread.practice.supervising.directions import Standing as StandingDirection
from goldthread.practice.supervising.directions import directions_of_many
from goldthread.practice.waiting.filters import counted, late, open_dues, soon
from goldthread.record.models import (
    Child,
    Decision,
    Due,
    Signal,
    Supervision,
    SupervisionItem,
    SupervisionSession,
)
from goldthread.rulebook.clocks import CLOCKS
from goldthread.rulebook.drift import SIGNALS

VISITS = frozenset(name for name, clock in CLOCKS.items() if clock.done.fact.startswith("visits."))
"""The duties that only seeing the child meets."""
NAMED = 2  # of several late duties, so many are named
WEIGHTS = {
    "direction-late": 60, "late": 50, "unseen": 40, "asked": 35, "put-off": 35, "review": 30, "not-overseen": 25,
    "drifting": 20, "direction": 15, "soon": 10,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a child is on the agenda. kind: one of ``WEIGHTS``; pressing: whether it is late."""

    kind: str
    words: str
    pressing: bool = False


@dataclass(slots=True)
class Item:
    """A child on the agenda. state: to be discussed, discussed, or put off to the next time."""

    child: int
    reasons: list[Reason] = field(default_factory=list)
    overseen: Overseen | None = None
    discussed: Supervision | None = None
    put_off: SupervisionItem | None = None
    directions: list[StandingDirection] = field(default_factory=list)

    @property
    def weight(self) -> int:
        return sum(WEIGHTS[each.kind] for each in self.reasons)

    @property
    def state(self) -> str:
        return "discussed" if self.discussed else "put off" if self.put_off else "to discuss"


def agenda_of(session: SupervisionSession, *, by: Standing) -> list[Item]:
    """The agenda of a supervision, of children whom the reader may list: first what is still to be discussed, worst first.

    Everybody whom the worker holds is on it, and whoever was discussed or put off in it, in as many queries for many as for few.
    """
    workers = workers_in(session)
    day = session.held_on or today()
    rows = list(Supervision.unwithdrawn.filter(session=session))
    items = list(
        SupervisionItem.unwithdrawn.filter(Q(session=session) | Q(worker__in=workers))
        .select_related("worker")
        .order_by("put_on", "pk")
    )
    put_off = {
        each.child_id: each for each in items if each.session_id == session.pk and each.kind == "put-off"
    }
    children = set(put_off) | {row.child_id for row in rows}
    if session.ended_on is None:
        children |= held_by(workers, day)
    found = items_of(may_list(by).filter(pk__in=children).values_list("pk", flat=True), day, by=by)
    _asked(found, [each for each in items if each.session_id != session.pk])
    for row in rows:
        if row.child_id in found:
            found[row.child_id].discussed = row
    for child, item in put_off.items():
        if child in found:
            found[child].put_off = item
    order = {"to discuss": 0, "put off": 1, "discussed": 2}
    return sorted(found.values(), key=lambda each: (order[each.state], -each.weight, each.child))


def workers_in(session: SupervisionSession) -> list[int]:
    """The keys of those whose supervision it is."""
    if session.worker_id is not None:
        return [session.worker_id]
    return list(session.members.filter(withdrawn_at=None).values_list("worker_id", flat=True))


def held_by(workers: Iterable[int], day: date) -> set[int]:
    """The children whom these workers hold on a day."""
    keys = list(workers)
    return {
        child
        for rows in holding_now(day)
        for child in rows.filter(worker_id__in=keys).values_list("child_id", flat=True)
    }


def items_of(children: Iterable[int], day: date, *, by: Standing) -> dict[int, Item]:
    """Each child with the reasons that the record itself gives."""
    keys = list(children)
    overseen, long = last_overseen_of_many(keys, day), days_allowed()
    directions = directions_of_many(keys, day)
    found = {
        child: Item(child, overseen=overseen.get(child), directions=directions.get(child, []))
        for child in keys
    }
    for child, item in found.items():
        _directions(item)
        last = overseen.get(child)
        if last is None:
            item.reasons.append(Reason("not-overseen", "no manager's footprint yet", True))
        elif last.days > long:
            item.reasons.append(Reason("not-overseen", f"not overseen for {last.days} days", True))
    _dues(found, by)
    _drift(found)
    _reviews(found, day)
    for item in found.values():
        item.reasons.sort(key=lambda each: -WEIGHTS[each.kind])
    return found


def _directions(item: Item) -> None:
    still = [each for each in item.directions if each.state == "open"]
    if over := [each for each in still if each.late]:
        words = f"{_many(len(over), 'direction')} not done, the oldest {_many(max(each.late for each in over), 'day')} late"
        item.reasons.append(Reason("direction-late", words, True))
    elif still:
        item.reasons.append(Reason("direction", f"{_many(len(still), 'direction')} to answer"))


def _dues(found: dict[int, Item], by: Standing) -> None:
    rows = open_dues(by=by).filter(counted(), child_id__in=list(found))
    overdue: dict[int, list[Due]] = defaultdict(list)
    for due in rows.filter(late()).order_by(F("over_days").desc(), "pk"):
        overdue[due.child_id].append(due)
    for child, dues in overdue.items():
        unseen = [each for each in dues if each.clock in VISITS]
        if unseen:
            found[child].reasons.append(Reason("unseen", f"visit late since {_day(unseen[0].due_on)}", True))
        if others := [CLOCKS[each.clock].what for each in dues if each.clock not in VISITS]:
            more = f" and {len(others) - NAMED} more" if len(others) > NAMED else ""
            found[child].reasons.append(
                Reason("late", f"late: {', '.join(others[:NAMED]).lower()}{more}", True)
            )
    coming: dict[int, list[str]] = defaultdict(list)
    for due in rows.filter(soon()).order_by(F("over_days").desc(), "pk"):
        coming[due.child_id].append(f"{CLOCKS[due.clock].what.lower()} {_day(due.due_on)}")
    for child, words in coming.items():
        found[child].reasons.append(Reason("soon", f"due soon: {', '.join(words[:NAMED])}"))


def _drift(found: dict[int, Item]) -> None:
    names: dict[int, list[str]] = defaultdict(list)
    rows = (
        Signal.objects.filter(kind="drift", child_id__in=list(found))
        .values_list("child_id", "name")
        .distinct()
    )
    for child, name in rows.order_by("child_id", "name"):
        names[child].append(SIGNALS[name].what.lower())
    for child, words in names.items():
        found[child].reasons.append(Reason("drifting", f"drifting: {', '.join(words[:NAMED])}"))


def _reviews(found: dict[int, Item], day: date) -> None:
    due = awaiting_review(Decision.unwithdrawn.filter(child_id__in=list(found), review_on__lte=day))
    for row in due:
        found[row.child_id].reasons.append(
            Reason("review", f"a decision of {_day(row.decided_on)} is to be looked at again", True)
        )


def _asked(found: dict[int, Item], items: list[SupervisionItem]) -> None:
    """What a worker asked for, or was put off, and nobody took up since."""
    if not items:
        return
    for each in _not_taken_up(items):
        item = found.get(each.child_id)
        if item is None:
            continue
        words = (
            f"{each.worker.given_name} asks: {each.words}"
            if each.kind == "asked" and each.worker
            else (f"put off on {_day(each.put_on)}: {each.words}")
        )
        item.reasons.insert(0, Reason(each.kind, words))


def wanted_of(child: Child) -> list[SupervisionItem]:
    """What was asked for of a child, or put off, and nobody took up since, the latest first."""
    rows = SupervisionItem.unwithdrawn.filter(child=child).select_related("worker")
    return _not_taken_up(list(rows.order_by("-put_on", "-pk")))


def _not_taken_up(items: list[SupervisionItem]) -> list[SupervisionItem]:
    """Those of children who were not discussed since: what was asked for is taken up on its own day too."""
    last = dict(
        Supervision.unwithdrawn.filter(child_id__in=[each.child_id for each in items])
        .values_list("child_id")
        .annotate(last=Max("held_on"))
    )
    return [
        each
        for each in items
        if (on := last.get(each.child_id)) is None
        or on < each.put_on
        or (on == each.put_on and each.kind != "asked")
    ]


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _day(day: date) -> str:
    return f"{day:%a %-d %b}"
