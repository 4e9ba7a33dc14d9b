"""A child protection plan that goes on and on is looked at by somebody else."""

from goldthread.rulebook.drift import SIGNALS

signal = SIGNALS["long_protection_plan"]


def test_a_plan_open_beyond_fifteen_months(finding):
    """To the day it is not yet beyond. A plan that ended is no longer asked."""
    finding(
        signal,
        on="Mon 2 Mar 2026",
        record="""
            plans
            child | kind             | began on        | ended on
            Ava   | child-protection | Sun 1 Dec 2024  |
            Ben   | child-protection | Mon 2 Dec 2024  |
            Cal   | child-protection | Sun 1 Dec 2024  | Mon 2 Feb 2026
            Dee   | child-in-need    | Sun 1 Dec 2024  |
        """,
        expect="""
            child | since           | answer
            Ava   | Sun 1 Mar 2026  | drifting
            Ben   |                 | nothing
            Cal   |                 | nothing
            Dee   |                 | nothing
        """,
    )
