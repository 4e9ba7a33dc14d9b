"""An adviser visits a care leaver in the authority's accommodation before the review that follows 28 days there."""

from goldthread.rulebook.gates import GATES

adviser_before_review = GATES["adviser_before_review"]


def test_a_visit_within_the_28_days_meets_it(finding):
    """Cal moved on before the 28 days were over, and Dee's home is not the authority's."""
    finding(
        adviser_before_review,
        on="Thu 30 Apr 2026",
        record="""
            accommodations
            child | kind        | provided by authority | began on       | ended on
            Ava   | supported   | yes                   | Mon 2 Mar 2026 |
            Ben   | supported   | yes                   | Mon 2 Mar 2026 |
            Cal   | supported   | yes                   | Mon 2 Mar 2026 | Mon 23 Mar 2026
            Dee   | independent | no                    | Mon 2 Mar 2026 |

            visits
            child | purpose      | held on         | seen
            Ava   | leaving-care | Mon 30 Mar 2026 | yes
            Ben   | leaving-care | Tue 31 Mar 2026 | yes
        """,
        expect="""
            child | on              | answer  | because
            Ava   | Mon 30 Mar 2026 | met     |
            Ben   | Mon 30 Mar 2026 | not met | no adviser visited within the 28 days
            Cal   |                 |         | nothing
            Dee   |                 |         | nothing
        """,
    )
