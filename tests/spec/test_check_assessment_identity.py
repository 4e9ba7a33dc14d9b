"""Who a child is belongs in their assessment: what the record does not say of it by then is a gap."""

from goldthread.rulebook.gates import GATES

assessment_identity = GATES["assessment_identity"]


def test_what_is_not_recorded_of_a_child_is_named(finding):
    """Not recorded is its own answer, never no. What Cal's source leaves out cannot be told."""
    finding(
        assessment_identity,
        on="Mon 30 Mar 2026",
        record="""
            children
            child | ethnicity | first language | disabled | source
            Ava   | WBRI      | Polish         | no       |
            Ben   | WBRI      |                | unknown  |
            Cal   | WBRI      |                | no       | census

            assessments
            child | requested on   | authorised on
            Ava   | Mon 2 Feb 2026 | Mon 2 Mar 2026
            Ben   | Mon 2 Feb 2026 | Mon 2 Mar 2026
            Cal   | Mon 2 Feb 2026 | Mon 2 Mar 2026
        """,
        expect="""
            child | answer         | because
            Ava   | met            |
            Ben   | not met        | first language is not recorded; disability is not recorded
            Cal   | cannot be told | not known whether first language
        """,
    )
