"""Contacts as a decision about them needs to know them."""

from __future__ import annotations

from goldthread.record.models import Account, Contact, StrategyDiscussion


def concerns_waiting(contact: Contact) -> list[StrategyDiscussion]:
    """The child's concerns of significant harm for which no strategy discussion has been held."""
    waiting = StrategyDiscussion.unwithdrawn.filter(
        child=contact.child_id, held_on=None, held_at=None, decision=None
    )
    return list(waiting.order_by("pk"))


def said_last(by: Account) -> str:
    """The rationale of somebody's last decision on a contact, without what spacing and capitals add; empty for none."""
    last = Contact.unwithdrawn.filter(decided_by=by.worker_id, decided_by__isnull=False).exclude(
        decided_because=""
    )
    found = last.order_by("-decided_on", "-pk").values_list("decided_because", flat=True).first()
    return plainly(found or "")


def plainly(words: str) -> str:
    return " ".join(words.casefold().split()).strip(" .")
