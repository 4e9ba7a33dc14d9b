"""Telling people of what is due soon, before it is late: once for each date of each duty, after the night's reckoning."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from goldthread.practice.holding import ROLES
from goldthread.practice.moment import now, today
from goldthread.practice.notices.choosing import MOST_DAYS, Chosen, choices_of, goes_into_digest
from goldthread.practice.notices.kinds import ALL, NOT, kind_of_clock
from goldthread.practice.notices.seeing import hidden_of
from goldthread.practice.roles import role_of
from goldthread.practice.standing import in_force
from goldthread.record.models import Account, Allocation, Due, Notice, Reckoning
from goldthread.rulebook.calendar import epoch_day
from goldthread.rulebook.clocks import CLOCKS

BATCH = 2_000


def tell_what_is_due_soon() -> int:
    """Tell whoever holds a child of what is due to the child within the days that they chose; how many notices it made.

    Nobody is told twice of one date, however often this runs, and nobody of what is late already: that stands on their list.
    """
    dues = list(_due_soon())
    children = {due.child_id for due in dues}
    holders = _holders(children)
    allowed, accounts = hidden_of(children), {each for found in holders.values() for each in found}
    choices = choices_of(accounts, [kind.code for kind in ALL if kind.days])
    made = [
        notice
        for due in dues
        for account in sorted(holders.get(due.child_id, ()))
        if account in allowed.get(due.child_id, {account})
        and (notice := _notice(due, account, choices[account, kind_of_clock(CLOCKS[due.clock]).code]))
        is not None
    ]
    new = _not_told_yet(made)
    Notice.objects.bulk_create(new, batch_size=BATCH, ignore_conflicts=True)
    return len(new)


def tell_this_morning() -> int:
    """The same once a day, by one process, after what is due was worked out for today; how many notices it made."""
    waiting = Reckoning.objects.filter(day=today(), finished_at__isnull=False, told_at__isnull=True)
    if not waiting.exists():
        return 0
    with transaction.atomic():
        return tell_what_is_due_soon() if waiting.update(told_at=timezone.now()) else 0


def _due_soon() -> Iterable[Due]:
    first = epoch_day(today())
    last = first + MOST_DAYS
    return (
        Due.objects.filter(
            Q(due_day__range=(first, last)) | Q(local_due_day__range=(first, last)),
            Q(due_at__isnull=True) | Q(due_at__gt=now()),
            known=True, confirmed=True, leads=True, clock__in=CLOCKS,
        )
        .select_related("child")
        .order_by("due_day", "pk")
    )  # fmt: skip


def _holders(children: set[int]) -> dict[int, set[int]]:
    """The accounts of those who hold each child today."""
    held = Allocation.unwithdrawn.filter(in_force(today()), worker__isnull=False, role__in=ROLES)
    workers: dict[int, set[int]] = {}
    for worker, child in held.values_list("worker_id", "child_id"):
        if child in children:
            workers.setdefault(worker, set()).add(child)
    found: dict[int, set[int]] = {}
    for pk, worker, role in Account.objects.filter(is_active=True, worker__isnull=False).values_list(
        "pk", "worker_id", "role"
    ):
        if role_of(role).sees_children:
            for child in workers.get(worker, ()):
                found.setdefault(child, set()).add(pk)
    return found


def _notice(due: Due, account: int, chosen: Chosen) -> Notice | None:
    first = epoch_day(today())
    ours = due.local_due_day is not None and due.local_due_day >= first and due.local_due_on is not None
    day, on = (due.local_due_day, due.local_due_on) if ours else (due.due_day, due.due_on)
    if chosen.how == NOT or day is None or on is None or not first <= day <= first + chosen.days:
        return None
    by_us = ", by our own standard" if ours else ""
    return Notice(
        account_id=account,
        kind=chosen.kind.code,
        about_child_id=due.child_id,
        words=f"{CLOCKS[due.clock].what}: due {on:%a %-d %b %Y}{by_us}.",
        address=f"/children/{due.child.public_id}/",
        once=f"{due.clock}:{due.start_row}:{due.link}:{on:%Y-%m-%d}",
        at=now(),
        in_digest=goes_into_digest(chosen),
    )


def _not_told_yet(made: list[Notice]) -> list[Notice]:
    told = set(
        Notice.objects.filter(account__in={each.account_id for each in made})
        .exclude(once="")
        .values_list("account_id", "about_child_id", "once")
    )
    return [each for each in made if (each.account_id, each.about_child_id, each.once) not in told]
