"""Contacts as a decision about them needs to know them: what came before, and how it was closed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from goldthread.practice.disclosure import shown_on_screens
from goldthread.record.models import Account, CodeField, Contact, Referral, StrategyDiscussion


@dataclass(frozen=True, slots=True)
class Earlier:
    """One contact, or a referral that no contact here led to: what was worried about, and why it was closed."""

    child: int
    row: int
    what: str
    on: date
    worry: str
    outcome: str
    closed_on: date | None
    because: str
    by: str


def earlier_contacts(children: Iterable[int]) -> dict[int, list[Earlier]]:
    """Every contact and referral of each child, the latest first, with how each ended and in whose words."""
    keys = list(children)
    found: dict[int, list[Earlier]] = {}
    contacts = Contact.unwithdrawn.filter(child__in=keys).select_related("decided_by")
    referrals = Referral.unwithdrawn.filter(child__in=keys).select_related("decided_by")
    knowing = shown_on_screens(keys)
    for row in contacts:
        found.setdefault(row.child_id, []).append(
            Earlier(
                row.child_id, row.pk, "contact", row.received_on, row.worry, _words(row, "outcome"), row.decided_on,
                row.decided_because, str(row.decided_by or ""),
            )
        )  # fmt: skip
    for referral in referrals:
        why = _words(referral, "closed_because") or referral.decided_because
        found.setdefault(referral.child_id, []).append(
            Earlier(
                referral.child_id, referral.pk, "referral", referral.received_on, "", _words(referral, "decision"),
                referral.closed_on, why, str(referral.decided_by or ""),
            )
        )  # fmt: skip
    for child, rows in found.items():
        if child in knowing:
            found[child] = rows = [_withheld(each, knowing[child].words) for each in rows]
        rows.sort(key=lambda each: (each.on, each.what, each.row), reverse=True)
    return found


def _withheld(each: Earlier, words: Callable[[str], str]) -> Earlier:
    return replace(each, worry=words(each.worry), because=words(each.because))


def _words(row: Contact | Referral, column: str) -> str:
    field = row._meta.get_field(column)
    assert isinstance(field, CodeField)
    return field.label(getattr(row, column))


def contacts_together(contact: Contact) -> list[Contact]:
    """The contacts of brothers and sisters that came with this one; itself among them, the first."""
    if not contact.together:
        return [contact]
    others = Contact.unwithdrawn.filter(together=contact.together).exclude(pk=contact.pk)
    return [contact, *others.select_related("child").order_by("pk")]


def outcome_words(contact: Contact) -> str:
    """What was decided about a contact, as a sentence."""
    return f"{_words(contact, 'outcome').capitalize()}."


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
