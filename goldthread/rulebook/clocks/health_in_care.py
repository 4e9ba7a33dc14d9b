"""Teeth and feelings of children in care: duties that the annual return counts by the year."""

from datetime import date

from goldthread.vocabulary import care_episodes, children, health_checks

from ..clock import Ages, clock
from ..counts import months
from ..sources import NOT_SEEN, census, from_knowledge
from .care_planning_steps import SHORT_BREAK

dental_check = clock(
    name="dental_check",
    what="Dental check",
    duty="Have a looked-after child's teeth checked by a dentist at least once a year",
    rows=["HE-04"],
    starts=care_episodes.began_on,
    done=health_checks.where((health_checks.kind == "dental") & (health_checks.outcome == "done")).held_on,
    shared=True,
    every=True,
    ends=[care_episodes.ended_on, children.died_on],
    unless=[SHORT_BREAK],
    editions=census(
        "SSDA903 collection, outcomes (OC2)", "dental checks in the year", months(12), since=date(2011, 4, 1),
        seen_in=f"{NOT_SEEN}. Primary for the duty to secure dental care: SI 2010/959 reg 7(5), which sets no number",
        unconfirmed=from_knowledge("the guide to the SSDA903 collection (a check in the year to 31 March)"),
    ),
    counting="A year from becoming looked after, then from check to check. The return counts the year to 31 March instead.",
)  # fmt: skip

feelings_questionnaire = clock(
    name="feelings_questionnaire",
    what="Strengths and difficulties questionnaire",
    duty="Have a carer complete a strengths and difficulties questionnaire each year for a child of 4 to 16 in care",
    rows=["HE-06"],
    starts=care_episodes.began_on,
    done=health_checks.where(
        (health_checks.kind == "strengths-and-difficulties") & (health_checks.outcome == "done")
    ).held_on,
    shared=True,
    every=True,
    ends=[care_episodes.ended_on, children.died_on],
    unless=[SHORT_BREAK],
    ages=Ages(from_years=4, under_years=17),
    editions=census(
        "SSDA903 collection, outcomes (OC2)", "strengths and difficulties questionnaire", months(12),
        since=date(2011, 4, 1),
        seen_in="Data rule: guidance of the Standard Safeguarding Dataset (ages, twelve months); secondary: yearly",
    ),
    counting="A year from becoming looked after, then from one to the next, from the 4th birthday to the 17th.",
)  # fmt: skip
