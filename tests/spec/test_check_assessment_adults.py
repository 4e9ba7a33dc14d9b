"""Fathers and other significant adults are missed: an assessment consults each whom the record knows, or says why not."""

from goldthread.rulebook.gates import GATES

assessment_adults = GATES["assessment_adults"]

KNOWN = """
            relationships
            child | kind   | person | ended on
            Ava   | mother | Marta  |
            Ava   | father | Finn   |
            Ben   | mother | Bea    |
            Ben   | father | Fred   |
            Cal   | mother | Cara   |
            Cal   | father | Carl   | Mon 5 Jan 2026
"""


def test_every_known_parent_was_consulted_or_it_says_why_not(finding):
    """Ava's father was not consulted and nothing says why. It was not safe to ask Ben's. Cal's was no longer in his life."""
    finding(
        assessment_adults,
        on="Mon 30 Mar 2026",
        record=f"""
            assessments
            child | row   | requested on   | authorised on
            Ava   | one   | Mon 2 Feb 2026 | Mon 2 Mar 2026
            Ben   | two   | Mon 2 Feb 2026 | Mon 2 Mar 2026
            Cal   | three | Mon 2 Feb 2026 | Mon 2 Mar 2026
            Dee   | four  | Mon 2 Feb 2026 |
{KNOWN}
            assessment consultations
            child | assessment | person | consulted on    | not consulted because
            Ava   | one        | Marta  | Mon 9 Feb 2026  |
            Ben   | two        | Bea    | Mon 9 Feb 2026  |
            Ben   | two        | Fred   |                 | Not safe for the mother.
            Cal   | three      | Cara   | Mon 9 Feb 2026  |
        """,
        expect="""
            child | on             | answer  | because
            Ava   | Mon 2 Mar 2026 | not met | a parent, step-parent or carer was not consulted, and it does not say why
            Ben   | Mon 2 Mar 2026 | met     |
            Cal   | Mon 2 Mar 2026 | met     |
            Dee   |                |         | nothing
        """,
    )


def test_where_no_adult_is_known_it_cannot_be_told(finding):
    """Nobody is recorded in Ava's life. What another assessment asked counts for that one alone."""
    finding(
        assessment_adults,
        on="Mon 30 Mar 2026",
        record="""
            assessments
            child | row   | requested on   | authorised on
            Ava   | one   | Mon 2 Feb 2026 | Mon 2 Mar 2026
            Ben   | two   | Thu 2 Jan 2025 | Mon 3 Feb 2025
            Ben   | three | Mon 2 Feb 2026 | Mon 2 Mar 2026

            relationships
            child | kind   | person
            Ben   | mother | Bea

            assessment consultations
            child | assessment | person | consulted on
            Ben   | two        | Bea    | Thu 9 Jan 2025
        """,
        expect="""
            child | on             | answer
            Ava   | Mon 2 Mar 2026 | cannot be told
            Ben   | Mon 3 Feb 2025 | met
            Ben   | Mon 2 Mar 2026 | not met
        """,
    )
