"""Visits to children."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add
from goldthread.practice.checking import day_of
from goldthread.practice.together import new_together
from goldthread.practice.visiting import placement_on, purpose_for
from goldthread.record.models import Account, Child, Placement, Visit, Worker

SAID = "Say it in the child's own words or way: what they said, drew, showed or did."


@dataclass(frozen=True, slots=True)
class SeenThere:
    """What a visit was for one of the children visited.

    seen, seen_alone, bedroom_seen: yes, no or unknown. The reasons are asked where the child was not seen, or not alone.
    """

    child: Child
    seen: str
    seen_alone: str = "unknown"
    bedroom_seen: str = "unknown"
    not_seen_because: str = ""
    not_alone_because: str = ""
    child_said: str = ""
    plan_changed: str = ""


@action
def visit_child(
    *,
    child: Child,
    by: Account,
    purpose: str,
    seen: str,
    held_on: date | None = None,
    held_at: datetime | None = None,
    seen_alone: str = "unknown",
    by_worker: Worker | None = None,
    placement: Placement | None = None,
    place: str | None = None,
    bedroom_seen: str | None = None,
    not_seen_because: str = "",
    not_alone_because: str = "",
    others_there: str = "",
    child_said: str = "",
    account: str = "",
    plan_changed: str = "",
    together: str = "",
) -> Visit:
    """Record a visit. The visitor is the account's own worker where no other is given."""
    return add(
        Visit(
            child=child, placement=placement, held_on=day_of(held_on, held_at, "held_on"), held_at=held_at,
            purpose=purpose, seen=seen, seen_alone=seen_alone, by_worker=by_worker or by.worker, place=place,
            bedroom_seen=bedroom_seen, not_seen_because=not_seen_because, not_alone_because=not_alone_because,
            others_there=others_there, child_said=child_said, account=account, plan_changed=plan_changed,
            together=together,
        )
    )  # fmt: skip


@action
def record_visit(
    *,
    child: Child,
    by: Account,
    there: SeenThere,
    also: Sequence[SeenThere] = (),
    held_on: date,
    held_at: datetime | None = None,
    by_worker: Worker | None = None,
    purpose: str = "",
    place: str | None = None,
    others_there: str = "",
    account: str = "",
) -> list[Visit]:
    """Record one visit to a child, and to the brothers and sisters seen at it: each a visit of their own.

    there: what it was for the child. also: for each of the others, whose purpose follows from their own standing.
    purpose: under which duty; empty for that which the child's standing asks. Raises ValidationError with words beside what
    is missing: why a child was not seen or not alone, and what a child said who was.
    """
    if by_worker is None and by.worker is None:
        raise ValidationError({"by_worker": "Say who visited."})
    if there.child != child:
        raise ValidationError("The first told of is the child in whose record it is written.")
    everybody = (there, *also)
    if len({each.child.pk for each in everybody}) < len(everybody):
        raise ValidationError("A child stands here twice.")
    for each in everybody:
        _told(each, alone=len(everybody) == 1)
    together = new_together() if also else ""
    return [
        visit_child(
            child=each.child, by=by, held_on=held_on, held_at=held_at, by_worker=by_worker, place=place,
            purpose=(purpose if each is there else "") or purpose_for(each.child, held_on, by=by),
            placement=placement_on(each.child, held_on), seen=each.seen, seen_alone=each.seen_alone,
            bedroom_seen=each.bedroom_seen, not_seen_because=each.not_seen_because.strip(),
            not_alone_because=each.not_alone_because.strip(), others_there=others_there.strip(),
            child_said=each.child_said.strip(), account=account.strip(), plan_changed=each.plan_changed.strip(),
            together=together,
        )
        for each in everybody
    ]  # fmt: skip


def _told(each: SeenThere, *, alone: bool) -> None:
    who = "" if alone else f"{each.child.given_name}: "
    if each.seen == "no" and not each.not_seen_because.strip():
        raise ValidationError({"not_seen_because": f"{who}Say why the child was not seen."})
    if each.seen == "no" and each.seen_alone == "yes":
        raise ValidationError({"seen_alone": f"{who}A child who was not seen was not seen alone."})
    if each.seen == "yes" and each.seen_alone == "no" and not each.not_alone_because.strip():
        raise ValidationError({"not_alone_because": f"{who}Say why the child was not seen alone."})
    if each.seen == "yes" and not each.child_said.strip():
        raise ValidationError({"child_said": f"{who}{SAID}"})
