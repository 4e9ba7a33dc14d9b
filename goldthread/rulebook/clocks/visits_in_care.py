"""Visits to looked-after children whose placement has rules of its own."""

from goldthread.vocabulary import children, legal_statuses, placements, reviews, visits

from ..clock import Afterwards, clock, points, spells
from ..counts import months, weeks, years
from ..disagreements import HOME_VISITS, LATER_VISITS
from ..sources import care_planning
from .care_review import SHORT_BREAKS

SEEN_AT = visits.where(visits.seen == "yes").held_on
NOT_REG_28_2 = ("P1", "A3", "A4", "A5", "A6")
FEWER_AGREED = spells(placements.fewer_visits_agreed_on, placements.fewer_visits_ended_on)
FULL_CARE_ORDER, INTERIM_ORDER = "C2", "C1"
WITH_PARENTS = placements.where(placements.kind == "P1")
INTERIM = legal_statuses.where(legal_statuses.status == INTERIM_ORDER)
UNDER_INTERIM = spells(
    legal_statuses.began_on, legal_statuses.ended_on, legal_statuses.status == INTERIM_ORDER
)
ASSESSED = placements.basis.unknown() | (placements.basis != "before-assessment")
MEANT_TO_LAST = placements.permanent.yes() & (
    placements.kind.unknown() | ~placements.kind.is_in(*NOT_REG_28_2)
)

long_term_visit = clock(
    name="long_term_visit",
    what="Visit in a permanent placement after a year",
    duty="Visit a child in a placement meant to last to eighteen at least every three months after its first year",
    rows=["CLA-V3"],
    starts=SEEN_AT,
    done=SEEN_AT,
    during=spells(placements.began_on, placements.ended_on, MEANT_TO_LAST, years(1)),
    unless=[FEWER_AGREED],
    ends=[children.died_on],
    editions=care_planning("reg 28(2)(c)", months(3)),
    counting=(
        "From one visit at which the child was seen to the next, once the placement has lasted a year; the last visit of that "
        "year counts. A placement not meant to last to eighteen stays at six weeks."
    ),
    settings=[LATER_VISITS],
)  # fmt: skip

never_visited = clock(
    name="never_visited",
    what="First visit, not made in a year",
    duty="Visit a child in a placement meant to last to eighteen who was never visited there in its first year",
    rows=["CLA-V1"],
    starts=placements.where(MEANT_TO_LAST & ASSESSED).began_on,
    done=SEEN_AT,
    shared=True,
    during=spells(placements.began_on, placements.ended_on, MEANT_TO_LAST, years(1)),
    unless=[
        spells(legal_statuses.began_on, legal_statuses.ended_on, legal_statuses.status.is_in(*SHORT_BREAKS))
    ],
    ends=[placements.ended_on, children.died_on],
    editions=care_planning("reg 28(2)(a)", weeks(1)),
    counting=(
        "The visit within a week of the placement's start, where a year has passed without it: the duty goes on, late since that "
        "first week, until the child is seen. From then on the visits every three months are counted."
    ),
    settings=[LATER_VISITS],
)

agreed_fewer_visit = clock(
    name="agreed_fewer_visit",
    what="Visit in long-term fostering, fewer agreed",
    duty="Visit a child who agreed to fewer visits in long-term fostering at least every six months",
    rows=["CLA-V4"],
    starts=SEEN_AT,
    done=SEEN_AT,
    during=FEWER_AGREED,
    ends=[children.died_on],
    superseded_by=[placements.ended_on],
    editions=care_planning("reg 28(3A)", months(6), seen_in="Primary: SI 2015/495, reg 5"),
    counting=(
        "From visit to visit, after at least a year of a long-term foster placement, while the recorded agreement of a child of "
        "sufficient understanding lasts."
    ),
)

at_home_visit = clock(
    name="at_home_visit",
    what="Visit at home with a parent",
    duty="Visit a looked-after child at home with a parent within a week of the placement, then at least every six weeks",
    rows=["CLA-V1", "CLA-V2"],
    starts=placements.where((placements.kind == "P1") & ASSESSED).began_on,
    done=SEEN_AT,
    shared=True,
    every=True,
    unless=[
        spells(legal_statuses.began_on, legal_statuses.ended_on, legal_statuses.status.is_in(*SHORT_BREAKS)),
        UNDER_INTERIM,
    ],
    superseded_by=[
        legal_statuses.where(legal_statuses.status.is_in(INTERIM_ORDER, FULL_CARE_ORDER)).began_on
    ],
    ends=[placements.ended_on, children.died_on],
    editions=care_planning("reg 28(2)", weeks(1), weeks(6)),
    counting=(
        "Seven days after the placement with the parent began, then 42 days after each visit at which the child was seen, for as "
        "long as it lasts. A full care order made before the child came home asks the same six weeks (reg 28(5)): this one "
        "duty says both. An interim order in force on that day, or an order made while the child is at home, has a duty of its "
        "own, which takes the place of this one; so has a placement before the parents' assessment."
    ),
)

unassessed_parent_visit = clock(
    name="unassessed_parent_visit",
    what="Weekly visit: with parents before assessment",
    duty="Visit a child placed with parents before their assessment at least once a week until the first review",
    rows=["CLA-V5"],
    starts=placements.where(placements.basis == "before-assessment").began_on,
    done=SEEN_AT,
    shared=True,
    every=True,
    unless=[UNDER_INTERIM],
    superseded_by=[INTERIM.began_on],
    ends=[placements.ended_on, children.died_on],
    afterwards=Afterwards(points(reviews.held_on), weeks(6)),
    editions=care_planning("reg 28(3)", weeks(1)),
    counting=(
        "Weekly from the placement under regulation 19 until the first review after it; then at least every six weeks, from the "
        "last visit before that review on. A visit already late at the review stays late. Under an interim care order the "
        "stricter duty of regulation 28(4) takes its place."
    ),
)

temporary_carer_visit = clock(
    name="temporary_carer_visit",
    what="Weekly visit: carer approved for a time",
    duty="Visit a child with a temporarily approved connected person at least once a week until the first review",
    rows=["CLA-V6"],
    starts=placements.where(placements.basis == "temporary-approval").began_on,
    done=SEEN_AT,
    shared=True,
    every=True,
    ends=[placements.ended_on, placements.fully_approved_on, children.died_on],
    afterwards=Afterwards(points(reviews.held_on), weeks(4)),
    editions=care_planning("reg 28(4)", weeks(1)),
    counting=(
        "Weekly from the placement under regulation 24 until the first review after it; after that at least every four weeks, "
        "from the last visit before that review on, until full approval. A child who lives with a parent under an interim care "
        "order is owed the same, by two duties of their own."
    ),
)

interim_order_visit = clock(
    name="interim_order_visit",
    what="Weekly visit: placed at home, interim order",
    duty="Visit a child placed with a parent under an interim care order at least once a week until the first review",
    rows=["CLA-V6"],
    starts=WITH_PARENTS.began_on,
    done=SEEN_AT,
    shared=True,
    every=True,
    during=UNDER_INTERIM,
    superseded_by=[INTERIM.began_on],
    ends=[placements.ended_on, children.died_on],
    afterwards=Afterwards(points(reviews.held_on), weeks(4)),
    editions=care_planning("reg 28(4)", weeks(1)),
    counting=(
        "Weekly from the placement with parents, where an interim care order is in force on that day, until the first review "
        "after it; then at least every four weeks while the order lasts. An order of the same day or a later one counts from its "
        "own making, by a duty of its own. Legal status C1 says that the order is interim, placement P1 that the child is at "
        "home."
    ),
)

interim_order_at_home_visit = clock(
    name="interim_order_at_home_visit",
    what="Weekly visit: at home, interim order made",
    duty="Visit a child at home with a parent at least once a week from an interim care order until the first review",
    rows=["CLA-V6"],
    starts=INTERIM.began_on,
    done=SEEN_AT,
    shared=True,
    every=True,
    during=spells(placements.began_on, placements.ended_on, placements.kind == "P1"),
    ends=[legal_statuses.ended_on, children.died_on],
    afterwards=Afterwards(points(reviews.held_on), weeks(4)),
    editions=care_planning("reg 28(4)", weeks(1)),
    counting=(
        "Weekly from the making of the interim care order, where the child is placed with parents on that day, until the first "
        "review after it; then at least every four weeks while the order and the placement last. An order recorded anew, as a "
        "row of its own, starts again. Legal status C1 says that the order is interim, placement P1 that the child is at home."
    ),
)

care_order_at_home_visit = clock(
    name="care_order_at_home_visit",
    what="Visit under a full care order at home",
    duty="Visit a child living with a parent under a full care order within a week of the order, then every six weeks",
    rows=["CLA-V7"],
    starts=legal_statuses.where(legal_statuses.status == FULL_CARE_ORDER).began_on,
    done=SEEN_AT,
    shared=True,
    every=True,
    during=spells(placements.began_on, placements.ended_on, (placements.kind == "P1") & ASSESSED),
    ends=[legal_statuses.ended_on, children.died_on],
    editions=care_planning("reg 28(5)", weeks(1), weeks(6)),
    counting=(
        "The making of the order is day 0; then from visit to visit. It is not weekly, which is a common error. Where the child "
        "came home after the order, the duty to visit at home counts the same; where the parents are not yet assessed, the "
        "stricter one of regulation 28(3)."
    ),
    settings=[HOME_VISITS],
)

short_break_visit = clock(
    name="short_break_visit",
    what="Short breaks: visits",
    duty="Visit a child in a series of short breaks within three months of the first, then at least every six months",
    rows=["CLA-V10"],
    starts=legal_statuses.where(legal_statuses.status.is_in(*SHORT_BREAKS)).began_on,
    done=SEEN_AT,
    shared=True,
    every=True,
    ends=[legal_statuses.ended_on, children.died_on],
    editions=care_planning("reg 48(2) and (3)(c)", months(3), months(6)),
    counting="From the start of the first short-break placement, then from visit to visit, on days when the child is placed.",
)

short_break_review = clock(
    name="short_break_review",
    what="Short breaks: reviews",
    duty="Review a series of short breaks within three months of the first, then at least every six months",
    rows=["CLA-R5"],
    starts=legal_statuses.where(legal_statuses.status.is_in(*SHORT_BREAKS)).began_on,
    done=reviews.held_on,
    shared=True,
    every=True,
    ends=[legal_statuses.ended_on, children.died_on],
    editions=care_planning("reg 48(3)(d)", months(3), months(6)),
    counting="From the start of the first short-break placement, then from each review actually held.",
)
