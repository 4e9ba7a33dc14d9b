"""Oversight of the work: supervision of each child's case, and a manager's sign-off of key decisions."""

from goldthread.vocabulary import allocations, children, decisions, supervisions

from ..clock import clock
from ..counts import weeks, working_days
from ..sources import NOT_SEEN, from_knowledge, our_standard

case_supervision = clock(
    name="case_supervision",
    what="Case supervision",
    duty="Discuss each allocated child in supervision, ending in directions, at least every four weeks",
    rows=["WF-01"],
    starts=allocations.where(allocations.role == "social-worker").began_on,
    done=supervisions.held_on,
    shared=True,
    every=True,
    ends=[allocations.ended_on, children.died_on],
    editions=our_standard(
        "every 4 weeks", weeks(4), seen_in="Secondary: four inspection reports that mention monthly supervision",
        unconfirmed=from_knowledge("our own supervision policy (monthly is usual, six weeks for children in need)"),
    ),
    counting="From the allocation, then from each supervision held. One that was missed does not count anew.",
)  # fmt: skip

decision_sign_off = clock(
    name="decision_sign_off",
    what="Manager's sign-off of a decision",
    duty="Have a manager sign off a key decision by the next working day",
    rows=["WF-03"],
    starts=decisions.decided_on,
    done=decisions.signed_off_on,
    ends=[children.died_on],
    editions=our_standard(
        "1 working day", working_days(1), seen_in=NOT_SEEN,
        unconfirmed=from_knowledge("our own scheme of delegation (1 to 5 working days is usual)"),
    ),
    counting="The day of the decision is day 0.",
)  # fmt: skip
