"""An action carried over twice is a promise made three times."""

from goldthread.rulebook.drift import SIGNALS

carried_twice = SIGNALS["carried_twice"]


def test_the_same_action_was_carried_over_twice_and_is_not_done(finding):
    """It counts from the day on which it was first agreed. Ben's was carried over once; Cal's is done."""
    finding(
        carried_twice,
        on="Mon 2 Mar 2026",
        record="""
            actions
            child | row  | carried from | agreed on      | done on
            Ava   | a1   |              | Mon 3 Mar 2025 |
            Ava   | a2   | a1           | Mon 2 Jun 2025 |
            Ava   | a3   | a2           | Mon 1 Dec 2025 |
            Ben   | b1   |              | Mon 3 Mar 2025 |
            Ben   | b2   | b1           | Mon 2 Jun 2025 |
            Cal   | c1   |              | Mon 3 Mar 2025 |
            Cal   | c2   | c1           | Mon 2 Jun 2025 |
            Cal   | c3   | c2           | Mon 1 Dec 2025 | Mon 5 Jan 2026
        """,
        expect="""
            child | since          | answer
            Ava   | Mon 3 Mar 2025 | drifting
            Ben   |                | nothing
            Cal   |                | nothing
        """,
    )
