"""A plan of more than twelve actions to do is more than a family can keep in mind."""

from goldthread.rulebook.drift import SIGNALS

plan_too_long = SIGNALS["plan_too_long"]


def test_more_than_twelve_actions_are_to_be_done(finding):
    """Ava's thirteenth came on 16 February, from which day it counts. Of Ben's thirteen one is done."""
    actions = "\n".join(
        f"            {child} | {plan} | {agreed} | {done}"
        for child, plan, last in (("Ava", "p1", ""), ("Ben", "p2", "Mon 2 Feb 2026"))
        for agreed, done in [
            *[("Mon 5 Jan 2026", "")] * 11,
            ("Mon 5 Jan 2026", last),
            ("Mon 16 Feb 2026", ""),
        ]
    )
    finding(
        plan_too_long,
        on="Mon 2 Mar 2026",
        record=f"""
            plans
            child | row | kind             | began on
            Ava   | p1  | child-protection | Mon 5 Jan 2026
            Ben   | p2  | child-protection | Mon 5 Jan 2026

            actions
            child | plan | agreed on | done on
{actions}
        """,
        expect="""
            child | since           | answer
            Ava   | Mon 16 Feb 2026 | drifting
            Ben   |                 | nothing
        """,
    )
