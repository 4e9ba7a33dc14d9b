"""Handover: the worker who takes a child over writes what they now understand of the child."""

from goldthread.vocabulary import allocations, children, handovers

from ..clock import clock
from ..counts import working_days
from ..sources import NOT_SEEN, from_knowledge, our_standard

handover_understood = clock(
    name="handover_understood",
    what="New worker's understanding",
    duty="Write what the receiving worker understands of a child, within ten working days of taking the child over",
    rows=["HO-01"],
    starts=handovers.taken_over_on,
    done=handovers.understood_on,
    ends=[allocations.ended_on, children.died_on],
    editions=our_standard(
        "10 working days", working_days(10), seen_in=NOT_SEEN,
        unconfirmed=from_knowledge("our own allocation and transfer policy"),
    ),
    counting="The day of taking over is day 0. It ends with the allocation: whoever comes next has a handover of their own.",
)  # fmt: skip
