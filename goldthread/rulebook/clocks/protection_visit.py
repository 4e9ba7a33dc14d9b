"""Seeing a child who is on a child protection plan."""

from datetime import date

from goldthread.vocabulary import children, plans, visits

from ..authority import OwnStandard
from ..clock import Edition, clock
from ..counts import working_days

protection_visit = clock(
    name="protection_visit",
    what="Child protection visit",
    duty="See a child who is on a child protection plan, alone where that is right",
    rows=["CP-10"],
    starts=plans.where(plans.kind == "child-protection").began_on,
    done=visits.where(visits.seen == "yes").held_on,
    shared=True,
    every=True,
    ends=[plans.ended_on, children.died_on],
    editions=[
        Edition(
            since=date(2013, 4, 15),
            due=(working_days(10),),
            source=OwnStandard("Our own standard", "every 10 working days; the plan itself may say sooner"),
            seen_in="Secondary: Camden (every 10 days), Southwark. No national number: guidance wants the plan to set it",
        )
    ],
    counting=(
        "The day the plan was made is day 0, then the last visit at which the child was seen. A visit at which the child was not "
        "seen does not count anew."
    ),
)
