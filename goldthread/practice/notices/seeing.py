"""What somebody was told, without what tells of a child whose record was restricted since."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Count, Exists, Q, QuerySet, Subquery

from goldthread.practice.access import restrictions_in_force
from goldthread.practice.moment import today
from goldthread.practice.once_made import OnceMade
from goldthread.practice.roles import Role
from goldthread.practice.standing import posts_of, role_where
from goldthread.record.models import Account, NamedAccess, Notice


def notices_of(account: Account) -> QuerySet[Notice]:
    """What an account was told, the latest first; of one moment, as it was told: the soonest due first."""
    return _notices(account.pk)


def _notices(account: int) -> QuerySet[Notice]:
    named = NamedAccess.objects.filter(account=account, ended_at__isnull=True).values("restriction_id")
    hidden = restrictions_in_force().exclude(guardian=account).exclude(pk__in=named)
    return Notice.objects.filter(
        Q(about_child__isnull=True) | ~Q(about_child__in=hidden.values("child_id")), account=account
    ).order_by("-at", "pk")


def unread_of(account: Account) -> QuerySet[Notice]:
    """Those of them that are new."""
    return _unread(account.pk)


def _unread(account: int) -> QuerySet[Notice]:
    return _notices(account).filter(read_at__isnull=True)


def role_and_unread(account: Account) -> tuple[Role, int]:
    """The role in which an account stands today and how many things are new to it, in one query: every page's header asks."""
    nobody = 0
    [(in_post, many)] = _STANDS(account.pk, account.worker_id or nobody, today())
    return role_where(account, in_post=in_post), many or 0


def _stands(account: int, worker: int, day: date) -> QuerySet[Account, Any]:
    new = _unread(account).order_by().values("account").annotate(many=Count("pk")).values("many")
    return Account.objects.filter(pk=account).values_list(Exists(posts_of(worker, day)), Subquery(new))


_STANDS = OnceMade(_stands)


def hidden_of(children: Iterable[int]) -> dict[int, frozenset[int]]:
    """Of those children whose records are restricted, the accounts that may know of each."""
    found = (
        restrictions_in_force().filter(child__in=list(children)).values_list("pk", "child_id", "guardian_id")
    )
    named: dict[int, set[int]] = {}
    for restriction, who in NamedAccess.objects.filter(
        restriction__in=[pk for pk, _, _ in found], ended_at__isnull=True
    ).values_list("restriction_id", "account_id"):
        named.setdefault(restriction, set()).add(who)
    return {child: frozenset({guardian, *named.get(pk, ())}) for pk, child, guardian in found}
