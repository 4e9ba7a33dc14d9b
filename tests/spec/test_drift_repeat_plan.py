"""A child protection plan soon after an earlier one: what it was to change had not changed."""

from goldthread.rulebook.drift import SIGNALS

repeat_plan = SIGNALS["repeat_plan"]


def test_a_plan_within_two_years_of_an_earlier_one_is_a_repeat(finding):
    """Ben's earlier plan ended longer ago, and Cal's was of another kind."""
    finding(
        repeat_plan,
        on="Mon 2 Mar 2026",
        record="""
            plans
            child | kind             | began on       | ended on
            Ava   | child-protection | Mon 1 Apr 2024 | Mon 3 Mar 2025
            Ava   | child-protection | Mon 2 Feb 2026 |
            Ben   | child-protection | Mon 2 Jan 2023 | Thu 1 Feb 2024
            Ben   | child-protection | Mon 2 Feb 2026 |
            Cal   | child-in-need    | Mon 1 Apr 2024 | Mon 3 Mar 2025
            Cal   | child-protection | Mon 2 Feb 2026 |
        """,
        expect="""
            child | since          | last moved     | by           | answer
            Ava   | Mon 2 Feb 2026 | Mon 2 Feb 2026 | a plan began | drifting
            Ben   |                |                |              | nothing
            Cal   |                |                |              | nothing
        """,
    )
