"""Keeping in touch with care leavers: at least every eight weeks, which is our own standard."""

from goldthread.rulebook.clocks import CLOCKS

keeping_in_touch = CLOCKS["keeping_in_touch"]


def test_eight_weeks_from_each_contact_to_the_next(spec):
    """From the day they became former relevant to the first contact, then from contact to contact."""
    spec(
        keeping_in_touch,
        on="Mon 1 Jun 2026",
        record="""
            children
            child | born on
            Ava   | Sat 5 Jan 2008
            Ben   | Sat 5 Jan 2008
            Cal   | Sat 5 Jan 2008

            entitlements
            child | category        | began on
            Ava   | former-relevant | Mon 5 Jan 2026
            Ben   | former-relevant | Mon 5 Jan 2026
            Cal   | relevant        | Mon 5 Jan 2026

            keeping in touch
            child | held on        | in touch | annual
            Ava   | Mon 2 Mar 2026 | yes      | no
            Ava   | Tue 28 Apr 2026 | yes     | no
        """,
        expect="""
            child | from            | due             | state
            Ava   | Mon 5 Jan 2026  | Mon 2 Mar 2026  | met
            Ava   | Mon 2 Mar 2026  | Mon 27 Apr 2026 | met late
            Ava   | Tue 28 Apr 2026 | Tue 23 Jun 2026 | running
            Ben   | Mon 5 Jan 2026  | Mon 2 Mar 2026  | overdue
            Cal   |                 |                 | no duty
        """,
    )


def test_an_attempt_that_failed_does_not_count(spec):
    """Neither does an attempt of unknown outcome, nor the answer of an annual return, which speaks of a day and is no contact."""
    spec(
        keeping_in_touch,
        on="Tue 3 Mar 2026",
        record="""
            children
            child | born on
            Ava   | Sat 5 Jan 2008

            entitlements
            child | category        | began on
            Ava   | former-relevant | Mon 5 Jan 2026

            keeping in touch
            child | held on         | in touch | annual
            Ava   | Mon 12 Jan 2026 | no       | no
            Ava   | Mon 19 Jan 2026 |          | no
            Ava   | Mon 26 Jan 2026 | yes      | yes
        """,
        expect="""
            child | due            | state
            Ava   | Mon 2 Mar 2026 | overdue
        """,
    )


def test_the_twenty_fifth_birthday_replaces_it(spec):
    """After it nothing starts; a contact on the day itself still counts. Without a birth date nothing runs."""
    spec(
        keeping_in_touch,
        on="Fri 1 May 2026",
        record="""
            children
            child | born on
            Ava   | Mon 2 Apr 2001
            Ben   | Mon 2 Apr 2001
            Cal   | Mon 2 Apr 2001
            Dee   |

            entitlements
            child | category        | began on
            Ava   | former-relevant | Mon 2 Mar 2026
            Ben   | former-relevant | Mon 5 Jan 2026
            Cal   | former-relevant | Thu 2 Apr 2026
            Dee   | former-relevant | Mon 2 Mar 2026

            keeping in touch
            child | held on        | in touch | annual
            Ava   | Thu 2 Apr 2026 | yes      | no
        """,
        expect="""
            child | from           | due             | stopped        | state
            Ava   | Mon 2 Mar 2026 | Mon 27 Apr 2026 | Thu 2 Apr 2026 | met
            Ava   | Thu 2 Apr 2026 | Thu 28 May 2026 | Thu 2 Apr 2026 | superseded
            Ben   | Mon 5 Jan 2026 | Mon 2 Mar 2026  | Thu 2 Apr 2026 | lapsed
            Cal   |                |                 |                | no duty
            Dee   |                |                 |                | no duty
        """,
    )


def test_the_end_of_the_entitlement_ends_it(spec):
    """Two overlapping rows of standing have a clock each, and one contact serves both."""
    spec(
        keeping_in_touch,
        on="Fri 1 May 2026",
        record="""
            children
            child | born on
            Ava   | Sat 5 Jan 2008
            Ben   | Sat 5 Jan 2008

            entitlements
            child | category        | began on       | ended on
            Ava   | former-relevant | Mon 5 Jan 2026 | Mon 2 Feb 2026
            Ben   | former-relevant | Mon 5 Jan 2026 | Mon 13 Apr 2026
            Ben   | former-relevant | Mon 2 Feb 2026 |

            keeping in touch
            child | held on         | in touch | annual
            Ben   | Mon 23 Feb 2026 | yes      | no
        """,
        expect="""
            child | from            | due             | stopped         | state
            Ava   | Mon 5 Jan 2026  | Mon 2 Mar 2026  | Mon 2 Feb 2026  | ended
            Ben   | Mon 5 Jan 2026  | Mon 2 Mar 2026  | Mon 13 Apr 2026 | met
            Ben   | Mon 23 Feb 2026 | Mon 20 Apr 2026 | Mon 13 Apr 2026 | ended
            Ben   | Mon 2 Feb 2026  | Mon 30 Mar 2026 |                 | met
            Ben   | Mon 23 Feb 2026 | Mon 20 Apr 2026 |                 | overdue
        """,
    )


def test_a_source_that_holds_the_last_contact_counts_from_it(spec):
    """The list gives the latest contact alone; the return gives none, so nobody in it is late."""
    spec(
        keeping_in_touch,
        on="Fri 1 May 2026",
        record="""
            children
            child | born on
            Ava   | Sat 5 Jan 2008
            Ben   | Sat 5 Jan 2008

            entitlements
            child | category        | began on       | source
            Ava   | former-relevant | Mon 5 Jan 2026 | list
            Ben   | former-relevant | Mon 5 Jan 2026 | return

            keeping in touch
            child | held on        | in touch | annual | source
            Ava   | Mon 2 Mar 2026 | yes      | no     | list
        """,
        sources="""
            child | fact                     | known from     | judged at
            Ava   | keeping in touch held on | Mon 2 Mar 2026 | Tue 31 Mar 2026 12:00
        """,
        expect="""
            child | counted from | from           | due             | state
            Ava   | coverage     | Mon 2 Mar 2026 | Mon 27 Apr 2026 | running
            Ben   | start        | Mon 5 Jan 2026 | Mon 2 Mar 2026  | not known
        """,
    )
