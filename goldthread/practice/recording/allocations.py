"""Who holds a child."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open
from goldthread.practice.handing_over.before import must_be_handed_over
from goldthread.practice.handing_over.taking_over import hand_over_to
from goldthread.practice.managing import must_manage
from goldthread.practice.notices.telling import tell
from goldthread.record.models import Account, Allocation, Child, Team, Worker


@action
def allocate_child(
    *,
    child: Child,
    by: Account,
    began_on: date,
    worker: Worker | None = None,
    team: Team | None = None,
    role: str = "social-worker",
    because: str | None = None,
    over_limit_because: str = "",
) -> Allocation:
    """Give a child to a worker or a team; whoever held the child in that role does so until that day."""
    for row in Allocation.unwithdrawn.filter(child=child, role=role, ended_on=None):
        change(row, ended_on=began_on, changed_because=because)
    allocation = add(
        Allocation(
            child=child, worker=worker, team=team, role=role, began_on=began_on,
            over_limit_because=over_limit_because.strip(),
        )
    )  # fmt: skip
    for account in Account.objects.filter(worker=worker, worker__isnull=False, is_active=True).exclude(
        pk=by.pk
    ):
        tell(
            to=account, what="allocated", child=child, address=f"/children/{child.public_id}/",
            words=f"A child is allocated to you from {began_on:%a %-d %b %Y}.",
        )  # fmt: skip
    return allocation


@action
def allocate_together(
    *,
    child: Child,
    by: Account,
    worker: Worker,
    team: Team | None,
    began_on: date,
    role: str = "social-worker",
    because: str | None = None,
    siblings: Sequence[Child] = (),
    not_yet: str = "",
    over_limit_because: str = "",
) -> list[Allocation]:
    """Allocate a child, and brothers and sisters with it, to one worker. A manager's to do.

    Where another worker held a child, their handover is finished first, or not_yet says why the next begins without it.
    over_limit_because: why the worker is given more than their limit. Raises NotAllowed, and ValidationError without a
    handover or a reason.
    """
    must_manage(by, "A child is allocated")
    made = []
    for each in (child, *siblings):
        held = must_be_handed_over(each, worker, role)
        allocation = allocate_child(
            child=each, by=by, worker=worker, team=team, role=role, began_on=began_on, because=because,
            over_limit_because=over_limit_because,
        )  # fmt: skip
        hand_over_to(allocation=allocation, held=held, not_yet=not_yet)
        made.append(allocation)
    return made


@action
def end_allocation(
    *, allocation: Allocation, by: Account, ended_on: date, because: str | None = None
) -> Allocation:
    """Record that a worker or a team holds a child no longer."""
    check_still_open(allocation, "ended_on", "This allocation")
    return change(allocation, ended_on=ended_on, changed_because=because)
