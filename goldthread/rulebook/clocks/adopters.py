"""Those who ask to adopt: how long an agency may take. The duty is to the applicants, not to a child."""

from datetime import date

from goldthread.vocabulary import adopters

from ..clock import clock
from ..counts import months, working_days
from ..disagreements import OBSERVATIONS
from ..sources import ADOPTION, regulations

SINCE_2013 = date(2013, 7, 1)
SEEN_2013 = "Primary: SI 2013/985, which substituted Part 4"

adopter_stage_one = clock(
    name="adopter_stage_one",
    what="Adopters, stage one",
    duty="Decide within two months whether prospective adopters may be suitable",
    rows=["AD-06"],
    starts=adopters.stage_one_began_on,
    done=adopters.stage_one_ended_on,
    ends=[adopters.left_on],
    editions=regulations(ADOPTION, "reg 27(2) and (3)", months(2), since=SINCE_2013, seen_in=SEEN_2013),
    counting="From telling the applicant that stage one begins. It may be delayed for good reason or at their request.",
)

adopter_stage_two = clock(
    name="adopter_stage_two",
    what="Adopters, stage two",
    duty="Decide within four months whether prospective adopters are suitable",
    rows=["AD-08"],
    starts=adopters.stage_two_began_on,
    done=adopters.stage_two_ended_on,
    ends=[adopters.left_on],
    editions=regulations(ADOPTION, "reg 30B(1) and (2)", months(4), since=SINCE_2013, seen_in=SEEN_2013),
    counting=(
        "From the day the agency received the applicant's wish to go on. Delay only in exceptional circumstances or at their "
        "request."
    ),
)

adopter_observations = clock(
    name="adopter_observations",
    what="Observations on the adopter's report",
    duty="Allow prospective adopters five working days to make observations on their report",
    rows=["AD-09"],
    starts=adopters.report_sent_on,
    done=adopters.observations_on,
    ends=[adopters.left_on],
    editions=regulations(
        ADOPTION, "reg 30(5)(c)", working_days(5, beginning_with=True), since=SINCE_2013, seen_in=SEEN_2013
    ),
    counting="The day it was sent is day 1. Ten working days before 2013, as older texts still say.",
    settings=[OBSERVATIONS],
)
