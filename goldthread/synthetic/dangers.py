"""A few precautions and one adoption with a new identity in the demonstration, told by the deeds that people use."""

from __future__ import annotations

from datetime import date, timedelta

from goldthread.practice.access import not_hidden
from goldthread.practice.identity import NewIdentity, give_new_identity, is_sealed
from goldthread.practice.moment import today
from goldthread.practice.recording import hide_placement, warn_workers, withhold_address
from goldthread.practice.restricting import give_reason
from goldthread.record.models import (
    Account,
    Allocation,
    Child,
    Permanence,
    Placement,
    Relationship,
    SafetyWarning,
)

TEAM = "Long-term 2"
NEW = NewIdentity("Robyn", "Hartley", la_child_id="OAK900001")
WHY = "Adoption order of Oakshire family court."


def make_dangers(director: Account, keeper: Account) -> None:
    """Precautions on children of Long-term 2, so that its manager and worker see them, and one adopted child.

    Nothing where a warning is there already: it was made before, or somebody records their own.
    """
    if SafetyWarning.objects.exists():
        return
    day = today()
    held = Allocation.unwithdrawn.filter(team__name=TEAM, ended_on=None, worker__isnull=False)
    children = list(not_hidden(director).filter(pk__in=held.values("child_id")).order_by("pk"))
    for child in _with("father", children)[:2]:
        father = child.relationships.get(kind="father", withdrawn_at=None).person
        warn_workers(
            child=child, by=director, person=father, began_on=day - timedelta(days=70), review_on=day + timedelta(days=20),
            what="He threatened the worker with a hammer at the door in December, and was charged.",
            what_to_do="Go in pairs, never after dark. Ring the duty desk before and after.",
            said_by="The worker who was threatened; police log",
        )  # fmt: skip
    for child in children[2:3]:
        warn_workers(
            child=child, by=director, began_on=day - timedelta(days=200), review_on=day - timedelta(days=20),
            what="A dog in the yard bit the health visitor.", what_to_do="Ring first and have it shut away.",
            said_by="The health visitor",
        )  # fmt: skip
    for child in _with("father", children)[2:4]:
        withhold_address(
            child=child, by=director, began_on=day - timedelta(days=40), review_on=day + timedelta(days=140),
            why="Mother and children fled; he has followed them before.",
            said_by="Non-molestation order of Oakshire family court",
        )  # fmt: skip
    placed = Placement.unwithdrawn.filter(ended_on=None, child__in=children).order_by("pk")
    for child in _with("mother", [each.child for each in placed.select_related("child")])[:2]:
        mother = child.relationships.get(kind="mother", withdrawn_at=None).person
        assert mother is not None  # _with asked for one
        hide_placement(
            child=child, by=director, person=mother, began_on=day - timedelta(days=90), review_on=day + timedelta(days=90),
            why="She went to the last carers' house and took the child.",
            said_by="Order of Oakshire family court under section 34",
        )  # fmt: skip
    _adopt(keeper, day)


def _with(kind: str, children: list[Child]) -> list[Child]:
    """Those of the children who have one such relative and no more."""
    related = Relationship.unwithdrawn.filter(child__in=children, kind=kind, person__isnull=False)
    counts: dict[int, int] = {}
    for child in related.values_list("child_id", flat=True):
        counts[child] = counts.get(child, 0) + 1
    return [child for child in dict.fromkeys(children) if counts.get(child.pk) == 1]


def _adopt(keeper: Account, day: date) -> None:
    """The youngest child for whom an adoption order was made lately lives under a new name."""
    orders = Permanence.unwithdrawn.filter(order_on__isnull=False, order_on__lte=day).order_by(
        "-order_on", "pk"
    )
    for child in [each.child for each in orders.select_related("child")[:1]]:
        if not is_sealed(child):
            give_reason(public_id=child.public_id, by=keeper, why=WHY)
            give_new_identity(child=child, by=keeper, new=NEW, why=WHY)
