"""What a manager decides of a contact, and what that opens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add, change
from goldthread.practice.contacts import concerns_waiting, outcome_words, plainly, said_last
from goldthread.practice.gates import decide_at_gate
from goldthread.practice.managing import must_manage
from goldthread.practice.moment import now
from goldthread.practice.notices.telling import tell
from goldthread.practice.reasons import SAY_WHY, SHORTEST
from goldthread.practice.recording.contacts import decide_contact
from goldthread.record.models import Account, Contact, FamilyHelpEpisode, Referral

CONSIDERED = ("no-further-action", "advice", "early-help")
"""Outcomes after which nobody of children's social care looks at the child again."""


@action
def settle_contact(
    *,
    contact: Contact,
    by: Account,
    also: Sequence[Contact] = (),
    outcome: str,
    decided_on: date,
    because: str,
    no_harm_because: str = "",
    organisation: str = "",
    same_words: bool = False,
) -> list[Contact]:
    """Decide, as a manager, what follows a contact, and open it: early help, or a referral.

    also: the contacts of brothers and sisters that came with it, on which the same is decided.
    because: the rationale. no_harm_because: why significant harm, suspected when it arrived, is not suspected after all.
    organisation: who leads early help. same_words: that the same rationale as last time is meant.
    Raises NotAllowed for somebody who is no manager, ValidationError with words beside what is missing.
    """
    must_manage(by, "A contact is decided")
    contacts = [contact, *also]
    _checked(contacts, by, outcome, because, no_harm_because, same_words)
    for each in contacts:
        decide_contact(contact=each, by=by, outcome=outcome, decided_on=decided_on, because=because.strip())
        decide_at_gate(
            "settle_contact", child=each.child, by=by, kind="threshold", answer=outcome_words(each), rationale=because,
            decided_on=decided_on, asked_already=True,
        )  # fmt: skip
        for concern in concerns_waiting(each) if no_harm_because.strip() else ():
            change(
                concern, withdrawn_at=now(),
                withdrawn_because=f"Significant harm is not suspected after all: {no_harm_because.strip()}",
            )  # fmt: skip
        if outcome == "early-help":
            add(
                FamilyHelpEpisode(
                    child=each.child, contact=each, began_on=decided_on, basis="early-help",
                    organisation=organisation.strip(),
                )
            )  # fmt: skip
        elif outcome == "referral":
            add(
                Referral(
                    child=each.child, contact=each, received_on=each.received_on,
                    received_at=each.received_at, referred_by=each.received_from,
                )
            )  # fmt: skip
    for each in contacts:
        if each.recorded_by is not None and each.recorded_by != by:
            tell(
                to=each.recorded_by, what="decided", child=each.child,
                words=f"A contact that you took was decided: {Contact._meta.get_field('outcome').label(outcome)}.",
                address=f"/children/{each.child.public_id}/contacts/{each.pk}/",
            )  # fmt: skip
    return contacts


def _checked(
    contacts: Sequence[Contact],
    by: Account,
    outcome: str,
    because: str,
    no_harm_because: str,
    same_words: bool,
) -> None:
    for contact in contacts:
        contact.refresh_from_db(from_queryset=Contact.objects.select_for_update())
        if contact.decided_on is not None:
            raise ValidationError("This contact was decided already; put that right instead.")
    if len(because.strip()) < SHORTEST:
        raise ValidationError({"because": SAY_WHY})
    if not same_words and said_last(by) == plainly(because):
        raise ValidationError(
            {
                "because": "These are the words of your last decision. Write why for this child, or tick that you mean the same."
            }
        )
    waits = any(concerns_waiting(contact) for contact in contacts)
    if waits and outcome in CONSIDERED and len(no_harm_because.strip()) < SHORTEST:
        raise ValidationError(
            {
                "no_harm_because": "Significant harm was suspected, and a strategy discussion waits. Say why it is not "
                "suspected after all, or decide on a referral."
            }
        )
