"""Court: pre-proceedings, and how long care proceedings may last."""

from datetime import date

from goldthread.vocabulary import children, proceedings

from ..clock import clock
from ..counts import weeks
from ..sources import CHILDREN_ACT, NOT_SEEN, from_knowledge, our_standard, regulations

care_proceedings = clock(
    name="care_proceedings",
    what="Care proceedings",
    duty="Bring care proceedings to a final order within twenty-six weeks",
    rows=["CT-01"],
    starts=proceedings.issued_on,
    done=proceedings.final_order_on,
    ends=[proceedings.withdrawn_on, children.died_on],
    editions=regulations(
        CHILDREN_ACT, "s32(1)(a)(ii) and (5) to (8)", weeks(26, beginning_with=True), since=date(2014, 4, 22),
        seen_in=(
            "Secondary: Local Government Lawyer (26 weeks from issue); primary: opening of practice direction 12A. "
            "'Beginning with' and the extensions of 8 weeks are from knowledge"
        ),
    ),
    counting="The day the application was issued is day 1. The court may extend it eight weeks at a time where justice needs it.",
)  # fmt: skip

pre_proceedings = clock(
    name="pre_proceedings",
    what="Pre-proceedings",
    duty="Conclude pre-proceedings, by agreement or by an application, within sixteen weeks of the letter",
    rows=["CT-04"],
    starts=proceedings.letter_on,
    done=proceedings.pre_proceedings_ended_on,
    ends=[proceedings.issued_on, children.died_on],
    editions=our_standard(
        "16 weeks, with a review half-way; best practice guidance of 2021", weeks(16), seen_in=NOT_SEEN,
        unconfirmed=from_knowledge("volume 1 of the Children Act guidance and the public law working group, 2021"),
    ),
    counting="From the letter before proceedings: a first meeting in 7 to 10 working days, a review in 6 to 8 weeks.",
)  # fmt: skip
