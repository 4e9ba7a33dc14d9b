"""Have the agency's decision-maker decide once the panel's recommendation and minutes are there."""

from goldthread.rulebook.clocks import CLOCKS

adoption_decision = CLOCKS["adoption_decision"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 7 working days from Mon 2 Mar 2026.

    The day the recommendation and final minutes were received is day 0.
    """
    spec(
        adoption_decision,
        on="Tue 17 Mar 2026",
        record="""
            permanences
            child | recommended on | decided on
            Ava   | Mon 2 Mar 2026 | Wed 11 Mar 2026
            Ben   | Mon 2 Mar 2026 | Thu 12 Mar 2026
            Cal   | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | done            | state
            Ava   | Wed 11 Mar 2026 | Wed 11 Mar 2026 | met
            Ben   | Wed 11 Mar 2026 | Thu 12 Mar 2026 | met late
            Cal   | Wed 11 Mar 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Permanences: reversed on: before it is due it ends, after that the breach stays."""
    spec(
        adoption_decision,
        on="Tue 17 Mar 2026",
        record="""
            permanences
            child | recommended on | reversed on
            Ava   | Mon 2 Mar 2026 | Fri 6 Mar 2026
            Ben   | Mon 2 Mar 2026 | Fri 13 Mar 2026
            Cal   | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Wed 11 Mar 2026 | Fri 6 Mar 2026  | ended
            Ben   | Wed 11 Mar 2026 | Fri 13 Mar 2026 | lapsed
            Cal   | Wed 11 Mar 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        adoption_decision,
        on="Tue 17 Mar 2026",
        record="""
            permanences
            child | recommended on | withdrawn | decided on
            Ava   | Mon 2 Mar 2026 | yes       |
            Ben   | Mon 2 Mar 2026 |           | Sun 1 Mar 2026
            Dee   | Mon 2 Mar 2026 |           |
        """,
        expect="""
            child | due             | done | state
            Ava   |                 |      | no duty
            Ben   | Wed 11 Mar 2026 |      | overdue
            Dee   | Wed 11 Mar 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        adoption_decision,
        on="Tue 17 Mar 2026",
        record="""
            permanences
            child | recommended on | source
            Ava   | Mon 2 Mar 2026 | return
            Ben   | Mon 2 Mar 2026 | list
            Cal   | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                   | known from | judged at
            Ben   | permanences decided on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Wed 11 Mar 2026 |                      | not known
            Ben   | Wed 11 Mar 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Wed 11 Mar 2026 |                      | overdue
        """,
    )
