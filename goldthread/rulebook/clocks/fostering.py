"""Foster households: the way to approval, reviews, visits, checks and training. The duty is to the household."""

from datetime import date

from goldthread.vocabulary import carer_checks, carer_households, carer_reviews, carer_training

from ..clock import Setting, clock
from ..counts import calendar_days, months, weeks, working_days, years
from ..sources import FOSTERING, NOT_SEEN, from_knowledge, guidance, our_standard, regulations

SINCE_2011 = date(2011, 4, 1)
STANDARDS = "Fostering services: national minimum standards 2011"
SEEN_2013 = "Primary: text of the regulations, with SI 2013/984"
HANDBOOK = "Secondary: a fostering agency's handbook"
GONE = [carer_households.ended_on]

fostering_enquiry = clock(
    name="fostering_enquiry",
    what="Answer a fostering enquiry",
    duty="Send information to somebody who asks about fostering, and arrange a first visit",
    rows=["FO-01"],
    starts=carer_households.enquired_on,
    done=carer_households.information_sent_on,
    ends=GONE,
    editions=our_standard(
        "5 working days; standard 14 expects a prompt answer", working_days(5), since=SINCE_2011,
        seen_in=f"{HANDBOOK} (5 working days, a visit in 5 more; 7 to 10 is usual)",
    ),
    counting="The day of the enquiry is day 0.",
)  # fmt: skip

fostering_stage_one = clock(
    name="fostering_stage_one",
    what="Fostering, outcome of stage one",
    duty="Tell an applicant who is not suitable within ten working days of having all the information of stage one",
    rows=["FO-02"],
    starts=carer_households.information_complete_on,
    done=carer_households.stage_one_decided_on,
    ends=GONE,
    editions=regulations(FOSTERING, "reg 26(1C)", working_days(10), since=date(2013, 7, 1), seen_in=SEEN_2013),
    counting="The day the last of the information was obtained is day 0.",
    settings=[
        Setting(
            "fostering_stages", "How long may the stages of a fostering assessment last?", "no length of their own",
            "Two months for stage one and four for stage two are limits of adoption, often quoted for fostering. Fostering has "
            "only these ten working days, and eight months in all as a standard.",
        )
    ],
)  # fmt: skip

fostering_assessment = clock(
    name="fostering_assessment",
    what="Fostering assessment",
    duty="Decide on an application to foster within eight months",
    rows=["FO-04"],
    starts=carer_households.applied_on,
    done=carer_households.decided_on,
    ends=GONE,
    editions=guidance(
        STANDARDS, "standard 14, and volume 4 of the Children Act guidance", months(8), since=SINCE_2011,
        seen_in=f"{HANDBOOK} ('within 8 months')",
    ),
    counting="From the application's acceptance to the decision, in calendar months. Not in the regulations.",
)  # fmt: skip

fostering_determination = clock(
    name="fostering_determination",
    what="After a qualifying determination",
    duty="Wait 28 days for representations or an independent review before deciding against a foster carer",
    rows=["FO-05"],
    starts=carer_households.determined_on,
    done=carer_households.represented_on,
    ends=GONE,
    editions=regulations(
        FOSTERING, "regs 27(6)(b) and 28(7)(b)", calendar_days(28), since=SINCE_2011, seen_in=SEEN_2013
    ),
    counting="Calendar days from the date of the determination.",
)

carer_review = clock(
    name="carer_review",
    what="Review of a foster carer's approval",
    duty="Review a foster carer's approval within a year, at panel the first time, then at least once a year",
    rows=["FO-07", "FO-08"],
    starts=carer_households.approved_on,
    done=carer_reviews.held_on,
    key=carer_reviews.household,
    shared=True,
    every=True,
    ends=GONE,
    editions=regulations(
        FOSTERING, "reg 28(2) and (5)", months(12), months(12), since=SINCE_2011, seen_in=SEEN_2013
    ),
    counting="A year from approval, then from each review actually held; sooner whenever it is needed.",
)

unannounced_visit = clock(
    name="unannounced_visit",
    what="Unannounced visit to foster carers",
    duty="Visit a foster home unannounced at least once a year",
    rows=["FO-12"],
    starts=carer_households.approved_on,
    done=carer_checks.where(carer_checks.kind == "unannounced-visit").held_on,
    key=carer_checks.household,
    shared=True,
    every=True,
    ends=GONE,
    editions=guidance(
        STANDARDS,
        "standard 21.8",
        months(12),
        since=SINCE_2011,
        seen_in=f"{HANDBOOK} ('at least once a year')",
    ),
    counting="A year from approval, then from visit to visit.",
)

carer_supervision = clock(
    name="carer_supervision",
    what="Supervision of foster carers",
    duty="Visit foster carers for their supervision at least every six weeks",
    rows=["FO-13"],
    starts=carer_households.approved_on,
    done=carer_checks.where(carer_checks.kind == "supervision-visit").held_on,
    key=carer_checks.household,
    shared=True,
    every=True,
    ends=GONE,
    editions=our_standard(
        "every 6 weeks; standard 21 says regularly", weeks(6), since=SINCE_2011, seen_in=NOT_SEEN,
        unconfirmed=from_knowledge("our own fostering procedure (4 to 8 weeks is usual)"),
    ),
    counting="From approval, then from visit to visit.",
)  # fmt: skip

carer_disclosure = clock(
    name="carer_disclosure",
    what="Disclosure checks renewed",
    duty="Renew the disclosure checks of everybody of eighteen or over in a foster home every three years",
    rows=["FO-14"],
    starts=carer_checks.where(carer_checks.kind == "disclosure").held_on,
    done=carer_checks.where(carer_checks.kind == "disclosure").held_on,
    ends=GONE,
    editions=our_standard(
        "every 3 years; the regulations ask it at approval only", years(3), since=SINCE_2011,
        seen_in=f"{HANDBOOK} (3 years)",
    ),
    counting="From one check to the next, in calendar years; some authorities look yearly through the update service instead.",
)  # fmt: skip

carer_medical = clock(
    name="carer_medical",
    what="Health report renewed",
    duty="Renew a foster carer's health report every three years",
    rows=["FO-15"],
    starts=carer_checks.where(carer_checks.kind == "medical").held_on,
    done=carer_checks.where(carer_checks.kind == "medical").held_on,
    ends=GONE,
    editions=our_standard(
        "every 3 years, and on a change of health",
        years(3),
        since=SINCE_2011,
        seen_in=f"{HANDBOOK} (3 years)",
    ),
    counting="From one report to the next, in calendar years.",
)

carer_standards = clock(
    name="carer_standards",
    what="Training standards for foster carers",
    duty="Have foster carers complete the training, support and development standards within a year of approval",
    rows=["FO-16"],
    starts=carer_households.approved_on,
    done=carer_training.where(carer_training.kind == "standards").completed_on,
    key=carer_training.household,
    shared=True,
    ends=GONE,
    editions=guidance(
        STANDARDS, "standard 20.3", months(12), since=SINCE_2011, seen_in=f"{HANDBOOK} (12 and 18 months)"
    ),
    counting="A year from approval. Family and friends carers have eighteen months, which is theirs to tell.",
)

carer_refresher = clock(
    name="carer_refresher",
    what="Safeguarding training refreshed",
    duty="Have foster carers refresh their safeguarding training every three years",
    rows=["FO-17"],
    starts=carer_training.where(carer_training.kind == "safeguarding").completed_on,
    done=carer_training.where(carer_training.kind == "safeguarding").completed_on,
    ends=GONE,
    editions=our_standard(
        "every 3 years", months(36), since=SINCE_2011, seen_in=NOT_SEEN,
        unconfirmed=from_knowledge("our own training plan (first aid 36, safeguarding 24 to 36, medication 24 months)"),
    ),
    counting="From one training to the next.",
)  # fmt: skip
