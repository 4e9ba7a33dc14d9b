"""Visiting a looked-after child where they live."""

from datetime import date

from goldthread.vocabulary import children, legal_statuses, placements, visits

from ..authority import Regulations
from ..clock import Edition, Lasts, clock, spells
from ..counts import weeks, years
from .care_review import SHORT_BREAKS

ELSEWHERE_THAN_WITH_CARERS = ("P1", "A3", "A4", "A5", "A6")
"""With a parent, or with adopters."""

care_visit = clock(
    name="care_visit",
    what="Visit in placement",
    duty="Visit a looked-after child within a week of a placement's start, and then at least every six weeks",
    rows=["CLA-V1", "CLA-V2"],
    starts=placements.where(
        (placements.kind.unknown() | ~placements.kind.is_in(*ELSEWHERE_THAN_WITH_CARERS))
        & (placements.basis.unknown() | (placements.basis != "before-assessment"))
    ).began_on,
    done=visits.where(visits.seen == "yes").held_on,
    shared=True,
    every=True,
    ends=[placements.ended_on, children.died_on],
    unless=[
        spells(legal_statuses.began_on, legal_statuses.ended_on, legal_statuses.status.is_in(*SHORT_BREAKS))
    ],
    # After a year, a placement meant to last to eighteen is visited every three months (row CLA-V3), or is still owed its first
    # visit (never_visited); others stay at six weeks.
    lasts=Lasts(years(1), placements.permanent.yes()),
    editions=[
        Edition(
            since=date(2011, 4, 1),
            due=(weeks(1), weeks(6)),
            source=Regulations(
                "Care Planning, Placement and Case Review (England) Regulations 2010, SI 2010/959",
                "reg 28(2)",
            ),
            seen_in="Primary: text of the regulations, consolidated to 2013, and SI 2015/495",
        )
    ],
    counting=(
        "Calendar weeks, with no extension for holidays: seven days after the placement began, then 42 days after each visit at "
        "which the child was seen. A move starts again. A child with a parent or with prospective adopters, or in short breaks, "
        "has duties of their own."
    ),
)
