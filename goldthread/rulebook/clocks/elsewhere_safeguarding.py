"""Duties to children whose facts the record does not hold yet: they say when they are due, and run on nothing."""

from datetime import date

from ..clock import NotRecorded, Option, Setting, clock
from ..counts import before, hours, months, weeks, working_days
from ..sources import NOT_SEEN, from_knowledge, guidance, our_standard, regulations
from ..working_together import working_together

PREVENTION = "Prevention of homelessness and provision of accommodation for 16 and 17 year olds, 2018"
TRANSFER = "National Transfer Scheme protocol, version 7.0"

transfer_in_conference = clock(
    name="transfer_in_conference",
    what="Transfer-in conference",
    duty="Hold a conference on a child who moves in for good with another authority's child protection plan",
    rows=["CP-12"],
    starts=NotRecorded("another authority's written notice that a child on its plan has moved here"),
    done=NotRecorded("the transfer-in conference that it led to"),
    editions=our_standard(
        "15 working days, as regional procedures that follow Working Together have it", working_days(15),
        since=date(2013, 4, 15), seen_in="Secondary: Norfolk 3.8 (from written notification), Tees 13 (from acceptance)",
    ),
    counting="The day of the written notification is day 0. The other authority keeps the plan until the conference.",
    settings=[
        Setting(
            "transfer_in_start", "From when do the 15 working days of a transfer-in conference run?",
            "from the written notification",
            "Norfolk counts from the written notification, Tees from the day the referral was accepted.",
            options=(
                Option("notification", "from the written notification"),
                Option(
                    "acceptance", "from the day the referral was accepted",
                    starts=NotRecorded("the day another authority's referral of a child on its plan was accepted here"),
                ),
            ),
        )
    ],
)  # fmt: skip

pre_birth_conference = clock(
    name="pre_birth_conference",
    what="Pre-birth conference",
    duty="Hold the conference on an unborn child ten weeks before the birth is expected",
    rows=["CP-13"],
    starts=NotRecorded("which conference is about an unborn child, planned back from the day of birth expected"),
    done=NotRecorded("that conference"),
    editions=our_standard(
        "10 weeks before the expected day of birth", before(weeks(10)), since=date(2013, 4, 15), seen_in=NOT_SEEN,
        unconfirmed=from_knowledge("our own pre-birth procedure (8 to 12 weeks before is usual)"),
    ),
    counting=(
        "Counted back from the expected day of birth, which is what starts it; recomputed when that changes. The fifteen "
        "working days from a strategy discussion apply as well."
    ),
)  # fmt: skip

allegation_referral = clock(
    name="allegation_referral",
    what="Report an allegation",
    duty="Report an allegation against somebody in a position of trust to the designated officer",
    rows=["CP-20"],
    starts=NotRecorded("an allegation against somebody in a position of trust"),
    done=NotRecorded("its report to the designated officer"),
    editions=working_together(
        working_days(1), chapter="chapter 4, and Keeping children safe in education, part 4",
        seen_in="Secondary: Luton, North Yorkshire (1 working day); Berkshire West (24 hours)",
    ),
    counting="The day the employer received it is day 0; at once where it is urgent. Nothing pauses it.",
    settings=[
        Setting(
            "allegation_limit", "How soon must an allegation be reported?", "1 working day",
            "Luton and North Yorkshire say one working day, Wokingham 24 hours.",
            options=(Option("1-working-day", "1 working day"), Option("24-hours", "24 hours", due=(hours(24),))),
        )
    ],
)  # fmt: skip

exploitation_review = clock(
    name="exploitation_review",
    what="Review of an exploitation risk assessment",
    duty="Assess anew the risk of exploitation to a child every three months, and monthly where it is high",
    rows=["MI-03"],
    starts=NotRecorded("a risk assessment of exploitation"),
    done=NotRecorded("the next one"),
    editions=our_standard(
        "every 3 months", months(3), seen_in=NOT_SEEN,
        unconfirmed=from_knowledge("our own exploitation protocol"),
    ),
    counting="From one assessment to the next.",
)  # fmt: skip

missing_from_care = clock(
    name="missing_from_care",
    what="Strategy meeting on a child missing from care",
    duty="Meet on a looked-after child who is missing, and tell the reviewing officer, the parents and the area",
    rows=["MI-02"],
    starts=NotRecorded("which child missing needs a meeting"),
    done=NotRecorded("that meeting"),
    editions=our_standard(
        "24 hours", hours(24), seen_in=NOT_SEEN, unconfirmed=from_knowledge("our own missing protocol")
    ),
    counting="Elapsed hours, again at 48 and 72.",
)

asylum_transfer = clock(
    name="asylum_transfer",
    what="National Transfer Scheme",
    duty="Transfer an unaccompanied asylum-seeking child to the receiving authority",
    rows=["UASC-01"],
    starts=NotRecorded("a referral under the National Transfer Scheme"),
    done=NotRecorded("the child's transfer under it"),
    editions=guidance(
        TRANSFER, "9 June 2025", working_days(10), since=date(2025, 6, 9),
        seen_in="Secondary: North West partnership ('no later than 10 working days'); opening of the protocol",
    ),
    counting="The day of the referral is day 0. The entry authority keeps its duties until the legal transfer.",
)  # fmt: skip

homeless_young_person = clock(
    name="homeless_young_person",
    what="Homeless at 16 or 17",
    duty="Assess a homeless young person of 16 or 17, who has somewhere safe to stay that same day",
    rows=["H16-01"],
    starts=NotRecorded("the day a young person came as homeless"),
    done=NotRecorded("the joint assessment that followed"),
    editions=guidance(
        PREVENTION, "joint assessment", working_days(45), since=date(2018, 4, 1),
        seen_in="Not seen; title and edition of the guidance seen",
        unconfirmed=from_knowledge("the guidance of 2018 and our own joint protocol (5 to 10 working days is usual)"),
    ),
    counting="The day they came is day 0; forty-five working days at most. Accommodation under section 20 comes first.",
)  # fmt: skip

remand_plan = clock(
    name="remand_plan",
    what="Plan for a child on remand",
    duty="Prepare a detention placement plan for a child remanded to youth detention accommodation",
    rows=["REM-01"],
    starts=NotRecorded("a remand to youth detention accommodation"),
    done=NotRecorded("the detention placement plan"),
    editions=regulations(
        "Care Planning, Placement and Case Review (England) Regulations 2010, SI 2010/959", "reg 47C (SI 2013/706)",
        working_days(10), since=date(2013, 4, 1), seen_in=NOT_SEEN, unconfirmed=from_knowledge("reg 47C"),
    ),
    counting="The day of the remand is day 0.",
)  # fmt: skip
