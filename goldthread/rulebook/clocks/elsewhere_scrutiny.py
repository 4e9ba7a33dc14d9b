"""Scrutiny of the authority: serious incidents, deaths, inspection, boards. Their facts are in no table yet."""

from datetime import date

from ..clock import Edition, NotRecorded, Option, Setting, clock
from ..counts import Count, months, working_days
from ..disagreements import INSPECTION_LISTS
from ..sources import NOT_SEEN, from_knowledge, guidance, our_standard
from ..working_together import SINCE_2026, UNREAD

PANEL_SINCE = date(2018, 6, 29)
INSPECTION = "Inspecting local authority children's services (Ofsted)"
SINCE_2018 = date(2018, 1, 1)


def _panel(due: Count, chapter: str, seen_in: str) -> tuple[Edition, ...]:
    """Working Together's editions since there is a national panel."""
    early = guidance(
        "Working Together to Safeguard Children (2018 to 2023)",
        chapter,
        due,
        since=PANEL_SINCE,
        seen_in=seen_in,
    )
    late = guidance(
        "Working Together to Safeguard Children 2026",
        chapter,
        due,
        since=SINCE_2026,
        seen_in=seen_in,
        unconfirmed=UNREAD,
    )
    return early + late


serious_incident = clock(
    name="serious_incident",
    what="Notify a serious incident",
    duty="Notify the national panel of a child's death or serious harm where abuse or neglect is known or suspected",
    rows=["SC-01"],
    starts=NotRecorded("a serious incident"),
    done=NotRecorded("its notification"),
    editions=_panel(
        working_days(5), "chapter 5, and Children Act 2004 s16C", "Secondary: Wirral, Trafford, Havering"
    ),
    counting="The day the authority became aware is day 0.",
)

rapid_review = clock(
    name="rapid_review",
    what="Rapid review",
    duty="Complete a rapid review and send it to the national panel",
    rows=["SC-02"],
    starts=NotRecorded("the notification of a serious incident"),
    done=NotRecorded("its rapid review"),
    editions=_panel(working_days(15), "chapter 5", "Secondary: Cambridgeshire and Peterborough; Trafford"),
    counting="The day the notification was sent is day 0.",
    settings=[
        Setting(
            "rapid_review_start", "From when do the 15 working days of a rapid review run?", "from the notification",
            "Cambridgeshire counts from the notification to the panel, Trafford from partners becoming aware. To be checked "
            "against Working Together 2026.",
            options=(
                Option("notification", "from the notification"),
                Option(
                    "aware", "from partners becoming aware",
                    starts=NotRecorded("partners becoming aware of a serious incident"),
                ),
            ),
        )
    ],
)  # fmt: skip

practice_review = clock(
    name="practice_review",
    what="Safeguarding practice review",
    duty="Publish a local child safeguarding practice review",
    rows=["SC-03"],
    starts=NotRecorded("the decision to hold a practice review"),
    done=NotRecorded("its publication"),
    editions=_panel(months(6), "chapter 5", "Secondary: a summary (6 months)"),
    counting="Six months from the decision, as an aim; a delay is told to the panel.",
)

child_death_review = clock(
    name="child_death_review",
    what="Child death review",
    duty="Have the child death overview panel review a child's death",
    rows=["SC-05"],
    starts=NotRecorded("the notification of a child's death to the overview panel"),
    done=NotRecorded("the overview panel's review"),
    editions=guidance(
        "Child death review: statutory and operational guidance 2018", "overview panel", months(6),
        since=date(2018, 10, 1), seen_in=NOT_SEEN, unconfirmed=from_knowledge("the guidance of 2018"),
    ),
    counting="Normally within six months; notified in about 48 hours, and within six weeks of the review meeting's report.",
)  # fmt: skip

inspection = clock(
    name="inspection",
    what="Inspection",
    duty="Expect the next standard or short inspection about three years after the last",
    rows=["SC-06"],
    starts=NotRecorded("an inspection"),
    done=NotRecorded("the next one"),
    editions=guidance(
        INSPECTION, "the cycle", months(36), since=SINCE_2018,
        seen_in="Secondary: Nottinghamshire's guide; Ofsted, 27 November 2025; openings of the framework",
    ),
    counting="Usually between six months before and six months after the third anniversary. A new framework is planned for 2027.",
)  # fmt: skip

annual_conversation = clock(
    name="annual_conversation",
    what="Self-evaluation and annual conversation",
    duty="Bring the self-evaluation up to date and hold the annual engagement meeting with Ofsted",
    rows=["SC-07"],
    starts=NotRecorded("an annual engagement meeting"),
    done=NotRecorded("the next one"),
    editions=guidance(
        INSPECTION, "annual engagement", months(12), since=SINCE_2018,
        seen_in="Secondary: Nottinghamshire; a blog (letter within a month)",
    ),
    counting="From one meeting to the next; the day is agreed with the region.",
)  # fmt: skip

inspection_lists = clock(
    name="inspection_lists",
    what="Annex A lists",
    duty="Give inspectors the child-level lists of Annex A",
    rows=["SC-08"],
    starts=NotRecorded("the notice of an inspection"),
    done=NotRecorded("the day the lists were handed over"),
    editions=guidance(
        INSPECTION, "Annex A", working_days(2), since=SINCE_2018, seen_in="Not seen; openings of the framework seen",
        unconfirmed=from_knowledge("Annex A of the framework in force: the hand-over time and each list's period"),
    ),
    counting="The day of the notice is day 0.",
    settings=[INSPECTION_LISTS],
)  # fmt: skip

parenting_board = clock(
    name="parenting_board",
    what="Corporate parenting board",
    duty="Bring the corporate parenting board together every three months",
    rows=["SC-10"],
    starts=NotRecorded("a meeting of the corporate parenting board"),
    done=NotRecorded("the next one"),
    editions=our_standard(
        "every 3 months; the Children and Social Work Act 2017 s1 sets no interval", months(3), since=SINCE_2018,
        seen_in=NOT_SEEN, unconfirmed=from_knowledge("the board's own terms of reference (quarterly is usual)"),
    ),
    counting="From one meeting to the next.",
)  # fmt: skip
