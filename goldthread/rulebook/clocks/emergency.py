"""Emergency powers: police protection, emergency protection and child assessment orders."""

from datetime import date

from goldthread.vocabulary import children, safeguarding_orders

from ..clock import clock
from ..counts import calendar_days, hours
from ..counts import hours_as_days as days_to_the_hour
from ..disagreements import PROTECTION_ORDER
from ..sources import CHILDREN_ACT, NOT_SEEN, from_knowledge, regulations

ACT_IN_FORCE = date(1991, 10, 14)

police_protection = clock(
    name="police_protection",
    what="Police protection",
    duty="Release a child from police protection, or protect them by consent or by order, within 72 hours",
    rows=["CP-16"],
    starts=safeguarding_orders.where(safeguarding_orders.kind == "police-protection").began_at,
    done=safeguarding_orders.ended_at,
    ends=[children.died_on],
    editions=regulations(
        CHILDREN_ACT, "s46(6)", hours(72), since=ACT_IN_FORCE,
        seen_in="Secondary: Family Rights Group, Somerset, LexisNexis (72 hours); the excerpt of s46 seen ended before (6)",
    ),
    counting=(
        "72 elapsed hours from being taken into protection, weekends included; it cannot be renewed. Where the hour is not "
        "known, it counts from midnight."
    ),
)  # fmt: skip

emergency_protection_order = clock(
    name="emergency_protection_order",
    what="Emergency protection order",
    duty="Replace an emergency protection order, or let the child go home, before its eight days end",
    rows=["CP-17"],
    starts=safeguarding_orders.where(safeguarding_orders.kind == "emergency-protection-order").began_at,
    done=safeguarding_orders.ended_at,
    ends=[children.died_on],
    superseded_by=[safeguarding_orders.extended_on],
    editions=regulations(
        CHILDREN_ACT, "s45(1) to (3)", days_to_the_hour(8), since=ACT_IN_FORCE, seen_in=NOT_SEEN,
        unconfirmed=from_knowledge("Children Act 1989 s45 (8 days, and once 7 more)"),
    ),
    counting=(
        "Eight days to the minute from when the order was made or, after police protection, from when that began. Where the last "
        "day is a public holiday the court may let it run to noon of the next day that is none. The census rule is looser: it "
        "objects only beyond 21 days."
    ),
    settings=[PROTECTION_ORDER],
)  # fmt: skip

extended_protection_order = clock(
    name="extended_protection_order",
    what="Extended emergency protection order",
    duty="Replace an extended emergency protection order, or let the child go home, within seven days more",
    rows=["CP-18"],
    starts=safeguarding_orders.where(safeguarding_orders.kind == "emergency-protection-order").extended_on,
    done=safeguarding_orders.ended_on,
    ends=[children.died_on],
    editions=regulations(
        CHILDREN_ACT, "s45(5) and (6)", calendar_days(7), since=ACT_IN_FORCE, seen_in=NOT_SEEN,
        unconfirmed=from_knowledge("Children Act 1989 s45(5) and (6)"),
    ),
    counting="Seven days from the end of the first period. Once only, so fifteen days in all.",
)  # fmt: skip

child_assessment_order = clock(
    name="child_assessment_order",
    what="Child assessment order",
    duty="Complete the assessment that a child assessment order allows within seven days",
    rows=["CP-19"],
    starts=safeguarding_orders.where(safeguarding_orders.kind == "child-assessment-order").began_on,
    done=safeguarding_orders.ended_on,
    ends=[children.died_on],
    editions=regulations(
        CHILDREN_ACT, "s43(5)", calendar_days(7, beginning_with=True), since=ACT_IN_FORCE,
        seen_in="Primary: Children Act 1989 Part V as enacted; census rule 363",
    ),
    counting="Not exceeding seven days beginning with the date in the order: that day is day 1.",
)  # fmt: skip
