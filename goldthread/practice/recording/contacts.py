"""Contacts: somebody told or asked the authority something about a child."""

from __future__ import annotations

from datetime import date, datetime

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import day_of
from goldthread.record.models import Account, Child, Contact


@action
def receive_contact(
    *,
    child: Child,
    by: Account,
    received_on: date | None = None,
    received_at: datetime | None = None,
    received_from: str | None = None,
    worry: str = "",
) -> Contact:
    """Record that somebody told or asked us something about a child. The time of day gives the day."""
    return add(
        Contact(
            child=child,
            received_on=day_of(received_on, received_at, "received_on"),
            received_at=received_at,
            received_from=received_from,
            worry=worry,
        )
    )


@action
def decide_contact(*, contact: Contact, by: Account, outcome: str, decided_on: date, because: str) -> Contact:
    """Decide what to do about a contact."""
    return change(contact, outcome=outcome, decided_on=decided_on, decided_because=because)
