"""Distribute the record of a looked-after review."""

from goldthread.rulebook.clocks import CLOCKS

review_record = CLOCKS["review_record"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 20 working days from Mon 2 Mar 2026.

    The day of the review is day 0.
    """
    spec(
        review_record,
        on="Sun 5 Apr 2026",
        record="""
            reviews
            child | held on        | record sent on
            Ava   | Mon 2 Mar 2026 | Mon 30 Mar 2026
            Ben   | Mon 2 Mar 2026 | Tue 31 Mar 2026
            Cal   | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | done            | state
            Ava   | Mon 30 Mar 2026 | Mon 30 Mar 2026 | met
            Ben   | Mon 30 Mar 2026 | Tue 31 Mar 2026 | met late
            Cal   | Mon 30 Mar 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Children: died on: before it is due it ends, after that the breach stays."""
    spec(
        review_record,
        on="Sun 5 Apr 2026",
        record="""
            children
            child | died on
            Ava   | Mon 16 Mar 2026
            Ben   | Wed 1 Apr 2026

            reviews
            child | held on
            Ava   | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026
            Cal   | Mon 2 Mar 2026
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Mon 30 Mar 2026 | Mon 16 Mar 2026 | ended
            Ben   | Mon 30 Mar 2026 | Wed 1 Apr 2026  | lapsed
            Cal   | Mon 30 Mar 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        review_record,
        on="Sun 5 Apr 2026",
        record="""
            reviews
            child | held on        | withdrawn | record sent on
            Ava   | Mon 2 Mar 2026 | yes       |
            Ben   | Mon 2 Mar 2026 |           | Sun 1 Mar 2026
            Dee   | Mon 2 Mar 2026 |           |
        """,
        expect="""
            child | due             | done | state
            Ava   |                 |      | no duty
            Ben   | Mon 30 Mar 2026 |      | overdue
            Dee   | Mon 30 Mar 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        review_record,
        on="Sun 5 Apr 2026",
        record="""
            reviews
            child | held on        | source
            Ava   | Mon 2 Mar 2026 | return
            Ben   | Mon 2 Mar 2026 | list
            Cal   | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                   | known from | judged at
            Ben   | reviews record sent on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Mon 30 Mar 2026 |                      | not known
            Ben   | Mon 30 Mar 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Mon 30 Mar 2026 |                      | overdue
        """,
    )
