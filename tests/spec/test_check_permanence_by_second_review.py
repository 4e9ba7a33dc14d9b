"""By the second looked-after review there is a plan for the child's permanent home."""

from goldthread.rulebook.gates import GATES

permanence = GATES["permanence_by_second_review"]


def test_it_is_asked_on_the_day_of_the_second_review(finding):
    """Ben's plan came after his second review. Cal has had one review, so nothing is asked yet."""
    finding(
        permanence,
        on="Fri 31 Jul 2026",
        record="""
            care episodes
            child | began on       | permanence planned on
            Ava   | Mon 2 Mar 2026 | Mon 1 Jun 2026
            Ben   | Mon 2 Mar 2026 | Wed 1 Jul 2026
            Cal   | Mon 2 Mar 2026 |
            Dee   | Mon 2 Mar 2026 |

            reviews
            child | held on
            Ava   | Mon 30 Mar 2026
            Ava   | Mon 29 Jun 2026
            Ben   | Mon 30 Mar 2026
            Ben   | Mon 29 Jun 2026
            Cal   | Mon 30 Mar 2026
            Dee   | Mon 30 Mar 2026
            Dee   | Mon 29 Jun 2026
        """,
        expect="""
            child | on              | answer  | because
            Ava   | Mon 29 Jun 2026 | met     |
            Ben   | Mon 29 Jun 2026 | not met | no plan for a permanent home was agreed by then
            Cal   |                 |         | nothing
            Dee   | Mon 29 Jun 2026 | not met | no plan for a permanent home was agreed by then
        """,
    )


def test_a_series_of_short_breaks_is_not_asked_and_each_care_episode_counts_its_own_reviews(finding):
    """Ben's two reviews fall in two periods of care."""
    finding(
        permanence,
        on="Fri 31 Jul 2026",
        record="""
            care episodes
            child | began on        | ended on
            Ava   | Mon 2 Mar 2026  |
            Ben   | Mon 2 Mar 2026  | Fri 10 Apr 2026
            Ben   | Mon 1 Jun 2026  |

            legal statuses
            child | status | began on
            Ava   | V4     | Mon 2 Mar 2026

            reviews
            child | held on
            Ava   | Mon 30 Mar 2026
            Ava   | Mon 29 Jun 2026
            Ben   | Mon 30 Mar 2026
            Ben   | Mon 29 Jun 2026
        """,
        expect="""
            child | answer
            Ava   | nothing
            Ben   | nothing
        """,
    )
