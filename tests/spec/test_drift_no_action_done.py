"""A plan whose actions nobody completes stands still, however many meetings discuss it."""

from goldthread.rulebook.drift import SIGNALS

no_action_done = SIGNALS["no_action_done"]


def test_no_action_was_completed_for_eight_weeks(finding):
    """Eight weeks to the day is not yet drift. Where nothing is left to do, or nothing was planned, it is not asked."""
    finding(
        no_action_done,
        on="Mon 2 Mar 2026",
        record="""
            plans
            child | row   | kind             | began on
            Ava   | one   | child-protection | Mon 3 Nov 2025
            Ben   | two   | child-in-need    | Mon 3 Nov 2025
            Cal   | three | child-in-need    | Mon 3 Nov 2025
            Dee   | four  | child-in-need    | Mon 3 Nov 2025
            Eve   | five  | child-in-need    | Mon 5 Jan 2026

            actions
            child | plan  | agreed on      | done on         | dropped on
            Ava   | one   | Mon 3 Nov 2025 | Fri 5 Dec 2025  |
            Ava   | one   | Mon 3 Nov 2025 |                 |
            Ben   | two   | Mon 3 Nov 2025 | Mon 5 Jan 2026  |
            Ben   | two   | Mon 3 Nov 2025 |                 |
            Cal   | three | Mon 3 Nov 2025 | Mon 10 Nov 2025 |
            Eve   | five  | Mon 5 Jan 2026 |                 |

            decisions
            child | decided on
            Ava   | Mon 12 Jan 2026
        """,
        expect="""
            child | since          | last moved      | by                  | answer
            Ava   | Fri 5 Dec 2025 | Mon 12 Jan 2026 | a decision was made | drifting
            Ben   |                |                 |                     | nothing
            Cal   |                |                 |                     | nothing
            Dee   |                |                 |                     | nothing
            Eve   |                |                 |                     | nothing
        """,
    )
