"""Adoption: a child's decision, reviews, visits and papers, and how long the way took."""

from datetime import date

from goldthread.vocabulary import care_episodes, children, permanences, reviews

from ..clock import Edition, clock
from ..counts import Count, calendar_days, months, weeks, working_days
from ..disagreements import MATCH
from ..sources import ADOPTION, NOT_SEEN, census, from_knowledge, guidance, regulations
from .visits_in_care import SEEN_AT

SINCE_2005 = date(2005, 12, 30)
SEEN_REG_36 = "Primary: reg 36 as made and as of 12 October 2009"
SCORECARDS = "Adoption scorecards"
THRESHOLDS = "Primary: gov.uk, scorecards and thresholds published; the days are the months turned into days"


def _scorecard(measure: str, due: Count) -> tuple[Edition, ...]:
    return census(SCORECARDS, measure, due, since=date(2013, 4, 1), seen_in=THRESHOLDS)


adoption_decision = clock(
    name="adoption_decision",
    what="Decision after the adoption panel",
    duty="Have the agency's decision-maker decide once the panel's recommendation and minutes are there",
    rows=["AD-02"],
    starts=permanences.recommended_on,
    done=permanences.decided_on,
    ends=[permanences.reversed_on, children.died_on],
    editions=guidance(
        "Adoption national minimum standards 2014", "standard 17.11", working_days(7), since=date(2014, 7, 1),
        seen_in=NOT_SEEN, unconfirmed=from_knowledge("the national minimum standards, 17.11"),
    ),
    counting="The day the recommendation and final minutes were received is day 0.",
)  # fmt: skip

waiting_for_adopters_review = clock(
    name="waiting_for_adopters_review",
    what="Review: may be placed for adoption, not placed",
    duty="Review a child who may be placed for adoption and is not: within three months, then every six",
    rows=["AD-03"],
    starts=permanences.placement_order_on,
    done=reviews.held_on,
    shared=True,
    every=True,
    ends=[permanences.order_on, permanences.reversed_on, children.died_on],
    superseded_by=[permanences.placed_on],
    editions=regulations(ADOPTION, "reg 36(1)", months(3), months(6), since=SINCE_2005, seen_in=SEEN_REG_36),
    counting="From the day the agency first had authority to place the child, then from each review actually held.",
)

adoption_review = clock(
    name="adoption_review",
    what="Review of an adoption placement",
    duty="Review a placement for adoption within four weeks, then within three months, then every six",
    rows=["AD-04"],
    starts=permanences.placed_on,
    done=reviews.held_on,
    shared=True,
    every=True,
    ends=[permanences.order_on, permanences.reversed_on, children.died_on],
    editions=regulations(
        ADOPTION, "reg 36(3)", weeks(4), months(3), months(6), since=SINCE_2005, seen_in=SEEN_REG_36
    ),
    counting=(
        "From the placement, then from each review actually held, until the adoption order or the child's return. The care "
        "planning regulations stop applying once a child is placed for adoption."
    ),
)

adoption_visit = clock(
    name="adoption_visit",
    what="Visit in an adoption placement",
    duty="Visit a child placed for adoption within a week, then at least weekly until the first review",
    rows=["AD-05"],
    starts=permanences.placed_on,
    done=SEEN_AT,
    shared=True,
    every=True,
    ends=[permanences.order_on, permanences.reversed_on, children.died_on],
    superseded_by=[reviews.held_on],
    editions=regulations(ADOPTION, "reg 36(4)", weeks(1), since=SINCE_2005, seen_in=SEEN_REG_36),
    counting="Calendar weeks. Each review then sets how often.",
)

life_story = clock(
    name="life_story",
    what="Later-life letter and life story book",
    duty="Give the later-life letter and the life story book to the adopters after the celebration hearing",
    rows=["AD-13"],
    starts=permanences.celebrated_on,
    done=permanences.life_story_given_on,
    ends=[children.died_on],
    editions=guidance(
        "Statutory guidance on adoption 2013; national minimum standards 2.7 and 2.8", "life story work",
        working_days(10), since=date(2013, 7, 1), seen_in=NOT_SEEN,
        unconfirmed=from_knowledge("the statutory guidance on adoption and standards 2.7 and 2.8"),
    ),
    counting="The day of the ceremony is day 0.",
)  # fmt: skip

care_to_adoption = clock(
    name="care_to_adoption",
    what="From care to an adoptive home",
    duty="Reach the scorecard's threshold: fourteen months from entering care to moving in with adopters",
    rows=["AD-14"],
    starts=care_episodes.where(care_episodes.permanence_plan == "adoption").began_on,
    done=permanences.placed_on,
    shared=True,
    ends=[care_episodes.ended_on, permanences.reversed_on, children.died_on],
    editions=_scorecard("A1 and A10", calendar_days(426)),
    counting=(
        "An indicator and no duty to a child: a three-year average, set beside 14 months. A10 counts adopters who were the "
        "child's foster carers to the start of that placement. A20 has no definition that we have seen and is not counted."
    ),
)

order_to_match = clock(
    name="order_to_match",
    what="From placement order to match",
    duty="Reach the scorecard's threshold: four months from the court's authority to place to a match",
    rows=["AD-15"],
    starts=permanences.placement_order_on,
    done=permanences.matched_on,
    ends=[permanences.reversed_on, permanences.order_on, children.died_on],
    editions=_scorecard("A2", calendar_days(121)),
    counting="An indicator and no duty to a child: zero where the match came first. There is no limit of eighteen months in law.",
    settings=[MATCH],
)
