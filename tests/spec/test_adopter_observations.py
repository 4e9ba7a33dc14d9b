"""Allow prospective adopters five working days to make observations on their report."""

from goldthread.rulebook.clocks import CLOCKS_OF_OTHERS

adopter_observations = CLOCKS_OF_OTHERS["adopter_observations"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 5 working days beginning with the day from Mon 2 Mar 2026.

    The day it was sent is day 1.
    """
    spec(
        adopter_observations,
        on="Thu 12 Mar 2026",
        record="""
            adopters
            adopter | report sent on | observations on
            Ava     | Mon 2 Mar 2026 | Fri 6 Mar 2026
            Ben     | Mon 2 Mar 2026 | Sat 7 Mar 2026
            Cal     | Mon 2 Mar 2026 |
        """,
        expect="""
            adopter | due            | done           | state
            Ava     | Fri 6 Mar 2026 | Fri 6 Mar 2026 | met
            Ben     | Fri 6 Mar 2026 | Sat 7 Mar 2026 | met late
            Cal     | Fri 6 Mar 2026 |                | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Adopters: left on: before it is due it ends, after that the breach stays."""
    spec(
        adopter_observations,
        on="Thu 12 Mar 2026",
        record="""
            adopters
            adopter | report sent on | left on
            Ava     | Mon 2 Mar 2026 | Wed 4 Mar 2026
            Ben     | Mon 2 Mar 2026 | Sun 8 Mar 2026
            Cal     | Mon 2 Mar 2026 |
        """,
        expect="""
            adopter | due            | stopped        | state
            Ava     | Fri 6 Mar 2026 | Wed 4 Mar 2026 | ended
            Ben     | Fri 6 Mar 2026 | Sun 8 Mar 2026 | lapsed
            Cal     | Fri 6 Mar 2026 |                | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        adopter_observations,
        on="Thu 12 Mar 2026",
        record="""
            adopters
            adopter | report sent on | withdrawn | observations on
            Ava     | Mon 2 Mar 2026 | yes       |
            Ben     | Mon 2 Mar 2026 |           | Sun 1 Mar 2026
            Dee     | Mon 2 Mar 2026 |           |
        """,
        expect="""
            adopter | due            | done | state
            Ava     |                |      | no duty
            Ben     | Fri 6 Mar 2026 |      | overdue
            Dee     | Fri 6 Mar 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        adopter_observations,
        on="Thu 12 Mar 2026",
        record="""
            adopters
            adopter | report sent on | source
            Ava     | Mon 2 Mar 2026 | return
            Ben     | Mon 2 Mar 2026 | list
            Cal     | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                     | known from | judged at
            Ben   | adopters observations on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            adopter | due            | judged at            | state
            Ava     | Fri 6 Mar 2026 |                      | not known
            Ben     | Fri 6 Mar 2026 | Tue 3 Mar 2026 12:00 | running
            Cal     | Fri 6 Mar 2026 |                      | overdue
        """,
    )
