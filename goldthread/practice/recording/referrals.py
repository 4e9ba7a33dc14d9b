"""Referrals: what opens, or asks to open, an episode of children's social care."""

from __future__ import annotations

from datetime import date, datetime

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open, day_of
from goldthread.record.models import Account, Child, Contact, FamilyHelpEpisode, Referral


@action
def receive_referral(
    *,
    child: Child,
    by: Account,
    received_on: date | None = None,
    received_at: datetime | None = None,
    referred_by: str | None = None,
    contact: Contact | None = None,
    primary_need: str | None = None,
) -> Referral:
    """Record that a child was referred. The time of day gives the day."""
    return add(
        Referral(
            child=child,
            contact=contact,
            received_on=day_of(received_on, received_at, "received_on"),
            received_at=received_at,
            referred_by=referred_by,
            primary_need=primary_need,
        )
    )


@action
def decide_referral(
    *, referral: Referral, by: Account, decision: str, decided_on: date, primary_need: str | None = None
) -> Referral:
    """Decide, as a manager, what should follow a referral."""
    return change(
        referral,
        decision=decision,
        decided_on=decided_on,
        no_further_action=decision == "no-further-action",
        primary_need=primary_need or referral.primary_need,
    )


@action
def close_referral(
    *, referral: Referral, by: Account, closed_on: date, because: str | None = None
) -> Referral:
    """Close the episode that a referral opened."""
    check_still_open(referral, "closed_on", "This referral's episode")
    return change(referral, closed_on=closed_on, closed_because=because)


@action
def begin_family_help(
    *,
    child: Child,
    by: Account,
    began_on: date,
    basis: str,
    assessed_on: date | None = None,
    organisation: str = "",
) -> FamilyHelpEpisode:
    """Begin early help or family help for a child's family."""
    return add(
        FamilyHelpEpisode(
            child=child, began_on=began_on, basis=basis, assessed_on=assessed_on, organisation=organisation
        )
    )


@action
def end_family_help(*, episode: FamilyHelpEpisode, by: Account, ended_on: date) -> FamilyHelpEpisode:
    """End early help or family help."""
    check_still_open(episode, "ended_on", "This help")
    return change(episode, ended_on=ended_on)
