"""An assessment of a child whom nobody saw assesses papers."""

from goldthread.rulebook.gates import GATES

assessment_child_seen = GATES["assessment_child_seen"]


def test_the_child_was_seen_was_not_or_it_is_not_known(finding):
    """A withdrawn assessment is asked nothing."""
    finding(
        assessment_child_seen,
        on="Mon 30 Mar 2026",
        record="""
            assessments
            child | requested on   | authorised on  | child seen | withdrawn
            Ava   | Mon 2 Feb 2026 | Mon 2 Mar 2026 | yes        |
            Ben   | Mon 2 Feb 2026 | Mon 2 Mar 2026 | no         |
            Cal   | Mon 2 Feb 2026 | Mon 2 Mar 2026 | unknown    |
            Dee   | Mon 2 Feb 2026 | Mon 2 Mar 2026 | no         | yes
        """,
        expect="""
            child | answer         | because
            Ava   | met            |
            Ben   | not met        | the child was not seen
            Cal   | cannot be told | not known whether the child was seen
            Dee   |                | nothing
        """,
    )
