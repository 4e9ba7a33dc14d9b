"""Enquiries under section 47."""

from __future__ import annotations

from datetime import date

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open, day_of
from goldthread.record.models import Account, Child, Enquiry, Referral, StrategyDiscussion


@action
def begin_enquiry(
    *,
    child: Child,
    by: Account,
    began_on: date | None = None,
    strategy_discussion: StrategyDiscussion | None = None,
    referral: Referral | None = None,
) -> Enquiry:
    """Begin an enquiry, on the day of the strategy discussion where no other is given."""
    held_on = strategy_discussion.held_on if strategy_discussion else None
    return add(
        Enquiry(
            child=child,
            referral=referral,
            strategy_discussion=strategy_discussion,
            began_on=day_of(began_on or held_on, None, "began_on"),
        )
    )


@action
def conclude_enquiry(
    *, enquiry: Enquiry, by: Account, concluded_on: date, conference_required: bool
) -> Enquiry:
    """Conclude an enquiry, saying whether a child protection conference is needed."""
    check_still_open(enquiry, "concluded_on", "This enquiry")
    return change(enquiry, concluded_on=concluded_on, conference_required=conference_required)
