"""The papers of a child's care and placement: plans, notifications, permanence, and the review's own record."""

from datetime import date

from goldthread.vocabulary import care_episodes, children, legal_statuses, placements, reviews

from ..clock import Sooner, clock, points, spells
from ..counts import months, working_days
from ..sources import NOT_SEEN, care_planning, from_knowledge, guidance
from .care_review import PLACED_FOR_ADOPTION, SHORT_BREAKS

SHORT_BREAK = spells(
    legal_statuses.began_on, legal_statuses.ended_on, legal_statuses.status.is_in(*SHORT_BREAKS)
)

care_plan = clock(
    name="care_plan",
    what="Care plan",
    duty="Prepare the care plan before a child's first placement, or else within ten working days of it",
    rows=["CLA-01"],
    starts=care_episodes.where(
        care_episodes.care_plan_on.unknown() | (care_episodes.care_plan_on >= care_episodes.began_on)
    ).began_on,
    done=care_episodes.care_plan_on,
    ends=[care_episodes.ended_on, children.died_on],
    unless=[SHORT_BREAK],
    editions=care_planning("reg 4(2)", working_days(10)),
    counting=(
        "The day of the first placement of this period of care is day 0. A plan prepared before it leaves nothing due. Not for "
        "a child for whom the court is given a care plan (s31A)."
    ),
)

placement_plan = clock(
    name="placement_plan",
    what="Placement plan",
    duty="Prepare the placement plan before each placement, or else within five working days of its start",
    rows=["CLA-02"],
    starts=placements.where(
        placements.plan_made_on.unknown() | (placements.plan_made_on >= placements.began_on)
    ).began_on,
    done=placements.plan_made_on,
    ends=[placements.ended_on, children.died_on],
    unless=[SHORT_BREAK],
    editions=care_planning("reg 9(1) to (3)", working_days(5)),
    counting="The start of the placement is day 0; every placement is a new start. A plan made before it leaves nothing due.",
)

placement_notification = clock(
    name="placement_notification",
    what="Tell people of a placement",
    duty="Tell those who must know of a placement in writing before it, or else within five working days",
    rows=["CLA-03"],
    starts=placements.where(
        placements.notified_on.unknown() | (placements.notified_on >= placements.began_on)
    ).began_on,
    done=placements.notified_on,
    ends=[children.died_on],
    unless=[SHORT_BREAK],
    editions=care_planning("reg 13(1)", working_days(5)),
    counting=(
        "The start of the placement is day 0: child, parents, those with contact, earlier carers, health, school and reviewing "
        "officer, unless that is not reasonably practicable."
    ),
)

emergency_out_of_area = clock(
    name="emergency_out_of_area",
    what="Emergency placement outside the area",
    duty="Complete the steps that an emergency placement outside the area leaves for afterwards",
    rows=["CLA-04"],
    starts=placements.emergency_approved_on,
    done=placements.emergency_completed_on,
    ends=[placements.ended_on, children.died_on],
    editions=care_planning("reg 11(2) to (4)", working_days(5)),
    counting="The day the nominated officer approved it is day 0, not the start of the placement.",
)

permanence_plan = clock(
    name="permanence_plan",
    what="Permanence plan",
    duty="Agree a plan for the child's permanent home by the second review",
    rows=["CLA-R6"],
    starts=care_episodes.began_on,
    done=care_episodes.permanence_planned_on,
    ends=[care_episodes.ended_on, children.died_on],
    superseded_by=[placements.where(placements.kind.is_in(*PLACED_FOR_ADOPTION)).began_on],
    unless=[SHORT_BREAK],
    sooner=Sooner(points(reviews.held_on), "second_review", nth=2),
    editions=guidance(
        "Children Act 1989 guidance, volume 2: care planning, placement and case review", "permanence planning",
        months(4), since=date(2011, 4, 1), seen_in=NOT_SEEN,
        unconfirmed=from_knowledge("volume 2 of the Children Act guidance and the handbook for reviewing officers"),
    ),
    counting="By the second review: four months from becoming looked after, or that review if it is held sooner.",
)  # fmt: skip

adjourned_review = clock(
    name="adjourned_review",
    what="Adjourned review",
    duty="Complete a looked-after review that the reviewing officer adjourned",
    rows=["CLA-R4"],
    starts=reviews.adjourned_on,
    done=reviews.completed_on,
    ends=[children.died_on],
    editions=care_planning("reg 36(2)", working_days(20)),
    counting="Once only, and the only pause that a review may have. The day it was adjourned is day 0.",
)

review_record = clock(
    name="review_record",
    what="Record of a review",
    duty="Distribute the record of a looked-after review",
    rows=["IRO-04"],
    starts=reviews.held_on,
    done=reviews.record_sent_on,
    ends=[children.died_on],
    editions=guidance(
        "Handbook for independent reviewing officers", "chapter 3", working_days(20), since=date(2011, 4, 1),
        seen_in="Secondary: Knowsley ('not contested within 5 days'); the number itself was not seen",
        unconfirmed=from_knowledge("the handbook, chapter 3 (decisions 5, record 15, distribution 20 working days)"),
    ),
    counting="The day of the review is day 0. Decisions go to the manager by day 5 and stand if nobody contests them in 5 more.",
)  # fmt: skip
