"""The work itself: how much each worker holds, how often workers change, and whether the file is complete."""

from goldthread.vocabulary import allocations, assessments, children, plans

from ..amounts import DaysSince, DaysWithout, Filled, Longest, One, Weighed, times_had
from ..authority import CensusGuide
from ..clock import spells
from ..cohorts import Both, FellDue, Holds, OnTime, had, happened, in_force
from ..continuity import AGAIN_WITHIN
from ..counts import months
from ..measure import Measure
from .wording import (
    DIRECTOR,
    HELD,
    IN_CARE,
    ON_A_PROTECTION_PLAN,
    OPEN,
    SEEN,
    SOCIAL_WORKER,
    WORK,
    WORKFORCE_CENSUS,
    our_own,
)

A_YEAR = months(12)
OURS = "No national definition: counted from our own record"
WITH_A_SOCIAL_WORKER = in_force(
    spells(
        allocations.began_on,
        allocations.ended_on,
        (allocations.role == "social-worker") & allocations.worker.known(),
    ),
    each_row=True,
)
KNOWN_SPELLS = spells(
    allocations.began_on,
    allocations.ended_on,
    (allocations.role == "social-worker") & allocations.worker.known() & allocations.began_on.known(),
)
HEADS = (
    "Counts workers, not full-time equivalents, and only those who hold a child. Somebody who works for two teams counts once in "
    "each, so that the teams add up to the authority."
)

CASELOAD = Measure(
    name="caseload",
    area=WORK,
    what="Children for each social worker",
    question="How many children does each social worker hold?",
    out_of=WITH_A_SOCIAL_WORKER,
    amount=One(),
    unit="children",
    per="worker",
    better="lower",
    owner=DIRECTOR,
    source=CensusGuide(WORKFORCE_CENSUS, "Cases30"),
    seen_in=SEEN,
    differs_from={"case_supervision": "No duty limits a caseload."},
    cautions=f"{HEADS} The census divides by full-time equivalents on 30 September, so that its figure is higher.",
)

WEIGHTED = Measure(
    name="weighted_caseload",
    area=WORK,
    what="Weighted caseload",
    question="How many points of work does each social worker hold?",
    out_of=WITH_A_SOCIAL_WORKER,
    amount=Weighed(((3, ON_A_PROTECTION_PLAN), (3, IN_CARE)), 2),
    unit="points",
    per="worker",
    better="lower",
    owner=DIRECTOR,
    source=our_own("3 points for a child on a protection plan or in care, 2 for any other"),
    seen_in=OURS,
    differs_from={"case_supervision": "No duty limits a caseload."},
    cautions=f"{HEADS} The points are ours and rough: they weigh a child's plan, not the family or the travelling.",
)

CHANGES = Measure(
    name="changes_of_worker",
    area=WORK,
    what="Changes of social worker",
    question="How often did each open child's social worker change in the last 12 months?",
    out_of=in_force(*OPEN),
    amount=times_had(SOCIAL_WORKER.began_on, A_YEAR, changes=allocations.worker),
    unit="changes",
    better="lower",
    owner=DIRECTOR,
    source=our_own("each new social worker after the first"),
    seen_in=OURS,
    differs_from={"case_supervision": "No duty limits how often a worker changes."},
    cautions="Going from the team that assesses to the team that stays is a change like any other to the child.",
)

CHANGED_HANDS = Measure(
    name="changed_hands",
    area=WORK,
    what="Children who changed hands",
    question="Of the children who are open, for how many did the social worker change in the last 3 months?",
    out_of=in_force(*OPEN),
    counting=had(SOCIAL_WORKER.began_on, months(3), changes=allocations.worker),
    better="lower",
    owner=DIRECTOR,
    source=our_own("each child with another social worker than before, once a quarter"),
    seen_in=OURS,
    differs_from={"case_supervision": "No duty limits how often a worker changes."},
    cautions=(
        "A child counts with the team that holds the child at the end: one who came from another team counts where they came to. "
        "Read it at the end of a quarter."
    ),
)

WITH_ONE_WORKER = Measure(
    name="days_with_worker",
    area=WORK,
    what="Days with the social worker now",
    question="For how many days has each child's social worker held the child?",
    out_of=in_force(KNOWN_SPELLS),
    amount=DaysSince("began_on"),
    unit="days",
    bands=(28, 91, 182, 365),
    better="higher",
    owner=DIRECTOR,
    source=our_own("from the day the worker began to hold the child"),
    seen_in=OURS,
    differs_from={"case_supervision": "No duty says how long a worker stays."},
    cautions="A worker who moves to another team with the child begins anew. Whose beginning is not recorded is not counted.",
)

LONGEST_WITH_ONE = Measure(
    name="longest_with_worker",
    area=WORK,
    what="Longest time with one social worker",
    question="What is the longest that each open child has had one social worker?",
    out_of=in_force(*OPEN),
    amount=Longest(KNOWN_SPELLS),
    unit="days",
    bands=(28, 91, 182, 365),
    better="higher",
    owner=DIRECTOR,
    source=our_own("the longest allocation to one social worker"),
    seen_in=OURS,
    differs_from={"case_supervision": "No duty says how long a worker stays."},
    cautions="A child who is new to us can have had nobody for long.",
)

ASSESSED_AFTER_CHANGE = Measure(
    name="assessed_after_change",
    area=WORK,
    what="Assessments begun again after a change of worker",
    question="Of the assessments begun, how many were begun again within 60 days of a change of social worker?",
    out_of=happened(assessments.requested_on),
    counting=Both(
        had(assessments.requested_on, before=True),
        had(SOCIAL_WORKER.began_on, AGAIN_WITHIN, changes=allocations.worker),
    ),
    better="lower",
    owner=DIRECTOR,
    source=our_own("60 days after a change, the child having been assessed before"),
    seen_in=OURS,
    differs_from={
        "assessment": "The duty limits how long an assessment takes, never how often one is begun."
    },
    cautions="A new assessment can be right: the question is whether the family had to tell everything again.",
)

PLANNED_AFTER_CHANGE = Measure(
    name="planned_after_change",
    area=WORK,
    what="Plans begun again after a change of worker",
    question="Of the plans begun, how many were begun again within 60 days of a change of social worker?",
    out_of=happened(plans.began_on),
    counting=Both(
        had(plans.began_on, before=True),
        had(SOCIAL_WORKER.began_on, AGAIN_WITHIN, changes=allocations.worker),
    ),
    better="lower",
    owner=DIRECTOR,
    source=our_own("60 days after a change, the child having had a plan before"),
    seen_in=OURS,
    differs_from={"in_need_plan": "The duty says by when a plan is agreed, never how often one is begun."},
    cautions="A step from one kind of plan to another counts too, where it follows a change of worker.",
)

UNALLOCATED = Measure(
    name="unallocated",
    area=WORK,
    what="Children whom nobody holds",
    question="Of the children who are open, how many does no worker hold by name?",
    out_of=in_force(*OPEN),
    counting=Holds(HELD, none=True),
    better="lower",
    owner=DIRECTOR,
    source=our_own("every open child has a worker"),
    seen_in=OURS,
    differs_from={"case_supervision": "A child whom nobody holds has no supervision to be late."},
    cautions="A team alone, or a reviewing officer, is nobody who holds the child.",
)

DAYS_UNALLOCATED = Measure(
    name="days_unallocated",
    area=WORK,
    what="Days with nobody",
    question="On how many days of the last 12 months was each open child open and held by nobody?",
    out_of=in_force(*OPEN),
    amount=DaysWithout(HELD, A_YEAR),
    unit="days",
    bands=(0, 7, 28, 91),
    better="lower",
    owner=DIRECTOR,
    source=our_own("every open child has a worker, every day"),
    seen_in=OURS,
    differs_from={"case_supervision": "A child whom nobody holds has no supervision to be late."},
)

SUPERVISIONS = Measure(
    name="supervisions_in_time",
    area=WORK,
    what="Supervision in time",
    question="Of the supervisions of a child's case that fell due, how many were held by then?",
    out_of=FellDue("case_supervision"),
    counting=OnTime(),
    better="higher",
    owner=DIRECTOR,
    source=our_own("every four weeks"),
    seen_in="The duty's own page",
    unconfirmed="The number of the duty is from knowledge. Check it against our own supervision policy.",
    differs_from={
        "case_supervision": "The same duty, counted in the month in which each supervision fell due."
    },
)

COMPLETENESS = Measure(
    name="record_completeness",
    area=WORK,
    what="Completeness of the record",
    question="Of what a return asks about each open child, how much is recorded?",
    out_of=in_force(*OPEN),
    amount=Filled(
        (
            children.born_on.known() | children.expected_on.known(),
            children.sex.is_in("M", "F"),
            children.ethnicity.known() & (children.ethnicity != "NOBT"),
            children.disabled.is_in("yes", "no"),
            children.first_language != "",
        )
    ),
    better="higher",
    owner=DIRECTOR,
    source=our_own("date of birth, sex, ethnicity, disability, first language"),
    seen_in=OURS,
    differs_from={"assessment": "No duty: an assessment can be in time and its file empty."},
    cautions="The record as it is today: for an earlier month it says how complete the record of those children is now.",
)

ALL = (
    CASELOAD, WEIGHTED, CHANGES, CHANGED_HANDS, WITH_ONE_WORKER, LONGEST_WITH_ONE, ASSESSED_AFTER_CHANGE, PLANNED_AFTER_CHANGE,
    UNALLOCATED, DAYS_UNALLOCATED, SUPERVISIONS, COMPLETENESS,
)  # fmt: skip
