"""What somebody was told, without what tells of a child whose record was restricted since."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from goldthread.practice.access import restrictions_in_force
from goldthread.record.models import Account, NamedAccess, Notice


def notices_of(account: Account) -> QuerySet[Notice]:
    """What an account was told, the latest first; of one moment, as it was told: the soonest due first."""
    hidden = restrictions_in_force().exclude(guardian=account).exclude(pk__in=_named(account))
    return Notice.objects.filter(
        Q(about_child__isnull=True) | ~Q(about_child__in=hidden.values("child_id")), account=account
    ).order_by("-at", "pk")


def unread_count(account: Account) -> int:
    """How many of them are new: one question, answered from an index."""
    return notices_of(account).filter(read_at__isnull=True).order_by().count()


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


def _named(account: Account) -> QuerySet[NamedAccess, Any]:
    return NamedAccess.objects.filter(account=account, ended_at__isnull=True).values("restriction_id")
