"""A goal that no action serves is a wish."""

from goldthread.rulebook.drift import SIGNALS

goal_without_action = SIGNALS["goal_without_action"]


def test_no_action_serves_a_goal(finding):
    """Ava's has none, Ben's only one that was dropped. Cal's is done and waits to be looked at; Dee's was reached."""
    finding(
        goal_without_action,
        on="Mon 2 Mar 2026",
        record="""
            plans
            child | row | kind             | began on
            Ava   | p1  | child-protection | Mon 5 Jan 2026
            Ben   | p2  | child-in-need    | Mon 5 Jan 2026
            Cal   | p3  | safety           | Mon 5 Jan 2026
            Dee   | p4  | child-in-need    | Mon 5 Jan 2026

            goals
            child | row | plan | set on          | reached on
            Ava   | g1  | p1   | Mon 5 Jan 2026  |
            Ben   | g2  | p2   | Mon 12 Jan 2026 |
            Cal   | g3  | p3   | Mon 5 Jan 2026  |
            Dee   | g4  | p4   | Mon 5 Jan 2026  | Mon 2 Feb 2026

            actions
            child | goal | agreed on       | done on         | dropped on
            Ben   | g2   | Mon 12 Jan 2026 |                 | Mon 2 Feb 2026
            Cal   | g3   | Mon 12 Jan 2026 | Mon 19 Jan 2026 |
        """,
        expect="""
            child | since           | answer
            Ava   | Mon 5 Jan 2026  | drifting
            Ben   | Mon 12 Jan 2026 | drifting
            Cal   |                 | nothing
            Dee   |                 | nothing
        """,
    )
