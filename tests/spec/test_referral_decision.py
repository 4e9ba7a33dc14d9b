"""Deciding what follows a referral: by the end of the next working day."""

from goldthread.rulebook.clocks import CLOCKS

referral_decision = CLOCKS["referral_decision"]


def test_it_is_due_by_the_end_of_the_next_working_day(spec):
    """The day of receipt is day 0, whatever the hour: a Saturday night and a Friday are both due on the Monday."""
    spec(
        referral_decision,
        on="Tue 24 Nov 2026",
        record="""
            referrals
            child | received at           | decided on
            Ava   | Mon 16 Nov 2026 09:00 | Tue 17 Nov 2026
            Ben   | Fri 20 Nov 2026 16:55 | Tue 24 Nov 2026
            Cal   | Sat 21 Nov 2026 22:10 |
            Dee   | Mon 23 Nov 2026       |
            Eve   | Mon 16 Nov 2026 09:00 | Mon 16 Nov 2026
        """,
        expect="""
            child | due             | done            | state
            Ava   | Tue 17 Nov 2026 | Tue 17 Nov 2026 | met
            Ben   | Mon 23 Nov 2026 | Tue 24 Nov 2026 | met late
            Cal   | Mon 23 Nov 2026 |                 | overdue
            Dee   | Tue 24 Nov 2026 |                 | running
            Eve   | Tue 17 Nov 2026 | Mon 16 Nov 2026 | met
        """,
    )


def test_good_friday_and_easter_monday_do_not_count(spec):
    """Received on Maundy Thursday afternoon, due on the Tuesday after Easter."""
    spec(
        referral_decision,
        on="Tue 7 Apr 2026",
        record="""
            referrals
            child | received at
            Ava   | Thu 2 Apr 2026 16:30
        """,
        expect="""
            child | due            | state
            Ava   | Tue 7 Apr 2026 | running
        """,
    )


def test_the_day_is_the_local_one(spec):
    """In summer, half past midnight in England is still yesterday in UTC."""
    spec(
        referral_decision,
        on="Wed 3 Jun 2026 00:10",
        record="""
            referrals
            child | received at
            Ava   | Tue 2 Jun 2026 00:30
            Ben   | Mon 1 Jun 2026 23:30
        """,
        expect="""
            child | from           | due            | state
            Ava   | Tue 2 Jun 2026 | Wed 3 Jun 2026 | running
            Ben   | Mon 1 Jun 2026 | Tue 2 Jun 2026 | overdue
        """,
    )


def test_each_referral_has_its_own_decision(spec):
    """New information is a new row and not a new start; one decision never answers two referrals."""
    spec(
        referral_decision,
        on="Wed 4 Mar 2026",
        record="""
            referrals
            child | received on    | decided on
            Ava   | Mon 2 Mar 2026 |
            Ava   | Mon 2 Mar 2026 | Tue 3 Mar 2026
        """,
        expect="""
            child | due            | state
            Ava   | Tue 3 Mar 2026 | overdue
            Ava   | Tue 3 Mar 2026 | met
        """,
    )


def test_a_referral_closed_without_a_decision_ended_or_lapsed(spec):
    """A decision on the day of closing still counts; one dated before the referral, or after its closing, does not."""
    spec(
        referral_decision,
        on="Fri 6 Mar 2026",
        record="""
            children
            child | died on
            Eve   | Tue 3 Mar 2026

            referrals
            child | received on    | decided on     | closed on
            Ava   | Mon 2 Mar 2026 |                | Tue 3 Mar 2026
            Ben   | Mon 2 Mar 2026 |                | Wed 4 Mar 2026
            Cal   | Mon 2 Mar 2026 | Wed 4 Mar 2026 | Wed 4 Mar 2026
            Dee   | Mon 2 Mar 2026 | Fri 6 Mar 2026 | Wed 4 Mar 2026
            Eve   | Mon 2 Mar 2026 |                |
            Fay   | Mon 2 Mar 2026 | Fri 27 Feb 2026 |
            Gil   | Mon 2 Mar 2026 |                | Mon 2 Mar 2026
        """,
        expect="""
            child | due            | stopped        | state
            Ava   | Tue 3 Mar 2026 | Tue 3 Mar 2026 | ended
            Ben   | Tue 3 Mar 2026 | Wed 4 Mar 2026 | lapsed
            Cal   | Tue 3 Mar 2026 | Wed 4 Mar 2026 | met late
            Dee   | Tue 3 Mar 2026 | Wed 4 Mar 2026 | lapsed
            Eve   | Tue 3 Mar 2026 | Tue 3 Mar 2026 | ended
            Fay   | Tue 3 Mar 2026 |                | overdue
            Gil   | Tue 3 Mar 2026 | Mon 2 Mar 2026 | ended
        """,
    )


def test_the_number_of_2026_is_not_confirmed(spec):
    """Its text was not read. A referral of the day before it came into force goes by the edition before it."""
    spec(
        referral_decision,
        on="Fri 20 Mar 2026",
        record="""
            referrals
            child | received on     | decided on
            Ava   | Tue 17 Mar 2026 | Wed 18 Mar 2026
            Ben   | Wed 18 Mar 2026 | Wed 18 Mar 2026
            Cal   | Fri 12 Apr 2013 | Fri 12 Apr 2013
        """,
        expect="""
            child | edition         | confirmed | state
            Ava   | Mon 15 Apr 2013 | yes       | met
            Ben   | Wed 18 Mar 2026 | no        | met
            Cal   |                 |           | no duty
        """,
    )


def test_a_source_that_holds_no_decisions_makes_nobody_late(spec):
    """The census holds none. The list holds them, is judged at its own date, and so are decisions on its rows."""
    spec(
        referral_decision,
        on="Fri 1 May 2026",
        record="""
            referrals
            child | received on     | decided on      | source
            Ava   | Mon 2 Mar 2026  |                 | census
            Ben   | Mon 30 Mar 2026 |                 | list
            Cal   | Fri 27 Mar 2026 |                 | list
            Dee   | Mon 2 Mar 2026  | Thu 5 Mar 2026  | census
        """,
        sources="""
            child | fact                 | known from | judged at
            Ben   | referrals decided on |            | Tue 31 Mar 2026 23:59
            Cal   | referrals decided on |            | Tue 31 Mar 2026 23:59
        """,
        expect="""
            child | due             | state
            Ava   | Tue 3 Mar 2026  | not known
            Ben   | Tue 31 Mar 2026 | running
            Cal   | Mon 30 Mar 2026 | overdue
            Dee   | Tue 3 Mar 2026  | met late
        """,
    )
