"""A social worker talks with the reviewing officer before each review."""

from goldthread.rulebook.gates import GATES

officer_consulted = GATES["officer_consulted"]


def test_the_officer_is_consulted_before_the_review_not_after(finding):
    """What a source does not hold of Dee's review cannot be told."""
    finding(
        officer_consulted,
        on="Thu 30 Apr 2026",
        record="""
            reviews
            child | held on         | officer consulted on | source
            Ava   | Mon 30 Mar 2026 | Mon 9 Mar 2026       |
            Ben   | Mon 30 Mar 2026 | Tue 31 Mar 2026      |
            Cal   | Mon 30 Mar 2026 |                      |
            Dee   | Mon 30 Mar 2026 |                      | return
        """,
        expect="""
            child | answer         | because
            Ava   | met            |
            Ben   | not met        | the reviewing officer was not consulted
            Cal   | not met        | the reviewing officer was not consulted
            Dee   | cannot be told | not known whether the reviewing officer was consulted
        """,
    )
