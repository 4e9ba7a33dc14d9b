"""Placements with connected persons and parents that the law allows only for a time."""

from goldthread.vocabulary import children, placements

from ..clock import clock
from ..counts import weeks, working_days
from ..sources import care_planning

TEMPORARY = placements.where(placements.basis == "temporary-approval")
UNASSESSED = placements.where(placements.basis == "before-assessment")

temporary_approval = clock(
    name="temporary_approval",
    what="Temporary approval of a connected person",
    duty="Approve a connected person as foster carer, or end the placement, within sixteen weeks",
    rows=["KIN-01"],
    starts=TEMPORARY.began_on,
    done=placements.fully_approved_on,
    superseded_by=[placements.approval_extended_from],
    ends=[placements.ended_on, children.died_on],
    editions=care_planning("reg 24(1)", weeks(16, beginning_with=True)),
    counting="A period not exceeding sixteen weeks that starts on the day of approval: that day is day 1, the safest reading.",
)

extended_approval = clock(
    name="extended_approval",
    what="Extended temporary approval",
    duty="Approve a connected person as foster carer, or end the placement, within eight weeks more",
    rows=["KIN-02"],
    starts=TEMPORARY.approval_extended_from,
    done=placements.fully_approved_on,
    ends=[placements.ended_on, children.died_on],
    editions=care_planning("reg 25(1) to (6)", weeks(8, beginning_with=True)),
    counting=(
        "Once, up to eight weeks from the day after the first period, which is day 1; to be approved before that period ends. "
        "If the applicant seeks an independent review, until its outcome is known."
    ),
)

parent_assessment = clock(
    name="parent_assessment",
    what="Assessment of parents after placement",
    duty="Complete the assessment and review of a placement with parents made before it",
    rows=["PWP-01"],
    starts=UNASSESSED.began_on,
    done=placements.assessed_on,
    ends=[placements.ended_on, children.died_on],
    editions=care_planning("reg 19(b)", working_days(10)),
    counting="The day of the placement is day 0. A nominated officer decides within ten working days more.",
)

parent_placement_decision = clock(
    name="parent_placement_decision",
    what="Decide on a placement with parents",
    duty="Have a nominated officer confirm the placement with parents, or end it, once they are assessed",
    rows=["PWP-02"],
    starts=UNASSESSED.assessed_on,
    done=placements.confirmed_on,
    ends=[placements.ended_on, children.died_on],
    editions=care_planning("reg 19(c)", working_days(10)),
    counting="The day the assessment was completed is day 0. A placement that is not confirmed ends.",
)
