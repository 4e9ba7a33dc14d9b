"""A child whose social worker changed three times in twelve months: somebody looks at why."""

from goldthread.rulebook.drift import SIGNALS

third_change = SIGNALS["third_change"]


def test_the_third_change_in_twelve_months(finding):
    """Ben had two. One of Cal's three is more than a year old. Dee's third worker was her first again: a change like any other.
    With Eve nobody works any more.
    """
    finding(
        third_change,
        on="Mon 2 Mar 2026",
        record="""
            allocations
            child | worker | role          | began on       | ended on
            Ava   | Jo     | social-worker | Mon 6 Jan 2025 | Mon 5 May 2025
            Ava   | Sam    | social-worker | Mon 5 May 2025 | Mon 6 Oct 2025
            Ava   | Kim    | social-worker | Mon 6 Oct 2025 | Mon 2 Feb 2026
            Ava   | Lee    | social-worker | Mon 2 Feb 2026 |
            Ben   | Jo     | social-worker | Mon 5 May 2025 | Mon 6 Oct 2025
            Ben   | Kim    | social-worker | Mon 6 Oct 2025 | Mon 2 Feb 2026
            Ben   | Lee    | social-worker | Mon 2 Feb 2026 |
            Cal   | Jo     | social-worker | Mon 6 Jan 2025 | Sun 2 Mar 2025
            Cal   | Sam    | social-worker | Sun 2 Mar 2025 | Mon 6 Oct 2025
            Cal   | Kim    | social-worker | Mon 6 Oct 2025 | Mon 2 Feb 2026
            Cal   | Lee    | social-worker | Mon 2 Feb 2026 |
            Dee   | Jo     | social-worker | Mon 6 Jan 2025 | Mon 5 May 2025
            Dee   | Sam    | social-worker | Mon 5 May 2025 | Mon 6 Oct 2025
            Dee   | Jo     | social-worker | Mon 6 Oct 2025 | Mon 2 Feb 2026
            Dee   | Sam    | social-worker | Mon 2 Feb 2026 |
            Eve   | Jo     | social-worker | Mon 6 Jan 2025 | Mon 5 May 2025
            Eve   | Sam    | social-worker | Mon 5 May 2025 | Mon 6 Oct 2025
            Eve   | Kim    | social-worker | Mon 6 Oct 2025 | Mon 2 Feb 2026
            Eve   | Lee    | social-worker | Mon 2 Feb 2026 | Mon 2 Mar 2026
        """,
        expect="""
            child | since          | last moved | by | answer
            Ava   | Mon 2 Feb 2026 |            |    | drifting
            Ben   |                |            |    | nothing
            Cal   |                |            |    | nothing
            Dee   | Mon 2 Feb 2026 |            |    | drifting
            Eve   |                |            |    | nothing
        """,
    )
