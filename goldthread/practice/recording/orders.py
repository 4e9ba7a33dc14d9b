"""Powers that protect a child at once, and court."""

from __future__ import annotations

from datetime import date, datetime

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open, day_of
from goldthread.record.models import Account, Child, Proceeding, SafeguardingOrder


@action
def use_power(
    *, child: Child, by: Account, kind: str, began_on: date | None = None, began_at: datetime | None = None
) -> SafeguardingOrder:
    """Record that a power was used to protect a child at once."""
    return add(
        SafeguardingOrder(
            child=child, kind=kind, began_on=day_of(began_on, began_at, "began_on"), began_at=began_at
        )
    )


@action
def authorise_power(
    *,
    order: SafeguardingOrder,
    by: Account,
    authorised_on: date | None = None,
    authorised_at: datetime | None = None,
    authorised_to: date | None = None,
) -> SafeguardingOrder:
    """Record that a court authorised keeping a child in secure accommodation, and until when."""
    check_still_open(order, "authorised_on", "This authorisation")
    day = day_of(authorised_on, authorised_at, "authorised_on")
    return change(order, authorised_on=day, authorised_at=authorised_at, authorised_to=authorised_to)


@action
def end_power(
    *, order: SafeguardingOrder, by: Account, ended_on: date | None = None, ended_at: datetime | None = None
) -> SafeguardingOrder:
    """Record that a power to protect a child at once ended."""
    check_still_open(order, "ended_on", "This power")
    return change(order, ended_on=day_of(ended_on, ended_at, "ended_on"), ended_at=ended_at)


@action
def begin_proceedings(
    *, child: Child, by: Account, letter_on: date | None = None, issued_on: date | None = None
) -> Proceeding:
    """Record a letter before proceedings, or that proceedings were issued."""
    return add(Proceeding(child=child, letter_on=letter_on, issued_on=issued_on))


@action
def offer_family_meeting(
    *, proceeding: Proceeding, by: Account, offered_on: date, accepted: bool | None = None
) -> Proceeding:
    """Record that a family was offered a meeting to make its own plan, and whether it accepted."""
    check_still_open(proceeding, "family_meeting_offered_on", "This offer")
    return change(proceeding, family_meeting_offered_on=offered_on, family_meeting_accepted=accepted)
