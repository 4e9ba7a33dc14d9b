"""Cover for somebody who is away, and recording for a named person: what their work opens, lent between two days."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from goldthread.practice.actions import action, add, change
from goldthread.practice.moment import today
from goldthread.practice.notices.telling import tell
from goldthread.practice.reasons import said
from goldthread.practice.restricting import AccessRefused
from goldthread.practice.roles import ROLES, role_of
from goldthread.practice.standing import Standing, staff_of, standing_of
from goldthread.record.models import Account, Delegation

LONGEST = timedelta(days=92)


@action
def arrange_cover(
    *, of: Account, to: Account, by: Account, why: str, began_on: date, until: date
) -> Delegation:
    """Let somebody open what another's work opens, from a first to a last day. Restricted records do not go with it.

    Raises AccessRefused with what to change.
    """
    said(why, AccessRefused)
    if of == to:
        raise AccessRefused("Nobody covers for themselves. Choose two people.")
    if until < began_on or until < today():
        raise AccessRefused("The last day is today or later, and not before the first.")
    if until - began_on > LONGEST:
        raise AccessRefused(
            "Cover is for three months at most. Choose an earlier last day, and arrange it again."
        )
    if not role_of(of.role).opens or role_of(of.role).always_asks:
        raise AccessRefused(f"{of.shown_name} holds no children's records that could be covered.")
    if not to.is_active or not role_of(to.role).covered:
        raise AccessRefused(f"{to.shown_name} has a role that covers for nobody. Choose somebody else.")
    if not may_arrange(standing_of(by), of):
        raise AccessRefused("Arrange cover for yourself, or for somebody whom you manage.")
    arranged = add(Delegation(of=of, to=to, why=why.strip(), began_on=began_on, until=until, made_by=by))
    if to != by:
        words = f"You cover for {of.shown_name} from {began_on:%a %-d %b} to {until:%a %-d %b %Y}."
        tell(to=to, what="cover", words=words, address="/access/cover/")
    return arranged


@action
def end_cover(*, delegation: Delegation, by: Account) -> Delegation:
    """End cover before its last day. Raises AccessRefused for somebody whose it is not."""
    if by not in (delegation.made_by, delegation.to) and not may_arrange(standing_of(by), delegation.of):
        raise AccessRefused("Cover is ended by those whom it concerns, or by their manager.")
    return change(delegation, ended_at=timezone.now())


def may_arrange(standing: Standing, of: Account) -> bool:
    """Whether an account arranges cover for another: for itself, for those whom it manages, a director for all."""
    if standing.account == of.pk:
        return bool(standing.role.opens)
    if not standing.role.arranges:
        return False
    return standing.whole or staff_of(standing).filter(worker_id=of.worker_id or 0).exists()


def cover_seen_by(standing: Standing) -> QuerySet[Delegation]:
    """Cover of today or to come that concerns an account: its own, given or taken, and that of those it manages."""
    found = (
        Delegation.objects.filter(ended_at__isnull=True, until__gte=standing.day)
        .select_related("of__worker", "to__worker", "made_by__worker")
        .order_by("began_on", "pk")
    )
    if standing.role.oversees:
        return found
    people = staff_of(standing).values("worker_id")
    return found.filter(
        Q(of_id=standing.account)
        | Q(to_id=standing.account)
        | Q(made_by_id=standing.account)
        | Q(of__worker_id__in=people)
    )


def who_can_be_covered(standing: Standing) -> QuerySet[Account]:
    """The accounts for which an account may arrange cover."""
    codes = [role.code for role in ROLES.values() if role.opens and not role.always_asks]
    found = _people(codes)
    if standing.whole and standing.role.arranges:
        return found
    mine = Q(pk=standing.account)
    if standing.role.arranges:
        mine |= Q(worker_id__in=staff_of(standing).values("worker_id"))
    return found.filter(mine)


def who_can_cover() -> QuerySet[Account]:
    """The accounts that can be named to cover."""
    return _people([role.code for role in ROLES.values() if role.covered])


def who_sees_children() -> QuerySet[Account]:
    """The accounts that can guard a restricted record or be named for one."""
    return _people([role.code for role in ROLES.values() if role.sees_children])


def _people(codes: list[str]) -> QuerySet[Account]:
    return (
        Account.objects.filter(is_active=True, role__in=codes)
        .select_related("worker")
        .order_by("worker__family_name", "worker__given_name", "username")
    )
