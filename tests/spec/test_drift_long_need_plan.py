"""A plan for a child in need that goes on and on is looked at by somebody else."""

from goldthread.rulebook.drift import SIGNALS

signal = SIGNALS["long_need_plan"]


def test_a_plan_open_beyond_nine_months(finding):
    """To the day it is not yet beyond. A plan that ended is no longer asked."""
    finding(
        signal,
        on="Mon 2 Mar 2026",
        record="""
            plans
            child | kind             | began on        | ended on
            Ava   | child-in-need    | Sun 1 Jun 2025  |
            Ben   | child-in-need    | Mon 2 Jun 2025  |
            Cal   | child-in-need    | Sun 1 Jun 2025  | Mon 2 Feb 2026
            Dee   | child-protection | Sun 1 Jun 2025  |
        """,
        expect="""
            child | since           | answer
            Ava   | Sun 1 Mar 2026  | drifting
            Ben   |                 | nothing
            Cal   |                 | nothing
            Dee   |                 | nothing
        """,
    )
