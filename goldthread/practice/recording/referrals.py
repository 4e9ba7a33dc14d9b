"""Referrals: what opens, or asks to open, an episode of children's social care."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open, day_of
from goldthread.practice.gates import decide_at_gate
from goldthread.practice.managing import must_manage
from goldthread.practice.reasons import SAY_WHY, SHORTEST
from goldthread.practice.recording.assessments import begin_assessment
from goldthread.record.models import Account, Child, Contact, FamilyHelpEpisode, Referral, Worker


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
    *,
    referral: Referral,
    by: Account,
    decision: str,
    decided_on: date,
    primary_need: str | None = None,
    because: str = "",
    decided_by: Worker | None = None,
) -> Referral:
    """Decide, as a manager, what should follow a referral. Raises NotAllowed for somebody who is no manager."""
    must_manage(by, "A referral is decided")
    return change(
        referral,
        decision=decision,
        decided_on=decided_on,
        decided_because=because,
        decided_by=decided_by or by.worker,
        no_further_action=decision == "no-further-action",
        primary_need=primary_need or referral.primary_need,
    )


@action
def settle_referral(
    *,
    referral: Referral,
    by: Account,
    decision: str,
    decided_on: date,
    because: str,
    primary_need: str | None = None,
    organisation: str = "",
) -> Referral:
    """Decide, as a manager, what follows a referral, and open or close it: an assessment begins, or early help, or nothing does.

    Raises NotAllowed for somebody who is no manager, ValidationError for a rationale that nobody could judge.
    """
    referral.refresh_from_db(from_queryset=Referral.objects.select_for_update())
    if referral.decided_on is not None:
        raise ValidationError("This referral was decided already; put that right instead.")
    if len(because.strip()) < SHORTEST:
        raise ValidationError({"because": SAY_WHY})
    decide_referral(
        referral=referral, by=by, decision=decision, decided_on=decided_on, primary_need=primary_need,
        because=because.strip(),
    )  # fmt: skip
    decide_at_gate(
        "settle_referral", child=referral.child, by=by, kind="threshold", rationale=because, decided_on=decided_on,
        answer=f"{decision.replace('-', ' ').capitalize()}.",
    )  # fmt: skip
    if decision == "assessment":
        begin_assessment(child=referral.child, by=by, referral=referral, began_on=decided_on)
    elif decision == "early-help":
        add(
            FamilyHelpEpisode(
                child=referral.child, contact=referral.contact, began_on=decided_on, basis="early-help",
                organisation=organisation.strip(),
            )
        )  # fmt: skip
    elif decision == "no-further-action":
        change(referral, closed_on=decided_on)
    return referral


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
    contact: Contact | None = None,
) -> FamilyHelpEpisode:
    """Begin early help or family help for a child's family."""
    return add(
        FamilyHelpEpisode(
            child=child,
            contact=contact,
            began_on=began_on,
            basis=basis,
            assessed_on=assessed_on,
            organisation=organisation,
        )
    )


@action
def end_family_help(*, episode: FamilyHelpEpisode, by: Account, ended_on: date) -> FamilyHelpEpisode:
    """End early help or family help."""
    check_still_open(episode, "ended_on", "This help")
    return change(episode, ended_on=ended_on)
