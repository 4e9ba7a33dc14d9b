"""A plan that two reviews leave as it was has not been reviewed."""

from goldthread.rulebook.drift import SIGNALS

plan_unchanged = SIGNALS["plan_unchanged"]


def test_two_reviews_in_a_row_left_goals_and_actions_as_they_were(finding):
    """Ben's plan gained an action after the first of his two last reviews. Cal has had one review."""
    finding(
        plan_unchanged,
        on="Mon 2 Mar 2026",
        record="""
            plans
            child | row   | kind             | began on
            Ava   | one   | child-protection | Mon 3 Mar 2025
            Ben   | two   | child-protection | Mon 3 Mar 2025
            Cal   | three | child-protection | Mon 3 Mar 2025

            goals
            child | plan  | set on
            Ava   | one   | Mon 10 Mar 2025
            Ben   | two   | Mon 10 Mar 2025
            Cal   | three | Mon 10 Mar 2025

            actions
            child | plan | agreed on
            Ben   | two  | Mon 9 Jun 2025

            conferences
            child | kind   | plan | held on
            Ava   | review | one  | Mon 2 Jun 2025
            Ava   | review |      | Mon 1 Dec 2025
            Ben   | review | two  | Mon 2 Jun 2025
            Ben   | review | two  | Mon 1 Dec 2025
            Cal   | review |      | Mon 2 Jun 2025
        """,
        expect="""
            child | since          | last moved     | by                    | answer
            Ava   | Mon 2 Jun 2025 | Mon 1 Dec 2025 | a conference was held | drifting
            Ben   |                |                |                       | nothing
            Cal   |                |                |                       | nothing
        """,
    )
