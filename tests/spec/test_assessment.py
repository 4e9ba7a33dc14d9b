"""Child and family assessments: complete within 45 working days."""

from goldthread.rulebook.clocks import CLOCKS

assessment = CLOCKS["assessment"]


def test_it_is_due_in_45_working_days_from_the_referral(spec):
    """From 2 March 2026 over Easter and the early May holiday; a manager's authorisation completes it."""
    spec(
        assessment,
        on="Fri 8 May 2026",
        record="""
            assessments
            child | requested on   | began on       | authorised on
            Ava   | Mon 2 Mar 2026 | Mon 9 Mar 2026 | Thu 7 May 2026
            Ben   | Mon 2 Mar 2026 | Mon 9 Mar 2026 | Fri 8 May 2026
            Cal   | Mon 2 Mar 2026 | Mon 9 Mar 2026 |
            Dee   | Tue 3 Mar 2026 |                |
        """,
        expect="""
            child | from           | due            | state
            Ava   | Mon 2 Mar 2026 | Thu 7 May 2026 | met
            Ben   | Mon 2 Mar 2026 | Thu 7 May 2026 | met late
            Cal   | Mon 2 Mar 2026 | Thu 7 May 2026 | overdue
            Dee   | Tue 3 Mar 2026 | Fri 8 May 2026 | running
        """,
    )


def test_a_later_assessment_of_an_open_case_has_its_own_start(spec):
    """It counts from the day it was decided on, and a first assessment that is still open does not take its authorisation."""
    spec(
        assessment,
        on="Tue 1 Sep 2026",
        record="""
            assessments
            child | requested on   | authorised on
            Ava   | Mon 2 Mar 2026 |
            Ava   | Mon 1 Jun 2026 | Fri 31 Jul 2026
        """,
        expect="""
            child | from           | due            | state
            Ava   | Mon 2 Mar 2026 | Thu 7 May 2026 | overdue
            Ava   | Mon 1 Jun 2026 | Mon 3 Aug 2026 | met
        """,
    )


def test_closing_its_own_referral_ends_it(spec):
    """Another referral of the same child, closed meanwhile, ends nothing; nor does one where the assessment names none."""
    spec(
        assessment,
        on="Wed 13 May 2026",
        record="""
            referrals
            child | row   | received on    | closed on
            Ava   | first | Mon 2 Mar 2026 | Fri 27 Mar 2026
            Ben   | early | Mon 5 Jan 2026 | Fri 27 Mar 2026
            Ben   | later | Mon 2 Mar 2026 |
            Cal   | only  | Mon 2 Mar 2026 | Fri 8 May 2026
            Dee   | other | Mon 2 Mar 2026 | Fri 27 Mar 2026

            assessments
            child | referral | requested on
            Ava   | first    | Mon 2 Mar 2026
            Ben   | later    | Mon 2 Mar 2026
            Cal   | only     | Mon 2 Mar 2026
            Dee   |          | Mon 2 Mar 2026
        """,
        expect="""
            child | due            | stopped         | state
            Ava   | Thu 7 May 2026 | Fri 27 Mar 2026 | ended
            Ben   | Thu 7 May 2026 |                 | overdue
            Cal   | Thu 7 May 2026 | Fri 8 May 2026  | lapsed
            Dee   | Thu 7 May 2026 |                 | overdue
        """,
    )


def test_an_authorisation_withdrawn_with_its_row_takes_the_duty_with_it(spec):
    """A row entered in error is not there: neither its start nor its end."""
    spec(
        assessment,
        on="Wed 13 May 2026",
        record="""
            assessments
            child | requested on   | authorised on  | withdrawn
            Ava   | Mon 2 Mar 2026 | Thu 7 May 2026 | yes
            Ava   | Mon 9 Mar 2026 |                |
        """,
        expect="""
            child | from           | due             | state
            Ava   | Mon 9 Mar 2026 | Thu 14 May 2026 | running
        """,
    )


def test_an_authorisation_after_today_has_not_happened_yet(spec):
    """A date in the future completes nothing until it comes."""
    spec(
        assessment,
        on="Fri 8 May 2026",
        record="""
            assessments
            child | requested on   | authorised on
            Ava   | Mon 2 Mar 2026 | Sat 9 May 2026
        """,
        expect="""
            child | due            | done | state
            Ava   | Thu 7 May 2026 |      | overdue
        """,
    )


def test_a_source_without_authorisations_makes_nobody_late(spec):
    """Ava's source holds none; Ben's does."""
    spec(
        assessment,
        on="Wed 13 May 2026",
        record="""
            assessments
            child | requested on   | source
            Ava   | Mon 2 Mar 2026 | list
            Ben   | Mon 2 Mar 2026 | census
        """,
        sources="""
            child | fact                      | known from     | judged at
            Ben   | assessments authorised on | Wed 1 Apr 2026 | Fri 8 May 2026 12:00
        """,
        expect="""
            child | due            | state
            Ava   | Thu 7 May 2026 | not known
            Ben   | Thu 7 May 2026 | overdue
        """,
    )
