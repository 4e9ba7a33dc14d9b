"""Reach the scorecard's threshold: four months from the court's authority to place to a match."""

from goldthread.rulebook.clocks import CLOCKS

order_to_match = CLOCKS["order_to_match"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 121 days from Mon 2 Mar 2026.

    An indicator and no duty to a child: zero where the match came first.
    """
    spec(
        order_to_match,
        on="Tue 7 Jul 2026",
        record="""
            permanences
            child | placement order on | matched on
            Ava   | Mon 2 Mar 2026     | Wed 1 Jul 2026
            Ben   | Mon 2 Mar 2026     | Thu 2 Jul 2026
            Cal   | Mon 2 Mar 2026     |
        """,
        expect="""
            child | due            | done           | state
            Ava   | Wed 1 Jul 2026 | Wed 1 Jul 2026 | met
            Ben   | Wed 1 Jul 2026 | Thu 2 Jul 2026 | met late
            Cal   | Wed 1 Jul 2026 |                | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Permanences: reversed on: before it is due it ends, after that the breach stays."""
    spec(
        order_to_match,
        on="Tue 7 Jul 2026",
        record="""
            permanences
            child | placement order on | reversed on
            Ava   | Mon 2 Mar 2026     | Fri 1 May 2026
            Ben   | Mon 2 Mar 2026     | Fri 3 Jul 2026
            Cal   | Mon 2 Mar 2026     |
        """,
        expect="""
            child | due            | stopped        | state
            Ava   | Wed 1 Jul 2026 | Fri 1 May 2026 | ended
            Ben   | Wed 1 Jul 2026 | Fri 3 Jul 2026 | lapsed
            Cal   | Wed 1 Jul 2026 |                | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        order_to_match,
        on="Tue 7 Jul 2026",
        record="""
            permanences
            child | placement order on | withdrawn | matched on
            Ava   | Mon 2 Mar 2026     | yes       |
            Ben   | Mon 2 Mar 2026     |           | Sun 1 Mar 2026
            Dee   | Mon 2 Mar 2026     |           |
        """,
        expect="""
            child | due            | done | state
            Ava   |                |      | no duty
            Ben   | Wed 1 Jul 2026 |      | overdue
            Dee   | Wed 1 Jul 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        order_to_match,
        on="Tue 7 Jul 2026",
        record="""
            permanences
            child | placement order on | source
            Ava   | Mon 2 Mar 2026     | return
            Ben   | Mon 2 Mar 2026     | list
            Cal   | Mon 2 Mar 2026     |
        """,
        sources="""
            child | fact                   | known from | judged at
            Ben   | permanences matched on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due            | judged at            | state
            Ava   | Wed 1 Jul 2026 |                      | not known
            Ben   | Wed 1 Jul 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Wed 1 Jul 2026 |                      | overdue
        """,
    )
