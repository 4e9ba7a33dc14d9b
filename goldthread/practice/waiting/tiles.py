"""The headline counts above the list."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from goldthread.practice.moment import today
from goldthread.practice.standing import Standing
from goldthread.record.models import Account

from .filters import WaitingFilters, counted, late, matching, past_ours, soon, with_a_worker


@dataclass(frozen=True, slots=True)
class Tiles:
    """How many open duties are late by whose authority, are due soon, or belong to a child whom nobody holds.

    unallocated counts children. unconfirmed, not_known and past_ours (past our own
    standard, not yet late) stand apart: they are in no other count of late ones.
    """

    regulations: int
    guidance: int
    census: int
    own: int
    soon: int
    unallocated: int
    unconfirmed: int
    not_known: int
    past_ours: int


def tiles(filters: WaitingFilters, *, by: Account | Standing) -> Tiles:
    """Count once for all tiles, of the children whom somebody may list."""
    found = matching(filters, by=by, but_kind=True)
    by_authority = {
        kind: Count("pk", filter=counted() & late() & Q(authority=kind))
        for kind in ("regulations", "guidance", "census", "own")
    }
    nobody = counted() & ~Q(child_id__in=with_a_worker(today()).values("child_id"))
    return Tiles(
        **found.aggregate(
            **by_authority,
            soon=Count("pk", filter=counted() & soon()),
            unallocated=Count("child_id", filter=nobody, distinct=True),
            unconfirmed=Count("pk", filter=Q(known=True, confirmed=False)),
            not_known=Count("pk", filter=Q(known=False)),
            past_ours=Count("pk", filter=counted() & past_ours()),
        )
    )
