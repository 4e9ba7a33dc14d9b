"""Deciding what should follow a referral."""

from goldthread.vocabulary import children, referrals

from ..clock import clock
from ..counts import working_days
from ..working_together import working_together

referral_decision = clock(
    name="referral_decision",
    what="Decide what follows a referral",
    duty="Acknowledge a referral to its referrer, and have a manager decide what kind of response it needs",
    rows=["FD-01"],
    starts=referrals.received_on,
    done=referrals.decided_on,
    ends=[referrals.closed_on, children.died_on],
    editions=working_together(
        working_days(1),
        chapter="chapter 3, accepting referrals",
        seen_in="Secondary: a school's copy of the guidance text; a page on Working Together 2013 with the same rule",
    ),
    counting=(
        "The day of receipt is day 0; due by the end of the next working day. A referral that arrives out of hours or at a "
        "weekend counts from the day it arrived. It ends with a recorded decision, not with allocation; nothing pauses it, and "
        "new information is a new contact, not a new start."
    ),
)
