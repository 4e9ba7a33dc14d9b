"""A new worker who starts again: the same family assessed twice within a year."""

from goldthread.rulebook.drift import SIGNALS

assessed_again = SIGNALS["assessed_again"]


def test_another_assessment_after_a_change_of_worker(finding):
    """Ben's worker stayed. Cal's last assessment was more than a year before. Nobody holds Dee any more: that is no drift."""
    finding(
        assessed_again,
        on="Mon 2 Mar 2026",
        record="""
            assessments
            child | requested on   | authorised on
            Ava   | Mon 5 May 2025 | Mon 7 Jul 2025
            Ava   | Mon 2 Feb 2026 |
            Ben   | Mon 5 May 2025 | Mon 7 Jul 2025
            Ben   | Mon 2 Feb 2026 |
            Cal   | Mon 1 Apr 2024 | Mon 3 Jun 2024
            Cal   | Mon 2 Feb 2026 |
            Dee   | Mon 5 May 2025 | Mon 7 Jul 2025
            Dee   | Mon 2 Feb 2026 | Mon 16 Feb 2026

            allocations
            child | worker | role          | began on       | ended on
            Ava   | Jo     | social-worker | Mon 5 May 2025 | Mon 5 Jan 2026
            Ava   | Sam    | social-worker | Mon 5 Jan 2026 |
            Ben   | Jo     | social-worker | Mon 5 May 2025 |
            Cal   | Jo     | social-worker | Mon 1 Apr 2024 | Mon 5 Jan 2026
            Cal   | Sam    | social-worker | Mon 5 Jan 2026 |
            Dee   | Jo     | social-worker | Mon 5 May 2025 | Mon 5 Jan 2026
            Dee   | Sam    | social-worker | Mon 5 Jan 2026 | Mon 2 Mar 2026
        """,
        expect="""
            child | since          | last moved     | by                          | answer
            Ava   | Mon 2 Feb 2026 | Mon 7 Jul 2025 | an assessment was completed | drifting
            Ben   |                |                |                             | nothing
            Cal   |                |                |                             | nothing
            Dee   |                |                |                             | nothing
        """,
    )
