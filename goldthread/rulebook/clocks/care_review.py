"""Reviewing the case of a looked-after child."""

from datetime import date

from goldthread.vocabulary import care_episodes, children, legal_statuses, placements, reviews

from ..authority import Regulations
from ..clock import Edition, clock, spells
from ..counts import months, working_days

SHORT_BREAKS = ("V3", "V4")
PLACED_FOR_ADOPTION = ("A3", "A4", "A5", "A6")

care_review = clock(
    name="care_review",
    what="Looked-after review",
    duty="Review each looked-after child's case: within 20 working days, then within three months, then every six",
    rows=["CLA-R1", "CLA-R2", "CLA-R3"],
    starts=care_episodes.began_on,
    done=reviews.held_on,
    shared=True,
    every=True,
    ends=[care_episodes.ended_on, children.died_on],
    superseded_by=[placements.where(placements.kind.is_in(*PLACED_FOR_ADOPTION)).began_on],
    unless=[
        spells(legal_statuses.began_on, legal_statuses.ended_on, legal_statuses.status.is_in(*SHORT_BREAKS))
    ],
    editions=[
        Edition(
            since=date(2011, 4, 1),
            due=(working_days(20), months(3), months(6)),
            source=Regulations(
                "Care Planning, Placement and Case Review (England) Regulations 2010, SI 2010/959", "reg 33"
            ),
            seen_in="Primary: text of the regulations, consolidated to 2013, and SI 2015/495",
        )
    ],
    counting=(
        "From the day the child became looked after, on whatever legal basis, not from a placement or an allocation; then from "
        "each review actually held. A new period of care is a new start, a move is not. A child placed for adoption is reviewed "
        "under the adoption regulations instead, and a child in a series of short breaks under regulation 48."
    ),
)
