"""An action that serves no goal may be busy work: nobody can tell what should change by it."""

from goldthread.rulebook.drift import SIGNALS

serves_no_goal = SIGNALS["serves_no_goal"]


def test_an_action_to_be_done_names_no_goal(finding):
    """Ava's does not say what it is for. Ben's serves a goal; Cal's was done without one; Dee's plan has ended."""
    finding(
        serves_no_goal,
        on="Mon 2 Mar 2026",
        record="""
            plans
            child | row | kind             | began on       | ended on
            Ava   | p1  | child-protection | Mon 5 Jan 2026 |
            Ben   | p2  | child-in-need    | Mon 5 Jan 2026 |
            Cal   | p3  | safety           | Mon 5 Jan 2026 |
            Dee   | p4  | child-protection | Mon 5 Jan 2026 | Mon 2 Feb 2026

            goals
            child | row | plan | set on
            Ben   | g2  | p2   | Mon 5 Jan 2026

            actions
            child | plan | goal | agreed on       | done on
            Ava   | p1   |      | Mon 12 Jan 2026 |
            Ben   | p2   | g2   | Mon 12 Jan 2026 |
            Cal   | p3   |      | Mon 12 Jan 2026 | Mon 19 Jan 2026
            Dee   | p4   |      | Mon 12 Jan 2026 |
        """,
        expect="""
            child | since           | answer
            Ava   | Mon 12 Jan 2026 | drifting
            Ben   |                 | nothing
            Cal   |                 | nothing
            Dee   |                 | nothing
        """,
    )
