"""The first meeting of the core group."""

from goldthread.vocabulary import children, core_groups, plans

from ..clock import clock
from ..counts import working_days
from ..working_together import working_together

core_group = clock(
    name="core_group",
    what="First core group",
    duty="Hold the first core group, which turns the outline child protection plan into the full one",
    rows=["CP-06"],
    starts=plans.where(plans.kind == "child-protection").began_on,
    done=core_groups.held_on,
    key=core_groups.plan,
    shared=True,
    ends=[plans.ended_on, children.died_on],
    editions=working_together(
        working_days(10),
        chapter="flow chart, after the child protection conference",
        seen_in="Secondary: Family Rights Group on core groups (Working Together 2018, p. 52); Newcastle's procedures",
    ),
    counting="The conference that made the plan is day 0.",
)
