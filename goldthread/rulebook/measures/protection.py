"""Help and protection: enquiries, conferences, plans, their reviews and visits."""

from goldthread.vocabulary import conferences, enquiries, plans, visits

from ..amounts import DaysSince
from ..cohorts import FellDue, Is, NeverLate, OnTime, had, happened, in_force, lasted, within
from ..counts import calendar_days, months, working_days
from ..measure import Measure
from .wording import (
    ANNUAL,
    ON_A_PROTECTION_PLAN,
    PROTECTION,
    PROTECTION_LEADS,
    SEEN,
    census,
    our_own,
)

FOR_PROTECTION = plans.where(plans.kind == "child-protection")
INITIAL = conferences.where(conferences.kind == "initial")
OURS = "No national definition: counted from our own record"
TWO_YEARS = calendar_days(729)

ENQUIRIES = Measure(
    name="enquiries",
    area=PROTECTION,
    what="Enquiries begun",
    question="How many enquiries under section 47 were begun?",
    out_of=happened(enquiries.began_on),
    unit="enquiries",
    better="neither",
    owner=PROTECTION_LEADS,
    source=census("S47ActualStartDate"),
    seen_in=SEEN,
    published="Section_47",
    differs_from={"enquiry_conclusion": "The duty asks how soon each is concluded; this counts them all."},
    cautions="Published as a rate for each 10,000 children who live in the authority.",
)

ENQUIRIES_TO_CONFERENCE = Measure(
    name="enquiries_to_conference",
    area=PROTECTION,
    what="Enquiries that needed a conference",
    question="Of the enquiries concluded, how many found that a child protection conference was needed?",
    out_of=happened(enquiries.concluded_on),
    counting=Is(enquiries.conference_required.yes()),
    better="neither",
    owner=PROTECTION_LEADS,
    source=census("ICPCnotRequired"),
    seen_in="Code sets of the census: 1 says that no conference is required, so it is turned round here",
    differs_from={
        "initial_conference": "The duty asks how soon the conference is held; this asks how often one is needed."
    },
)

CONFERENCES_IN_TIME = Measure(
    name="conferences_in_time",
    area=PROTECTION,
    what="Initial conferences in 15 working days",
    question="Of the initial conferences held, how many were within 15 working days of the start of the enquiry?",
    out_of=happened(INITIAL.where(conferences.enquiry.known()).held_on),
    counting=within(enquiries.began_on, conferences.held_on, working_days(15), through=conferences.enquiry),
    better="higher",
    owner=PROTECTION_LEADS,
    source=census("S47ActualStartDate and DateOfInitialCPC"),
    seen_in=SEEN,
    published="CP_conf_15days",
    differs_from={
        "initial_conference": "The same 15 working days, but the duty also counts enquiries whose conference was never held, and "
        "counts in the month in which it fell due."
    },
    cautions=(
        "The day of the strategy discussion is day 0. One published checker of the census counts that day as the first, so that "
        "its limit falls a day sooner."
    ),
)

CONFERENCES_TO_PLAN = Measure(
    name="conferences_to_plan",
    area=PROTECTION,
    what="Initial conferences that made a plan",
    question="Of the initial conferences held, how many decided on a child protection plan?",
    out_of=happened(INITIAL.held_on),
    counting=Is(conferences.led_to_plan.yes()),
    better="neither",
    owner=PROTECTION_LEADS,
    source=our_own("the decision of the conference"),
    seen_in=OURS,
    differs_from={"initial_conference": "The duty asks when it was held; this asks what it decided."},
)

PLANS_IN_FORCE = Measure(
    name="protection_plans",
    area=PROTECTION,
    what="Children on a protection plan",
    question="How many children are on a child protection plan?",
    out_of=in_force(ON_A_PROTECTION_PLAN),
    unit="children",
    better="neither",
    owner=PROTECTION_LEADS,
    source=census("CPPstartDate and CPPendDate"),
    seen_in=SEEN,
    published="CPP_rate",
    differs_from={"review_conference": "The duty asks for each plan's reviews; this counts the children."},
    cautions="Published as a rate for each 10,000 children who live in the authority.",
)

PLANS_BEGUN = Measure(
    name="protection_plans_begun",
    area=PROTECTION,
    what="Protection plans begun",
    question="How many child protection plans began?",
    out_of=happened(FOR_PROTECTION.began_on),
    unit="plans",
    better="neither",
    owner=PROTECTION_LEADS,
    source=census("CPPstartDate"),
    seen_in=SEEN,
    published="CPP_Abuse_Rate",
    differs_from={"initial_conference": "The duty is about the conference, which need not end in a plan."},
    cautions="Published as a rate for each 10,000 children who live in the authority.",
)

SECOND_PLANS = Measure(
    name="second_plans",
    area=PROTECTION,
    what="Second or later plans",
    question="Of the child protection plans begun, how many were of a child who had had one before, however long ago?",
    out_of=happened(FOR_PROTECTION.began_on),
    counting=had(FOR_PROTECTION.began_on, before=True),
    better="lower",
    owner=PROTECTION_LEADS,
    source=census("CPPstartDate and NumberOfPreviousCPP"),
    seen_in=SEEN,
    published="PrevRegCPR",
    differs_from={"initial_conference": "No duty: row CP-14 of the timescales counts in figures only."},
    cautions=(
        "Counts the earlier plans that this record holds. A plan of another authority, or of before the record began, is known "
        "only where the census count of previous plans was brought in, and is not counted here."
    ),
)

SECOND_PLANS_SOON = Measure(
    name="second_plans_within_two_years",
    area=PROTECTION,
    what="Second plans within two years",
    question="Of the child protection plans begun, how many were of a child whose earlier plan ended in the 24 months before?",
    out_of=happened(FOR_PROTECTION.began_on),
    counting=had(FOR_PROTECTION.ended_on, months(24), before=True),
    better="lower",
    owner=PROTECTION_LEADS,
    source=our_own("24 months after the earlier plan ended"),
    seen_in="Row CP-14 of the timescales: ever, and within 24 months",
    differs_from={"initial_conference": "No duty: it looks back from a plan, and asks nothing of anybody."},
)

LONG_PLANS = Measure(
    name="long_protection_plans",
    area=PROTECTION,
    what="Plans of two years or more",
    question="Of the children on a child protection plan, how many have been on it for two years or more?",
    out_of=in_force(ON_A_PROTECTION_PLAN),
    counting=lasted(plans.began_on, TWO_YEARS),
    better="lower",
    owner=PROTECTION_LEADS,
    source=census("CPPstartDate: more than 729 calendar days"),
    seen_in=SEEN,
    published="CPPlans2yrsActive",
    differs_from={"review_conference": "A plan reviewed on time every time can still be far too long."},
    cautions="Counted of those on a plan on the day. The department's page counts those who were on one at any time of the year.",
)

ENDED_LONG_PLANS = Measure(
    name="long_plans_ended",
    area=PROTECTION,
    what="Plans ended after two years or more",
    question="Of the child protection plans that ended, how many had lasted two years or more?",
    out_of=happened(FOR_PROTECTION.ended_on),
    counting=lasted(plans.began_on, TWO_YEARS),
    better="lower",
    owner=PROTECTION_LEADS,
    source=census("CPPstartDate and CPPendDate: more than 729 calendar days, the day of ending among them"),
    seen_in=SEEN,
    published="CPPlans2yrs",
    differs_from={"review_conference": "A plan reviewed on time every time can still be far too long."},
)

PLAN_LENGTH = Measure(
    name="plan_length",
    area=PROTECTION,
    what="How long protection plans last",
    question="For how many days had the child protection plans that ended been in force?",
    out_of=happened(FOR_PROTECTION.ended_on),
    amount=DaysSince(plans.began_on.name),
    unit="days",
    bands=(91, 182, 365, 730),
    better="neither",
    owner=PROTECTION_LEADS,
    source=census("CPPstartDate and CPPendDate; duration bands"),
    seen_in="Table d7 of the published statistics: by duration",
    differs_from={"review_conference": "No duty says how long a plan may last."},
    cautions="A mean is pulled up by a few long plans; the bands beside it show the middle.",
)

REVIEWED_IN_TIME = Measure(
    name="plans_reviewed_in_time",
    area=PROTECTION,
    what="Plans reviewed in time",
    question="Of the children on a protection plan for three months or more, how many had every review in time?",
    out_of=in_force(ON_A_PROTECTION_PLAN, settled=months(3)),
    counting=NeverLate("review_conference"),
    better="higher",
    owner=PROTECTION_LEADS,
    source=census("CPPreviewDate: first within three months, then at intervals of not more than six"),
    seen_in=SEEN,
    published="RevCP",
    differs_from={
        "review_conference": "The duty counts each review; this counts each child once, and one late review among many makes the "
        "plan late for good."
    },
    cautions=ANNUAL,
)

VISITS_IN_TIME = Measure(
    name="protection_visits_in_time",
    area=PROTECTION,
    what="Protection visits in time",
    question="Of the visits to children on a protection plan that fell due, how many were made by then, the child being seen?",
    out_of=FellDue("protection_visit"),
    counting=OnTime(),
    better="higher",
    owner=PROTECTION_LEADS,
    source=our_own("every 10 working days"),
    seen_in="The duty's own page",
    differs_from={"protection_visit": "The same duty, counted in the month in which each visit fell due."},
    cautions="A child whom nobody visits falls due once, not again and again: look at who is waiting too.",
)

SEEN_ALONE = Measure(
    name="seen_alone",
    area=PROTECTION,
    what="Seen alone on protection visits",
    question="Of the protection visits at which the child was seen, at how many was the child seen alone?",
    out_of=happened(visits.where((visits.purpose == "child-protection") & (visits.seen == "yes")).held_on),
    counting=Is(visits.seen_alone == "yes"),
    better="higher",
    owner=PROTECTION_LEADS,
    source=our_own("alone where that is right for the child"),
    seen_in=OURS,
    differs_from={"protection_visit": "A visit at which the child was seen meets the duty, alone or not."},
    cautions="Not recorded counts as not alone. For a baby it may not be right: ask, do not rank.",
)

IN_NEED_VISITS = Measure(
    name="in_need_visits_in_time",
    area=PROTECTION,
    what="Child in need visits in time",
    question="Of the visits to children on a child in need plan that fell due, how many were made by then?",
    out_of=FellDue("in_need_visit"),
    counting=OnTime(),
    better="higher",
    owner=PROTECTION_LEADS,
    source=our_own("the interval on the duty's page"),
    seen_in="The duty's own page",
    unconfirmed="The number of the duty is from knowledge. Check it against our own procedure.",
    differs_from={"in_need_visit": "The same duty, counted in the month in which each visit fell due."},
)

ALL = (
    ENQUIRIES, ENQUIRIES_TO_CONFERENCE, CONFERENCES_IN_TIME, CONFERENCES_TO_PLAN, PLANS_IN_FORCE, PLANS_BEGUN, SECOND_PLANS,
    SECOND_PLANS_SOON, LONG_PLANS, ENDED_LONG_PLANS, PLAN_LENGTH, REVIEWED_IN_TIME, VISITS_IN_TIME, SEEN_ALONE, IN_NEED_VISITS,
)  # fmt: skip
