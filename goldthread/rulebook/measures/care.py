"""Children in care: reviews, visits, health, education, where they live, and going missing."""

from goldthread.vocabulary import allocations, health_checks, missing_episodes, placements

from ..clock import Ages, spells
from ..cohorts import (
    FellDue,
    HadSpells,
    Holds,
    InTheYear,
    OnTime,
    had,
    in_force,
)
from ..counts import months
from ..measure import Measure
from .wording import (
    ANNUAL,
    CARE,
    CARE_LEADS,
    IN_CARE,
    SEEN,
    SHORT_BREAK,
    SOCIAL_WORKER,
    care_return,
    our_own,
)

FOSTER = ("U1", "U2", "U3", "U4", "U5", "U6")
PLACED = spells(placements.began_on, placements.ended_on)
CHECKED = health_checks.where(
    health_checks.kind.is_in("initial", "review", "assessment") & (health_checks.outcome == "done")
)
TEETH = health_checks.where((health_checks.kind == "dental") & (health_checks.outcome == "done"))
NO_SHORT_BREAKS = "Children in a series of short breaks are left out, as the department leaves them out."
A_YEAR = months(12)

LOOKED_AFTER = Measure(
    name="looked_after",
    area=CARE,
    what="Children in care",
    question="How many children are looked after?",
    out_of=in_force(IN_CARE, unless=SHORT_BREAK),
    unit="children",
    better="neither",
    owner=CARE_LEADS,
    source=care_return("DECOM and DEC of the episodes"),
    seen_in=SEEN,
    published="LAC",
    differs_from={"care_review": "The duty asks for each child's reviews; this counts the children."},
    cautions=f"{NO_SHORT_BREAKS} Published as a rate for each 10,000 children who live in the authority.",
)

CARE_REVIEWS = Measure(
    name="care_reviews_in_time",
    area=CARE,
    what="Care reviews in time",
    question="Of the reviews of looked-after children that fell due, how many were held by then?",
    out_of=FellDue("care_review"),
    counting=OnTime(),
    better="higher",
    owner=CARE_LEADS,
    source=our_own("the duty of the regulations, counted by us"),
    seen_in="The duty's own page",
    differs_from={"care_review": "The same duty, counted in the month in which each review fell due."},
)

CARE_VISITS = Measure(
    name="care_visits_in_time",
    area=CARE,
    what="Visits in placement in time",
    question="Of the visits to children in placements that fell due, how many were made by then, the child being seen?",
    out_of=FellDue("care_visit"),
    counting=OnTime(),
    better="higher",
    owner=CARE_LEADS,
    source=our_own("the duty of the regulations, counted by us"),
    seen_in="The duty's own page",
    differs_from={
        "care_visit": "The same duty, counted in the month in which each visit fell due. Placements that have rules of their own "
        "(long-term, with parents, short breaks) have duties of their own and are not in this figure."
    },
)

HEALTH_ASSESSED = Measure(
    name="health_assessed",
    area=CARE,
    what="Health assessments in the year",
    question="Of the children in care for a year or more, how many had their health assessments in the last 12 months?",
    out_of=in_force(IN_CARE, settled=A_YEAR, unless=SHORT_BREAK),
    counting=had(CHECKED.held_on, A_YEAR, younger=(5, 2)),
    better="higher",
    owner=CARE_LEADS,
    source=care_return("HEALTH_ASSESSMENT: twice a year under five, else once"),
    seen_in=SEEN,
    published="LACHealth%",
    differs_from={
        "health_review_from_five": "The duty runs from one assessment to the next; this asks only whether there was one.",
        "health_review_under_five": "The duty asks for one in every six months; this asks for two in the year, however close.",
    },
    cautions=f"{NO_SHORT_BREAKS} An assessment that was refused does not count. {ANNUAL}",
)

TEETH_CHECKED = Measure(
    name="teeth_checked",
    area=CARE,
    what="Dental checks in the year",
    question="Of the children in care for a year or more, how many had their teeth checked in the last 12 months?",
    out_of=in_force(IN_CARE, settled=A_YEAR, unless=SHORT_BREAK),
    counting=had(TEETH.held_on, A_YEAR),
    better="higher",
    owner=CARE_LEADS,
    source=care_return("TEETH_CHECK"),
    seen_in=SEEN,
    published="LACDental%",
    differs_from={
        "dental_check": "The duty runs from one check to the next; this asks only whether there was one."
    },
    cautions=f"{NO_SHORT_BREAKS} All children count, even very young ones; a check that was refused does not. {ANNUAL}",
)

EDUCATION_PLANS = Measure(
    name="education_plans_in_time",
    area=CARE,
    what="Education plans reviewed in time",
    question="Of the reviews of personal education plans that fell due, how many were held by then?",
    out_of=FellDue("education_plan_review"),
    counting=OnTime(),
    better="higher",
    owner="Head of the virtual school",
    source=our_own("the duty of guidance, counted by us"),
    seen_in="The duty's own page",
    differs_from={
        "education_plan_review": "The same duty, counted in the month in which each review fell due.",
        "first_education_plan": "A child who never had a plan is late for the first one and is not in this figure.",
    },
)

THREE_PLACEMENTS = Measure(
    name="three_placements",
    area=CARE,
    what="Three or more placements in the year",
    question="Of the children in care, how many lived in three or more placements in the last 12 months?",
    out_of=in_force(IN_CARE, unless=SHORT_BREAK),
    counting=HadSpells(PLACED, A_YEAR, 3),
    better="lower",
    owner=CARE_LEADS,
    source=care_return("placements open at any time of the year"),
    seen_in=SEEN,
    published="LACStable_2016on",
    differs_from={
        "placement_plan": "No duty limits how often a child moves; each move brings duties of its own."
    },
    cautions=(
        f"{NO_SHORT_BREAKS} The placement of the first day counts. Placements of under 24 hours, and adoption by the carers with "
        "whom the child lives, are counted here and not by the department."
    ),
)

LONG_TERM_STABILITY = Measure(
    name="long_term_stability",
    area=CARE,
    what="Long-term stability",
    question="Of the under-16s in care for two and a half years, how many have lived in one placement for two years?",
    out_of=in_force(IN_CARE, settled=months(30), ages=Ages(under_years=16), unless=SHORT_BREAK),
    counting=Holds(PLACED, settled=months(24)),
    better="higher",
    owner=CARE_LEADS,
    source=care_return("same placement for at least 2 years"),
    seen_in=SEEN,
    published="LAC_LongStable%",
    differs_from={
        "permanence_plan": "The duty asks for a plan of permanence by a day; this asks whether a home has lasted."
    },
    cautions=(
        f"{NO_SHORT_BREAKS} The department joins an adoptive placement to the one before it; here it begins anew."
    ),
)

IN_FOSTER_CARE = Measure(
    name="in_foster_care",
    area=CARE,
    what="Living in foster care",
    question="Of the children in care, how many live with foster carers?",
    out_of=in_force(IN_CARE, unless=SHORT_BREAK),
    counting=Holds(spells(placements.began_on, placements.ended_on, placements.kind.is_in(*FOSTER))),
    better="neither",
    owner=CARE_LEADS,
    source=care_return("PLACE: codes U1 to U6"),
    seen_in=SEEN,
    published="LAC_Foster_Placements",
    differs_from={"placement_plan": "No duty: where a child should live is decided for that child."},
    cautions=NO_SHORT_BREAKS,
)

PLACED_OUTSIDE = Measure(
    name="placed_outside",
    area=CARE,
    what="Placed outside the authority",
    question="Of the children in care, how many live outside the authority's area?",
    out_of=in_force(IN_CARE, unless=SHORT_BREAK),
    counting=Holds(spells(placements.began_on, placements.ended_on, placements.outside_authority.yes())),
    better="neither",
    owner=CARE_LEADS,
    source=care_return("PL_LOCATION"),
    seen_in=SEEN,
    differs_from={"placement_notification": "The duty asks who is told; this counts how many live outside."},
    cautions=(
        f"{NO_SHORT_BREAKS} The department publishes those more than 20 miles from home and outside the area. The record holds "
        "no distances, so this is the wider group: it is always the larger figure."
    ),
)

WENT_MISSING = Measure(
    name="went_missing",
    area=CARE,
    what="Went missing from care",
    question="Of the children in care at any time of the last 12 months, how many went missing in them?",
    out_of=InTheYear(IN_CARE),
    counting=had(missing_episodes.where(missing_episodes.kind == "M").began_on, A_YEAR),
    better="neither",
    owner=CARE_LEADS,
    source=care_return("MISSING: M"),
    seen_in=SEEN,
    published="Children_missing",
    differs_from={
        "return_interview": "The duty begins when a child comes back; this counts children who went, once each."
    },
    cautions=(
        "Away without authorisation is another figure and not counted. A child missing from home before coming into care in the "
        "same 12 months counts too, and one who was missing already when they began does not: the department counts otherwise."
    ),
)

RETURN_INTERVIEWS = Measure(
    name="return_interviews_in_time",
    area=CARE,
    what="Return interviews in 72 hours",
    question="Of the return home interviews that fell due, how many were offered within 72 hours of the return?",
    out_of=FellDue("return_interview"),
    counting=OnTime(),
    better="higher",
    owner=CARE_LEADS,
    source=our_own("the duty of guidance, counted by us"),
    seen_in="The duty's own page",
    differs_from={
        "return_interview": "The same duty, in the month in which its 72 hours ended. Missing from home counts too."
    },
)

SOCIAL_WORKERS = Measure(
    name="three_social_workers",
    area=CARE,
    what="Three or more social workers in the year",
    question="Of the children in care, how many changed social worker twice or more in the last 12 months?",
    out_of=in_force(IN_CARE, unless=SHORT_BREAK),
    counting=had(SOCIAL_WORKER.began_on, A_YEAR, times=2, changes=allocations.worker),
    better="lower",
    owner=CARE_LEADS,
    source=care_return("social worker episodes"),
    seen_in=SEEN,
    published="Stability_SocialWorker",
    differs_from={"case_supervision": "No duty limits how often a worker changes."},
    cautions=(
        "Two changes in the year are three workers, unless a worker came back: the department counts different workers, so a "
        "return to an earlier one counts here and not there."
    ),
)

ALL = (
    LOOKED_AFTER, CARE_REVIEWS, CARE_VISITS, HEALTH_ASSESSED, TEETH_CHECKED, EDUCATION_PLANS, THREE_PLACEMENTS,
    LONG_TERM_STABILITY, IN_FOSTER_CARE, PLACED_OUTSIDE, WENT_MISSING, RETURN_INTERVIEWS, SOCIAL_WORKERS,
)  # fmt: skip
