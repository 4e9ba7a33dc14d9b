"""Homes that are no placement."""

from __future__ import annotations

from datetime import date

from goldthread.practice.actions import action, add
from goldthread.record.models import Accommodation, Account, Child, PrivateFostering


@action
def begin_accommodation(
    *, child: Child, by: Account, kind: str, began_on: date, provided_by_authority: bool | None = None
) -> Accommodation:
    """Record where a care leaver lives from a day on."""
    return add(
        Accommodation(child=child, kind=kind, began_on=began_on, provided_by_authority=provided_by_authority)
    )


@action
def record_private_fostering(
    *,
    child: Child,
    by: Account,
    aware_on: date,
    notified_on: date | None = None,
    began_on: date | None = None,
    carer: str = "",
) -> PrivateFostering:
    """Record that a child is privately fostered, and how the authority came to know."""
    return add(
        PrivateFostering(
            child=child, carer=carer, notified_on=notified_on, aware_on=aware_on, began_on=began_on
        )
    )
