"""Answering a child who called or wrote to their worker."""

from goldthread.vocabulary import child_messages, children

from ..clock import clock
from ..counts import working_days
from ..sources import NOT_SEEN, from_knowledge, our_standard

child_answered = clock(
    name="child_answered",
    what="Answer to the child",
    duty="Answer a child who called or wrote and waits, by the end of the next working day",
    rows=["CH-01"],
    starts=child_messages.received_on,
    done=child_messages.answered_on,
    ends=[children.died_on],
    editions=our_standard(
        "1 working day", working_days(1), seen_in=NOT_SEEN,
        unconfirmed=from_knowledge("what our children in care council asks of us"),
    ),
    counting=(
        "The day of the call is day 0. Each call is answered by itself. A try that did not reach the child is no answer; "
        "somebody who stands in for the worker may give it."
    ),
)  # fmt: skip
