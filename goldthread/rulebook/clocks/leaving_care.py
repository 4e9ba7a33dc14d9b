"""Leaving care: assessment, pathway plan, the authority's own accommodation, and help that ends at a birthday."""

from datetime import date

from goldthread.vocabulary import accommodations, children, entitlements, pathway_plans, visits

from ..clock import Ages, Option, Setting, clock
from ..counts import birthday, calendar_days, months, working_days
from ..sources import (
    CHILDREN_ACT,
    NOT_SEEN,
    care_leavers,
    care_planning,
    from_knowledge,
    our_standard,
    regulations,
)

PROVIDED = accommodations.where(accommodations.provided_by_authority.yes())

needs_assessment = clock(
    name="needs_assessment",
    what="Needs assessment at sixteen",
    duty="Complete the assessment of an eligible young person's needs within three months of becoming eligible",
    rows=["LC-01"],
    starts=entitlements.where(entitlements.category == "eligible").began_on,
    done=entitlements.assessed_on,
    ends=[entitlements.ended_on, children.died_on],
    editions=care_planning("regs 40 and 42(1)", months(3)),
    counting="Not more than three months after the sixteenth birthday, or after becoming eligible later: the corresponding date.",
)

relevant_needs_assessment = clock(
    name="relevant_needs_assessment",
    what="Needs assessment, relevant child",
    duty="Complete the needs assessment of a relevant child who has no pathway plan within three months",
    rows=["LC-03"],
    starts=entitlements.where(
        (entitlements.category == "relevant") & entitlements.plan_made_on.unknown()
    ).began_on,
    done=entitlements.assessed_on,
    ends=[entitlements.ended_on, children.died_on],
    editions=care_leavers("reg 5(2)(a)", months(3)),
    counting="The corresponding date three months after becoming a relevant child.",
)

pathway_plan = clock(
    name="pathway_plan",
    what="Pathway plan",
    duty="Prepare a pathway plan as soon as possible after the assessment of needs",
    rows=["LC-02"],
    starts=entitlements.assessed_on,
    done=entitlements.plan_made_on,
    ends=[entitlements.ended_on, children.died_on],
    editions=our_standard(
        "20 working days for 'as soon as possible after' (SI 2010/959 reg 43, SI 2010/2571 reg 6(1))", working_days(20),
        since=date(2011, 4, 1), seen_in="Primary: both regulations, which set no number; 10 to 20 working days is usual",
    ),
    counting="The day the assessment was completed is day 0. An indicator in use is three months after the sixteenth birthday.",
    settings=[
        Setting(
            "pathway_plan_days", "How long is 'as soon as possible' for a pathway plan?", "20 working days",
            "The regulations set no number; authorities use 10 to 20 working days, or 16 years and 3 months.",
            options=(
                Option("20-working-days", "20 working days"),
                Option("15-working-days", "15 working days", due=(working_days(15),)),
                Option("10-working-days", "10 working days", due=(working_days(10),)),
            ),
        )
    ],
)  # fmt: skip

accommodation_review = clock(
    name="accommodation_review",
    what="Review in the authority's accommodation",
    duty="Review the pathway plan once 28 days in the authority's own accommodation have passed",
    rows=["LC-06"],
    starts=PROVIDED.began_on,
    done=pathway_plans.where(pathway_plans.kind == "review").held_on,
    shared=True,
    every=True,
    ends=[accommodations.ended_on, children.died_on],
    editions=care_leavers("reg 7(3)", calendar_days(28, beginning_with=True), months(3)),
    counting=(
        "The period of 28 days begins on the first day, which counts; the review follows as soon as practicable after its end, "
        "which is the date given. Then at intervals that the review sets, of three months at most."
    ),
    settings=[
        Setting(
            "accommodation_review_day", "What is due on the 28th day?", "the review that follows the period",
            "Often read as a limit for a visit. The 28 days are the point after which the pathway plan is reviewed, and "
            "apply only in accommodation that the authority provides.",
        )
    ],
)  # fmt: skip

accommodation_visit = clock(
    name="accommodation_visit",
    what="Adviser's visit in the authority's accommodation",
    duty="Visit a care leaver in the authority's own accommodation within seven days, then every two months",
    rows=["LC-07", "LC-09"],
    starts=PROVIDED.began_on,
    done=visits.where(visits.seen == "yes").held_on,
    shared=True,
    every=True,
    ends=[accommodations.ended_on, children.died_on],
    editions=care_leavers("reg 8(2)", calendar_days(7), months(2)),
    counting=(
        "Seven calendar days after it was first provided, then two months from visit to visit; also once before the review "
        "after 28 days. Only while the authority provides the accommodation."
    ),
)

staying_put = clock(
    name="staying_put",
    what="Staying put",
    duty="Support a young person to stay with former foster carers until they are twenty-one",
    rows=["LC-11"],
    starts=accommodations.where(accommodations.kind == "staying-put").began_on,
    done=accommodations.ended_on,
    ages=Ages(from_years=18, under_years=21),
    ends=[children.died_on],
    editions=regulations(
        CHILDREN_ACT, "s23CZA", birthday(21, from_age=18), since=date(2014, 5, 13), seen_in=NOT_SEEN,
        unconfirmed=from_knowledge("Children Act 1989 s23CZA"),
    ),
    counting="An entitlement by age, reviewed with the pathway plan: from eighteen until the twenty-first birthday.",
)  # fmt: skip

adviser_to_twenty_five = clock(
    name="adviser_to_twenty_five",
    what="Adviser to twenty-five",
    duty="Offer a personal adviser to a former relevant young person who asks, until they are twenty-five",
    rows=["LC-12"],
    starts=entitlements.where(entitlements.category == "former-relevant").began_on,
    done=entitlements.ended_on,
    ages=Ages(from_years=18, under_years=25),
    ends=[children.died_on],
    editions=regulations(
        "Children and Social Work Act 2017", "ss2 and 3", birthday(25, from_age=18), since=date(2018, 4, 1),
        seen_in="Secondary: Cambridgeshire and Isle of Wight, citing the Act",
    ),
    counting="An entitlement by age and no interval: from the eighteenth until the twenty-fifth birthday.",
)  # fmt: skip
