"""A worker's home: their children, each with what is next and why, by child, by family or by home."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from goldthread.practice.access import listed
from goldthread.practice.homes.figures import among, children_of_each
from goldthread.practice.homes.wants import in_own_right, my_own
from goldthread.practice.moment import today
from goldthread.practice.standing import Standing
from goldthread.practice.together import PARENTS, SIBLINGS
from goldthread.practice.waiting.filters import counted, late
from goldthread.practice.waiting.rows import WaitingRow, rows_of
from goldthread.record.models import Action, Address, Child, Due, Plan, Relationship, UndisclosedAddress
from goldthread.rulebook.calendar import epoch_day

GROUPINGS = {"": "Child", "family": "Family", "home": "Home"}


@dataclass(frozen=True, slots=True)
class MyChild:
    """One child whom the reader holds. next: what is due first, and by which rule; None where nothing is.

    late: how many duties are late. counted: the figures that count the child.
    """

    child: Child
    next: WaitingRow | None
    late: int
    counted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MyAction:
    """Something that a plan asks of the reader by name."""

    action: Action
    late: bool


def my_children(standing: Standing) -> list[MyChild]:
    """The children whom an account holds by name, in its own right: what is the longest over first, then what comes next."""
    own = in_own_right(standing)
    children = {child.pk: child for child in Child.objects.filter(my_own(own, "pk")).order_by("pk")}
    keys = frozenset(children)
    if not keys:
        return []
    over = Coalesce(F("judged_day"), Value(epoch_day(today()))) - F("due_day")
    dues = Due.objects.filter(among(keys), counted(), leads=True).annotate(over_days=over)
    first: dict[int, Due] = {}
    for due in dues.select_related("child", "source").order_by(F("over_days").desc(), "due_at", "clock"):
        first.setdefault(due.child_id, due)
    late_of: dict[int, int] = defaultdict(int)
    for child in dues.filter(late()).values_list("child_id", flat=True):
        late_of[child] += 1
    rows = {row.child.pk: row for row in rows_of(list(first.values()))}
    found = children_of_each(keys, by=own)
    mine = [
        MyChild(
            child, rows.get(key), late_of[key], tuple(name for name, counts in found.items() if key in counts)
        )
        for key, child in children.items()
    ]
    return sorted(mine, key=_worst_first)


def _worst_first(each: MyChild) -> tuple[int, int, str, int]:
    day = epoch_day(each.next.due.due_on) if each.next else 10**9
    return (0 if each.late else 1, day, each.child.family_name, each.child.pk)


def my_actions(standing: Standing, *, most: int = 20) -> list[MyAction]:
    """What open plans of children whom the reader may list ask of them by name, the first due first."""
    worker = standing.works[0].worker if standing.works else None
    if worker is None:
        return []
    open_plans = Plan.unwithdrawn.filter(Q(ended_on=None) | Q(ended_on__gt=standing.day))
    rows = Action.unwithdrawn.filter(worker_id=worker, done_on=None, dropped_on=None, plan__in=open_plans)
    rows = rows.filter(listed(in_own_right(standing))).select_related("child", "plan")
    return [
        MyAction(each, each.due_on is not None and each.due_on < standing.day)
        for each in rows.order_by(F("due_on").asc(nulls_last=True), "pk")[:most]
    ]


def grouped(mine: list[MyChild], how: str) -> list[list[MyChild]]:
    """The same children, those of one family or home together, the worst of each group saying where it stands; who is alone last.

    how: one of ``GROUPINGS``. A home that is not to be disclosed ties nobody together: its child stands alone.
    """
    if how not in ("family", "home"):
        return [[each] for each in mine]
    ties = (_families if how == "family" else _homes)([each.child.pk for each in mine])
    groups: dict[int, list[MyChild]] = {}
    for each in mine:
        groups.setdefault(ties[each.child.pk], []).append(each)
    return sorted(groups.values(), key=lambda group: len(group) == 1)


def _families(children: list[int]) -> dict[int, int]:
    """For each child a key that brothers and sisters share, by what is recorded of them, or by a parent of both."""
    kin = Relationship.unwithdrawn.filter(among(children))
    first: dict[object, int] = {}
    head = {child: child for child in children}
    for child, other, person, kind in kin.order_by("pk").values_list(
        "child_id", "other_child_id", "person_id", "kind"
    ):
        if other in head and kind in SIBLINGS:
            _join(head, child, other)
        elif person is not None and kind in PARENTS:
            _join(head, child, first.setdefault(person, child))
    return {child: _head(head, child) for child in children}


def _homes(children: list[int]) -> dict[int, int]:
    """For each child a key that those share who live at one address."""
    hidden = set(
        UndisclosedAddress.unwithdrawn.filter(among(children), ended_on=None).values_list(
            "child_id", flat=True
        )
    )
    now = Address.unwithdrawn.filter(among(children), kind="home").filter(
        Q(ended_on=None) | Q(ended_on__gt=today())
    )
    first: dict[tuple[str, str], int] = {}
    head = {child: child for child in children}
    for child, lines, postcode in now.order_by("pk").values_list("child_id", "lines", "postcode"):
        if child not in hidden and lines and postcode:
            same = lines.casefold().strip(), postcode.casefold().replace(" ", "")
            _join(head, child, first.setdefault(same, child))
    return {child: _head(head, child) for child in children}


def _head(head: dict[int, int], child: int) -> int:
    while head[child] != child:
        child = head[child]
    return child


def _join(head: dict[int, int], one: int, other: int) -> None:
    head[_head(head, one)] = _head(head, other)
