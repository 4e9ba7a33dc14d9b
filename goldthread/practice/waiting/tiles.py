"""The headline counts above the list."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from goldthread.practice.moment import today
from goldthread.practice.standing import Standing
from goldthread.record.models import Account

from .filters import WaitingFilters, counted, is_of_kind, late, matching, soon


@dataclass(frozen=True, slots=True)
class Tiles:
    """How many open duties are late by whose authority, are due soon, or belong to a child whom nobody holds.

    listed counts the lines of the list below, as filtered. unallocated counts children. unconfirmed, not_known and past_ours
    (past our own standard, not yet late) stand apart: they are in no other count of late ones.
    """

    listed: int
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
    """Count once for all tiles and the list, of the children whom somebody may list."""
    found = matching(filters, by=by, but_kind=True)
    by_authority = {
        kind: Count("pk", filter=counted() & late() & Q(authority=kind))
        for kind in ("regulations", "guidance", "census", "own")
    }
    day = today()
    return Tiles(
        **found.aggregate(
            **by_authority,
            listed=Count("pk", filter=is_of_kind(filters.kind, day)),
            soon=Count("pk", filter=counted() & soon()),
            unallocated=Count("child_id", filter=is_of_kind("unallocated", day), distinct=True),
            unconfirmed=Count("pk", filter=is_of_kind("unconfirmed", day)),
            not_known=Count("pk", filter=is_of_kind("not-known", day)),
            past_ours=Count("pk", filter=is_of_kind("past-ours", day)),
        )
    )
