"""Help for a family and a child in need: standards of our own, as no national number exists."""

from goldthread.vocabulary import (
    assessments,
    children,
    contacts,
    family_help_episodes,
    help_reviews,
    plans,
    referrals,
    visits,
)

from ..clock import clock
from ..counts import weeks, working_days
from ..sources import NOT_SEEN, from_knowledge, our_standard

IN_NEED = plans.where(plans.kind == "child-in-need")

contact_decision = clock(
    name="contact_decision",
    what="Decide what follows a contact",
    duty="Screen a contact and record what is to follow: nothing, advice, early help or a referral",
    rows=["FD-02"],
    starts=contacts.received_on,
    done=contacts.decided_on,
    ends=[children.died_on],
    editions=our_standard(
        "1 working day", working_days(1), seen_in=NOT_SEEN,
        unconfirmed=from_knowledge("our own screening procedure (24 hours or 1 working day is usual)"),
    ),
    counting="The day of receipt is day 0. If it was a referral all along, the referral's time runs from the same receipt.",
)  # fmt: skip

early_help_review = clock(
    name="early_help_review",
    what="Early help review",
    duty="Bring the team around the family together at least every six weeks while early help is open",
    rows=["FD-05"],
    starts=family_help_episodes.where(family_help_episodes.basis == "early-help").assessed_on,
    done=help_reviews.where(help_reviews.kind == "early-help").held_on,
    key=help_reviews.family_help_episode,
    shared=True,
    every=True,
    ends=[family_help_episodes.ended_on, children.died_on],
    editions=our_standard(
        "every 6 weeks; guidance wants need reviewed and sets no number", weeks(6),
        seen_in="Secondary: Trafford (6 to 8 weeks), Worcestershire (6 to 12), Devon (12)",
    ),
    counting="From the completed early help assessment, then from each meeting actually held.",
)  # fmt: skip

assessment_checkpoint = clock(
    name="assessment_checkpoint",
    what="Assessment checkpoint",
    duty="Have a manager look at an open assessment and decide to continue, conclude or widen it",
    rows=["AS-02"],
    starts=assessments.began_on,
    done=assessments.reviewed_on,
    ends=[assessments.authorised_on, referrals.closed_on, children.died_on],
    editions=our_standard(
        "10 working days; guidance wants oversight set in the local protocol", working_days(10), seen_in=NOT_SEEN,
        unconfirmed=from_knowledge("our own assessment protocol (10 working days is the most usual)"),
    ),
    counting="The day the assessment began is day 0. One that is authorised sooner needs no checkpoint.",
)  # fmt: skip

in_need_plan = clock(
    name="in_need_plan",
    what="First plan for a child in need",
    duty="Agree a plan with the family once an assessment finds that the child needs services",
    rows=["CIN-01"],
    starts=assessments.where(assessments.needs_support.yes()).authorised_on,
    done=plans.where(plans.kind != "safety").began_on,
    ends=[referrals.closed_on, children.died_on],
    shared=True,
    editions=our_standard(
        "10 working days", working_days(10), seen_in=NOT_SEEN,
        unconfirmed=from_knowledge("our own child in need procedure (10 to 20 working days is usual)"),
    ),
    counting="The day the assessment was authorised is day 0. A child protection plan made instead meets it too.",
)  # fmt: skip

in_need_visit = clock(
    name="in_need_visit",
    what="Child in need visit",
    duty="See a child who has a child in need plan at least every six weeks",
    rows=["CIN-02"],
    starts=IN_NEED.began_on,
    done=visits.where(visits.seen == "yes").held_on,
    shared=True,
    every=True,
    ends=[plans.ended_on, children.died_on],
    editions=our_standard("every 6 weeks", weeks(6), seen_in="Secondary: Walsall and Knowsley (6-weekly)"),
    counting="From the plan's start, then from the last visit at which the child was seen. A failed visit does not count anew.",
)

in_need_review = clock(
    name="in_need_review",
    what="Child in need review",
    duty="Review a child in need plan with the family at least every twelve weeks",
    rows=["CIN-03"],
    starts=IN_NEED.began_on,
    done=help_reviews.where(help_reviews.kind == "child-in-need").held_on,
    key=help_reviews.plan,
    shared=True,
    every=True,
    ends=[plans.ended_on, children.died_on],
    editions=our_standard(
        "every 12 weeks", weeks(12), seen_in="Secondary: Walsall (12-weekly), Knowsley (6-weekly)"
    ),
    counting="From the plan's start, then from each review actually held.",
)
