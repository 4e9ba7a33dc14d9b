"""Steps of child protection beside the conferences: strategy discussion, enquiry, later core groups."""

from goldthread.vocabulary import children, core_groups, enquiries, plans, strategy_discussions

from ..clock import Option, Setting, clock, spells
from ..counts import hours, weeks, working_days
from ..sources import our_standard

strategy_discussion = clock(
    name="strategy_discussion",
    what="Strategy discussion",
    duty="Hold a strategy discussion with at least the police and health once significant harm is suspected",
    rows=["CP-01"],
    starts=strategy_discussions.concern_at,
    done=strategy_discussions.held_at,
    ends=[children.died_on],
    editions=our_standard(
        "24 hours; guidance says as soon as possible, and at once for acute harm", hours(24),
        seen_in="Secondary: Tees (24 hours, who takes part), Durham (2 working days, the same day where risk is high)",
    ),
    counting=(
        "Elapsed hours from the moment the concern was recorded to the discussion held, not to its record. Nights and weekends "
        "count. Where the hour of the concern is not known, it counts from midnight."
    ),
    settings=[
        Setting(
            "strategy_discussion_limit", "How long may a strategy discussion wait?", "24 hours",
            "Guidance gives no number, so we need our own. Tees says 24 hours; Durham 2 working days, the same day where risk "
            "is high; others 3 working days where it is planned.",
            options=(
                Option("24-hours", "24 hours"),
                Option("48-hours", "48 hours, for Durham's two working days", due=(hours(48),)),
                Option("72-hours", "72 hours, for three working days", due=(hours(72),)),
            ),
        )
    ],
)  # fmt: skip

enquiry_conclusion = clock(
    name="enquiry_conclusion",
    what="Conclude the enquiry",
    duty="Conclude an enquiry under section 47, and record and share its outcome",
    rows=["CP-03"],
    starts=enquiries.began_on,
    done=enquiries.concluded_on,
    ends=[children.died_on],
    editions=our_standard(
        "10 working days, and never later than the conference", working_days(10),
        seen_in="Secondary: Durham (6 working days). No national limit: bounded by the conference and the assessment",
    ),
    counting="The strategy discussion that began the enquiry is day 0.",
)  # fmt: skip

later_core_group = clock(
    name="later_core_group",
    what="Later core groups",
    duty="Bring the core group together at least every six weeks while the child protection plan lasts",
    rows=["CP-07"],
    starts=core_groups.held_on,
    done=core_groups.held_on,
    during=spells(plans.began_on, plans.ended_on, plans.kind == "child-protection"),
    ends=[children.died_on],
    editions=our_standard(
        "every 6 weeks", weeks(6), seen_in="Secondary: Newcastle (4-weekly; 4 to 6 weeks is usual)"
    ),
    counting="From each meeting actually held to the next.",
)
