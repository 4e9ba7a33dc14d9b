"""Education: the personal education plan, and the education, health and care plan."""

from datetime import date

from goldthread.vocabulary import care_episodes, children, education_plans, reviews

from ..clock import Ages, Setting, Sooner, clock, points, spells
from ..counts import months, school_terms, weeks, working_days
from ..sources import SPECIAL_NEEDS, guidance, regulations
from .care_planning_steps import SHORT_BREAK

PROMOTING = "Promoting the education of looked-after children, February 2018"
PERSONAL = education_plans.where(education_plans.kind == "personal")
HEALTH_AND_CARE = education_plans.where(education_plans.kind == "education-health-care")
SINCE_2014 = date(2014, 9, 1)

first_education_plan = clock(
    name="first_education_plan",
    what="First personal education plan",
    duty="Have a personal education plan ready for the first review of a child who comes into care",
    rows=["ED-01"],
    starts=care_episodes.began_on,
    done=PERSONAL.held_on,
    shared=True,
    already=months(3),
    ages=Ages(from_years=3, under_years=18),
    sooner=Sooner(points(reviews.held_on), "first_review"),
    ends=[care_episodes.ended_on, children.died_on],
    unless=[SHORT_BREAK],
    editions=guidance(
        PROMOTING, "personal education plans", working_days(20), since=date(2014, 7, 1),
        seen_in="Secondary: Gateshead (working days), Birmingham, Oldham; primary: part of the care plan, reg 5(b)",
    ),
    counting="The day the child became looked after is day 0; due by the first review if sooner. Holidays do not pause it.",
    settings=[
        Setting(
            "education_plan_days", "Are its twenty days working days or school days?", "working days",
            "It is often quoted as 20 school days. The sources say working days (Gateshead says so outright) and for the "
            "first review; Birmingham adds that it starts within 10 working days.",
        )
    ],
)  # fmt: skip

education_plan_review = clock(
    name="education_plan_review",
    what="Review of the personal education plan",
    duty="Review the personal education plan of a looked-after child of school age every school term",
    rows=["ED-02"],
    starts=PERSONAL.held_on,
    done=PERSONAL.held_on,
    during=spells(care_episodes.began_on, care_episodes.ended_on),
    ages=Ages(from_years=4, under_years=18),
    ends=[children.died_on],
    editions=guidance(
        PROMOTING, "review each term", school_terms(1), since=date(2014, 7, 1),
        seen_in="Secondary: Birmingham virtual school, Oldham (every term)",
    ),
    counting=(
        "By the end of the first term that begins after the last plan or review. Terms are the authority's own setting; until "
        "they are given, a default stands in. They are never turned into months."
    ),
    settings=[
        Setting(
            "school_terms", "When do school terms begin and end?",
            "1 September to 20 December, 5 January to 31 March, 15 April to 22 July",
            "Every authority sets its own terms. This default is nobody's: give your own on the page of standards, or by file.",
            takes="terms",
        )
    ],
)  # fmt: skip

needs_assessment_decision = clock(
    name="needs_assessment_decision",
    what="Decide on an education, health and care assessment",
    duty="Tell a family within six weeks whether an education, health and care needs assessment will be made",
    rows=["SN-01"],
    starts=HEALTH_AND_CARE.requested_on,
    done=education_plans.assessment_decided_on,
    ends=[children.died_on],
    editions=regulations(SPECIAL_NEEDS, "reg 5", weeks(6), since=SINCE_2014),
    counting="Calendar weeks from receipt of the request. Exceptions: reg 5(4).",
)

education_health_care_plan = clock(
    name="education_health_care_plan",
    what="Education, health and care plan",
    duty="Issue the final education, health and care plan within twenty weeks of the request",
    rows=["SN-03"],
    starts=HEALTH_AND_CARE.requested_on,
    done=education_plans.held_on,
    ends=[education_plans.refused_on, children.died_on],
    editions=regulations(SPECIAL_NEEDS, "reg 13(2) and (3)", weeks(20), since=SINCE_2014),
    counting="Calendar weeks from receipt of the request. Exceptions: reg 10(4)(a) to (d).",
)

education_health_care_review = clock(
    name="education_health_care_review",
    what="Annual review of an education, health and care plan",
    duty="Review an education, health and care plan at least once a year",
    rows=["SN-07"],
    starts=HEALTH_AND_CARE.held_on,
    done=HEALTH_AND_CARE.held_on,
    ends=[children.died_on],
    editions=regulations(
        SPECIAL_NEEDS, "regs 18 to 20", months(12), since=SINCE_2014,
        seen_in="Primary: text of the regulations (reg 15(5), reg 18); Children and Families Act 2014 s44 was not seen",
    ),
    counting=(
        "From the plan or the last review. Before a change of phase the amended plan is due by 15 February, and by 31 March "
        "for a move after sixteen (reg 18)."
    ),
)  # fmt: skip
