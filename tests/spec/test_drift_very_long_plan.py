"""Two years of any plan."""

from goldthread.rulebook.drift import SIGNALS

signal = SIGNALS["very_long_plan"]


def test_a_plan_open_beyond_twenty_four_months(finding):
    """To the day it is not yet beyond. A plan that ended is no longer asked."""
    finding(
        signal,
        on="Mon 2 Mar 2026",
        record="""
            plans
            child | kind             | began on        | ended on
            Ava   | child-protection | Fri 1 Mar 2024  |
            Ben   | child-protection | Sat 2 Mar 2024  |
            Cal   | child-protection | Fri 1 Mar 2024  | Mon 2 Feb 2026
            Dee   | child-in-need    | Fri 1 Mar 2024  |
        """,
        expect="""
            child | since           | answer
            Ava   | Sun 1 Mar 2026  | drifting
            Ben   |                 | nothing
            Cal   |                 | nothing
            Dee   | Sun 1 Mar 2026  | drifting
        """,
    )
