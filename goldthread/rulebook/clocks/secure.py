"""Secure accommodation: without a court's authority, and its review."""

from datetime import date

from goldthread.vocabulary import children, safeguarding_orders

from ..clock import clock
from ..counts import hours, months
from ..sources import SECURE, regulations

KEPT_SECURE = safeguarding_orders.where(safeguarding_orders.kind == "secure-accommodation")
SEEN_AS_MADE = "Primary: text of the regulations as made in 1991; later amendments were not seen"

secure_without_court = clock(
    name="secure_without_court",
    what="Secure accommodation without a court",
    duty="Obtain a court's authority, or release the child, within 72 hours in secure accommodation",
    rows=["SEC-01"],
    starts=KEPT_SECURE.began_at,
    done=safeguarding_orders.authorised_at,
    ends=[safeguarding_orders.ended_at, children.died_on],
    editions=regulations(SECURE, "reg 10", hours(72), since=date(1991, 10, 14), seen_in=SEEN_AS_MADE),
    counting=(
        "72 elapsed hours. The law counts them together over any 28 days in a row, which this does not: add earlier stays by "
        "hand. Over a Sunday or holiday it may run to noon of the next day where more than 48 hours were used before."
    ),
)

secure_review = clock(
    name="secure_review",
    what="Review of secure accommodation",
    duty="Have a panel of three review the keeping of a child in secure accommodation within a month",
    rows=["SEC-03"],
    starts=KEPT_SECURE.began_on,
    done=safeguarding_orders.reviewed_on,
    ends=[safeguarding_orders.ended_on, children.died_on],
    editions=regulations(SECURE, "reg 15", months(1), since=date(1991, 10, 14), seen_in=SEEN_AS_MADE),
    counting="Within a month of the start, then at least every three months.",
)
