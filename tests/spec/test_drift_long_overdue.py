"""An action late for weeks without a word is neither done, dropped nor carried over."""

from goldthread.rulebook.drift import SIGNALS

long_overdue = SIGNALS["long_overdue"]


def test_an_action_is_late_for_more_than_four_weeks(finding):
    """Ava's was due 29 days ago, Ben's 28. Cal's was carried over; Dee's has no day, which is asked for elsewhere."""
    finding(
        long_overdue,
        on="Mon 2 Mar 2026",
        record="""
            plans
            child | row | kind             | began on
            Ava   | p1  | child-protection | Mon 5 Jan 2026
            Ben   | p2  | child-protection | Mon 5 Jan 2026
            Cal   | p3  | child-in-need    | Mon 5 Jan 2026
            Dee   | p4  | child-in-need    | Mon 5 Jan 2026

            actions
            child | plan | agreed on      | due on         | dropped on
            Ava   | p1   | Mon 5 Jan 2026 | Sun 1 Feb 2026 |
            Ben   | p2   | Mon 5 Jan 2026 | Mon 2 Feb 2026 |
            Cal   | p3   | Mon 5 Jan 2026 | Mon 19 Jan 2026 | Mon 16 Feb 2026
            Cal   | p3   | Mon 16 Feb 2026 | Mon 16 Mar 2026 |
            Dee   | p4   | Mon 5 Jan 2026 |                |
        """,
        expect="""
            child | since          | answer
            Ava   | Sun 1 Feb 2026 | drifting
            Ben   |                | nothing
            Cal   |                | nothing
            Dee   |                | nothing
        """,
    )
