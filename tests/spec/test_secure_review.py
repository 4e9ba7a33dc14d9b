"""Have a panel of three review the keeping of a child in secure accommodation within a month."""

from goldthread.rulebook.clocks import CLOCKS

secure_review = CLOCKS["secure_review"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 1 month from Mon 2 Mar 2026.

    Within a month of the start, then at least every three months.
    """
    spec(
        secure_review,
        on="Wed 8 Apr 2026",
        record="""
            safeguarding orders
            child | kind                 | began on       | reviewed on
            Ava   | secure-accommodation | Mon 2 Mar 2026 | Thu 2 Apr 2026
            Ben   | secure-accommodation | Mon 2 Mar 2026 | Fri 3 Apr 2026
            Cal   | secure-accommodation | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due            | done           | state
            Ava   | Thu 2 Apr 2026 | Thu 2 Apr 2026 | met
            Ben   | Thu 2 Apr 2026 | Fri 3 Apr 2026 | met late
            Cal   | Thu 2 Apr 2026 |                | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Safeguarding orders: ended on: before it is due it ends, after that the breach stays."""
    spec(
        secure_review,
        on="Wed 8 Apr 2026",
        record="""
            safeguarding orders
            child | kind                 | began on       | ended on
            Ava   | secure-accommodation | Mon 2 Mar 2026 | Tue 17 Mar 2026
            Ben   | secure-accommodation | Mon 2 Mar 2026 | Sat 4 Apr 2026
            Cal   | secure-accommodation | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due            | stopped         | state
            Ava   | Thu 2 Apr 2026 | Tue 17 Mar 2026 | ended
            Ben   | Thu 2 Apr 2026 | Sat 4 Apr 2026  | lapsed
            Cal   | Thu 2 Apr 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        secure_review,
        on="Wed 8 Apr 2026",
        record="""
            safeguarding orders
            child | kind                 | began on       | withdrawn | reviewed on
            Ava   | secure-accommodation | Mon 2 Mar 2026 | yes       |
            Ben   | secure-accommodation | Mon 2 Mar 2026 |           | Sun 1 Mar 2026
            Dee   | secure-accommodation | Mon 2 Mar 2026 |           |
        """,
        expect="""
            child | due            | done | state
            Ava   |                |      | no duty
            Ben   | Thu 2 Apr 2026 |      | overdue
            Dee   | Thu 2 Apr 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        secure_review,
        on="Wed 8 Apr 2026",
        record="""
            safeguarding orders
            child | kind                 | began on       | source
            Ava   | secure-accommodation | Mon 2 Mar 2026 | return
            Ben   | secure-accommodation | Mon 2 Mar 2026 | list
            Cal   | secure-accommodation | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                            | known from | judged at
            Ben   | safeguarding orders reviewed on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due            | judged at            | state
            Ava   | Thu 2 Apr 2026 |                      | not known
            Ben   | Thu 2 Apr 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Thu 2 Apr 2026 |                      | overdue
        """,
    )
