"""Agree a plan with the family once an assessment finds that the child needs services."""

from goldthread.rulebook.clocks import CLOCKS

in_need_plan = CLOCKS["in_need_plan"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 10 working days from Mon 2 Mar 2026.

    The day the assessment was authorised is day 0. Cal's safety plan is for now, and answers nothing.
    """
    spec(
        in_need_plan,
        on="Sun 22 Mar 2026",
        record="""
            assessments
            child | needs support | authorised on  | requested on
            Ava   | yes           | Mon 2 Mar 2026 | Mon 2 Mar 2026
            Ben   | yes           | Mon 2 Mar 2026 | Mon 2 Mar 2026
            Cal   | yes           | Mon 2 Mar 2026 | Mon 2 Mar 2026

            plans
            child | kind             | began on
            Ava   | child-in-need    | Mon 16 Mar 2026
            Ben   | child-protection | Tue 17 Mar 2026
            Cal   | safety           | Mon 9 Mar 2026
        """,
        expect="""
            child | due             | done            | state
            Ava   | Mon 16 Mar 2026 | Mon 16 Mar 2026 | met
            Ben   | Mon 16 Mar 2026 | Tue 17 Mar 2026 | met late
            Cal   | Mon 16 Mar 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Referrals: closed on: before it is due it ends, after that the breach stays."""
    spec(
        in_need_plan,
        on="Sun 22 Mar 2026",
        record="""
            referrals
            child | closed on       | row | received on
            Ava   | Mon 9 Mar 2026  | a   | Mon 2 Mar 2026
            Ben   | Wed 18 Mar 2026 | b   | Mon 2 Mar 2026

            assessments
            child | needs support | authorised on  | requested on   | referral
            Ava   | yes           | Mon 2 Mar 2026 | Mon 2 Mar 2026 | a
            Ben   | yes           | Mon 2 Mar 2026 | Mon 2 Mar 2026 | b
            Cal   | yes           | Mon 2 Mar 2026 | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Mon 16 Mar 2026 | Mon 9 Mar 2026  | ended
            Ben   | Mon 16 Mar 2026 | Wed 18 Mar 2026 | lapsed
            Cal   | Mon 16 Mar 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing; nor does what was done too early."""
    spec(
        in_need_plan,
        on="Sun 22 Mar 2026",
        record="""
            assessments
            child | needs support | authorised on  | withdrawn | requested on
            Ava   | yes           | Mon 2 Mar 2026 | yes       | Mon 2 Mar 2026
            Ben   | yes           | Mon 2 Mar 2026 |           | Mon 2 Mar 2026
            Cal   | yes           | Mon 2 Mar 2026 |           | Mon 2 Mar 2026
            Dee   | yes           | Mon 2 Mar 2026 |           | Mon 2 Mar 2026

            plans
            child | began on        | withdrawn
            Ben   | Mon 16 Mar 2026 | yes
            Cal   | Sun 1 Mar 2026  |
        """,
        expect="""
            child | due             | done | state
            Ava   |                 |      | no duty
            Ben   | Mon 16 Mar 2026 |      | overdue
            Cal   | Mon 16 Mar 2026 |      | overdue
            Dee   | Mon 16 Mar 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        in_need_plan,
        on="Sun 22 Mar 2026",
        record="""
            assessments
            child | needs support | authorised on  | source | requested on
            Ava   | yes           | Mon 2 Mar 2026 | return | Mon 2 Mar 2026
            Ben   | yes           | Mon 2 Mar 2026 | list   | Mon 2 Mar 2026
            Cal   | yes           | Mon 2 Mar 2026 |        | Mon 2 Mar 2026
        """,
        sources="""
            child | fact           | known from | judged at
            Ben   | plans began on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Mon 16 Mar 2026 |                      | not known
            Ben   | Mon 16 Mar 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Mon 16 Mar 2026 |                      | overdue
        """,
    )
