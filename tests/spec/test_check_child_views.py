"""A child of four or older speaks at their review, or somebody speaks for them."""

from goldthread.rulebook.gates import GATES

child_views = GATES["child_views"]


def test_views_are_heard_or_conveyed(finding):
    """PN0 is under four; PN1 attends and speaks; PN4 attends and says nothing; PN7 is neither there nor heard."""
    finding(
        child_views,
        on="Thu 30 Apr 2026",
        record="""
            reviews
            child | held on         | participation
            Ava   | Mon 30 Mar 2026 | PN0
            Ben   | Mon 30 Mar 2026 | PN1
            Cal   | Mon 30 Mar 2026 | PN4
            Dee   | Mon 30 Mar 2026 | PN7
            Eve   | Mon 30 Mar 2026 |
        """,
        expect="""
            child | answer         | because
            Ava   | met            |
            Ben   | met            |
            Cal   | not met        | the child's views were not heard or conveyed
            Dee   | not met        | the child's views were not heard or conveyed
            Eve   | cannot be told | not known whether the child's views were heard or conveyed
        """,
    )
