"""Assessing a looked-after child's health again: twice a year under five, once a year from five."""

from datetime import date

from goldthread.vocabulary import care_episodes, children

from ..authority import Regulations
from ..clock import Ages, Edition, clock, spells
from ..counts import Count, months
from .initial_health_assessment import assessed


def _edition(due: Count, paragraph: str) -> Edition:
    return Edition(
        since=date(2011, 4, 1),
        due=(due,),
        source=Regulations(
            "Care Planning, Placement and Case Review (England) Regulations 2010, SI 2010/959", paragraph
        ),
        seen_in="Primary: text of the regulations, consolidated to 2013, and SI 2015/495",
    )


health_review_under_five = clock(
    name="health_review_under_five",
    what="Review health assessment, under 5",
    duty="Have the health of a looked-after child under five assessed at least once in every six months",
    rows=["HE-02"],
    starts=assessed.held_on,
    done=assessed.held_on,
    during=spells(care_episodes.began_on, care_episodes.ended_on),
    ages=Ages(under_years=5),
    ends=[children.died_on],
    editions=[_edition(months(6), "reg 7(3)(a)")],
    counting=(
        "From the last health assessment to the next. The fifth birthday replaces it by the yearly duty, counted from the same "
        "assessment; one already late by then stays on record as a breach."
    ),
)

health_review_from_five = clock(
    name="health_review_from_five",
    what="Review health assessment, 5 and over",
    duty="Have the health of a looked-after child of five or over assessed at least once in every twelve months",
    rows=["HE-03"],
    starts=assessed.held_on,
    done=assessed.held_on,
    during=spells(care_episodes.began_on, care_episodes.ended_on),
    ages=Ages(from_years=5),
    ends=[children.died_on],
    editions=[_edition(months(12), "reg 7(3)(b)")],
    counting=(
        "From the last health assessment to the next. For the assessment before the fifth birthday the year runs from that "
        "assessment: the regulations are silent on the period that spans the birthday, and this is our reading."
    ),
)
