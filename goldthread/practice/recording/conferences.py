"""Child protection conferences."""

from __future__ import annotations

from datetime import date

from goldthread.practice.actions import action, add
from goldthread.record.models import Account, Child, Conference, Enquiry, Plan, Referral, Worker


@action
def hold_conference(
    *,
    child: Child,
    by: Account,
    kind: str,
    held_on: date,
    enquiry: Enquiry | None = None,
    plan: Plan | None = None,
    led_to_plan: bool | None = None,
    referral: Referral | None = None,
    chaired_by: Worker | None = None,
) -> Conference:
    """Record that a child protection conference was held. Beginning a plan is a deed of its own."""
    return add(
        Conference(
            child=child,
            kind=kind,
            referral=referral,
            enquiry=enquiry,
            plan=plan,
            held_on=held_on,
            chaired_by=chaired_by,
            led_to_plan=led_to_plan,
        )
    )
