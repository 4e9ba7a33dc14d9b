"""Contacts: somebody told or asked the authority something about a child."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import day_of
from goldthread.practice.managing import must_manage
from goldthread.record.models import (
    Account,
    Child,
    Contact,
    ContactCheck,
    HarmIndicator,
    StrategyDiscussion,
    Worker,
)


@action
def receive_contact(
    *,
    child: Child,
    by: Account,
    received_on: date | None = None,
    received_at: datetime | None = None,
    received_from: str | None = None,
    worry: str = "",
    referrer_agency: str = "",
    referrer_name: str = "",
    referrer_role: str = "",
    consent: str | None = None,
    consent_because: str = "",
    else_known: str = "",
    indicators: Sequence[str] = (),
    harm_suspected: bool = False,
    together: str = "",
) -> Contact:
    """Record that somebody told or asked us something about a child. The time of day gives the day.

    indicators: signs of harm. harm_suspected: whether significant harm is; then a strategy discussion waits from that moment.
    Raises ValidationError, also where consent was not sought and nothing says why.
    """
    if consent == "not-sought" and not consent_because.strip():
        raise ValidationError({"consent_because": "Say why consent was not sought."})
    day = day_of(received_on, received_at, "received_on")
    contact = add(
        Contact(
            child=child, received_on=day, received_at=received_at, received_from=received_from, worry=worry,
            referrer_agency=referrer_agency, referrer_name=referrer_name, referrer_role=referrer_role, consent=consent,
            consent_because=consent_because, else_known=else_known, together=together,
        )
    )  # fmt: skip
    for indicator in dict.fromkeys(indicators):
        add(HarmIndicator(child=child, contact=contact, indicator=indicator))
    if harm_suspected:
        add(
            StrategyDiscussion(
                child=child, together=together, concern=worry, concern_on=day, concern_at=received_at
            )
        )
    return contact


@action
def decide_contact(
    *,
    contact: Contact,
    by: Account,
    outcome: str,
    decided_on: date,
    because: str,
    decided_by: Worker | None = None,
) -> Contact:
    """Decide, as a manager, what to do about a contact. decided_by: which manager, where it is not whoever records it.

    Raises NotAllowed for somebody who is no manager.
    """
    must_manage(by, "A contact is decided")
    return change(
        contact, outcome=outcome, decided_on=decided_on, decided_because=because,
        decided_by=decided_by or by.worker,
    )  # fmt: skip


@action
def ask_agency(
    *,
    contact: Contact,
    by: Account,
    agency: str,
    asked_on: date,
    answered_on: date | None = None,
    answer: str = "",
) -> ContactCheck:
    """Record that another agency was asked about a child, and what it said where it has answered."""
    if not agency.strip():
        raise ValidationError({"agency": "Say who was asked."})
    _answered_with_words(answered_on, answer)
    return add(
        ContactCheck(
            child=contact.child, contact=contact, agency=agency.strip(), asked_on=asked_on, answered_on=answered_on,
            answer=answer.strip(),
        )
    )  # fmt: skip


@action
def answer_check(*, check: ContactCheck, by: Account, answered_on: date, answer: str) -> ContactCheck:
    """Record what an agency answered that was asked about a child."""
    _answered_with_words(answered_on, answer)
    return change(check, answered_on=answered_on, answer=answer.strip())


@action
def tell_referrer(
    *,
    contact: Contact,
    by: Account,
    feedback_on: date,
    feedback_how: str,
    feedback_words: str,
    also: Sequence[Contact] = (),
) -> list[Contact]:
    """Record that whoever made contact was told what was decided: when, how, and in which words.

    also: the contacts of brothers and sisters that came with it.
    Raises ValidationError for a contact that is not decided, or where no words are given.
    """
    if not feedback_words.strip():
        raise ValidationError({"feedback_words": "Say what they were told."})
    if any(each.decided_on is None for each in (contact, *also)):
        raise ValidationError("It is not decided yet what to do: there is nothing to tell.")
    return [
        change(
            each, feedback_on=feedback_on, feedback_how=feedback_how, feedback_words=feedback_words.strip()
        )
        for each in (contact, *also)
    ]


def _answered_with_words(answered_on: date | None, answer: str) -> None:
    if (answered_on is None) is not (not answer.strip()):
        raise ValidationError({"answer": "Say what they answered and on which day, or leave both empty."})
