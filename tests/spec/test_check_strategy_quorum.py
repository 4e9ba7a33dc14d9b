"""A strategy discussion between police and social care alone is not one: health and whoever referred belong to it."""

from goldthread.rulebook.gates import GATES

strategy_quorum = GATES["strategy_quorum"]


def test_police_health_and_the_referrer_all_took_part(finding):
    """Ava's discussion was whole. Ben's was between the police and social care, which inspectors found too often."""
    finding(
        strategy_quorum,
        on="Mon 9 Mar 2026",
        record="""
            strategy discussions
            child | row | concern on     | held on
            Ava   | one | Mon 2 Mar 2026 | Tue 3 Mar 2026
            Ben   | two | Mon 2 Mar 2026 | Tue 3 Mar 2026

            strategy attendees
            child | strategy discussion | agency      | attended
            Ava   | one                 | social-care | yes
            Ava   | one                 | police      | yes
            Ava   | one                 | health      | yes
            Ava   | one                 | referrer    | yes
            Ben   | two                 | social-care | yes
            Ben   | two                 | police      | yes
        """,
        expect="""
            child | on             | answer  | because
            Ava   | Tue 3 Mar 2026 | met     |
            Ben   | Tue 3 Mar 2026 | not met | health took no part; whoever made the referral took no part
        """,
    )


def test_who_was_asked_and_stayed_away_took_no_part(finding):
    """Health was asked to Ava's and did not come. Whether health came to Ben's was not written down."""
    finding(
        strategy_quorum,
        on="Mon 9 Mar 2026",
        record="""
            strategy discussions
            child | row | concern on     | held on
            Ava   | one | Mon 2 Mar 2026 | Tue 3 Mar 2026
            Ben   | two | Mon 2 Mar 2026 | Tue 3 Mar 2026

            strategy attendees
            child | strategy discussion | agency   | attended
            Ava   | one                 | police   | yes
            Ava   | one                 | health   | no
            Ava   | one                 | referrer | yes
            Ben   | two                 | police   | yes
            Ben   | two                 | health   |
            Ben   | two                 | referrer | yes
        """,
        expect="""
            child | on             | answer         | because
            Ava   | Tue 3 Mar 2026 | not met        | health took no part
            Ben   | Tue 3 Mar 2026 | cannot be told | not known whether health took part
        """,
    )


def test_a_source_that_holds_no_attendance_cannot_tell(finding):
    """Ava's discussion was brought in from a source without attendance; Ben's was recorded here, and nobody is named."""
    finding(
        strategy_quorum,
        on="Mon 9 Mar 2026",
        record="""
            strategy discussions
            child | concern on     | held on        | source
            Ava   | Mon 2 Mar 2026 | Tue 3 Mar 2026 | extract
            Ben   | Mon 2 Mar 2026 | Tue 3 Mar 2026 |
            Cal   | Mon 2 Mar 2026 |                |
        """,
        expect="""
            child | answer
            Ava   | cannot be told
            Ben   | not met
            Cal   | nothing
        """,
    )
