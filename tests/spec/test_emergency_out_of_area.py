"""Complete the steps that an emergency placement outside the area leaves for afterwards."""

from goldthread.rulebook.clocks import CLOCKS

emergency_out_of_area = CLOCKS["emergency_out_of_area"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 5 working days from Mon 2 Mar 2026.

    The day the nominated officer approved it is day 0, not the start of the placement.
    """
    spec(
        emergency_out_of_area,
        on="Sun 15 Mar 2026",
        record="""
            placements
            child | emergency approved on | emergency completed on | began on
            Ava   | Mon 2 Mar 2026        | Mon 9 Mar 2026         | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026        | Tue 10 Mar 2026        | Mon 2 Mar 2026
            Cal   | Mon 2 Mar 2026        |                        | Mon 2 Mar 2026
        """,
        expect="""
            child | due            | done            | state
            Ava   | Mon 9 Mar 2026 | Mon 9 Mar 2026  | met
            Ben   | Mon 9 Mar 2026 | Tue 10 Mar 2026 | met late
            Cal   | Mon 9 Mar 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Placements: ended on: before it is due it ends, after that the breach stays."""
    spec(
        emergency_out_of_area,
        on="Sun 15 Mar 2026",
        record="""
            placements
            child | emergency approved on | ended on        | began on
            Ava   | Mon 2 Mar 2026        | Thu 5 Mar 2026  | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026        | Wed 11 Mar 2026 | Mon 2 Mar 2026
            Cal   | Mon 2 Mar 2026        |                 | Mon 2 Mar 2026
        """,
        expect="""
            child | due            | stopped         | state
            Ava   | Mon 9 Mar 2026 | Thu 5 Mar 2026  | ended
            Ben   | Mon 9 Mar 2026 | Wed 11 Mar 2026 | lapsed
            Cal   | Mon 9 Mar 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        emergency_out_of_area,
        on="Sun 15 Mar 2026",
        record="""
            placements
            child | emergency approved on | withdrawn | began on       | emergency completed on
            Ava   | Mon 2 Mar 2026        | yes       | Mon 2 Mar 2026 |
            Ben   | Mon 2 Mar 2026        |           | Mon 2 Mar 2026 | Sun 1 Mar 2026
            Dee   | Mon 2 Mar 2026        |           | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due            | done | state
            Ava   |                |      | no duty
            Ben   | Mon 9 Mar 2026 |      | overdue
            Dee   | Mon 9 Mar 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        emergency_out_of_area,
        on="Sun 15 Mar 2026",
        record="""
            placements
            child | emergency approved on | source | began on
            Ava   | Mon 2 Mar 2026        | return | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026        | list   | Mon 2 Mar 2026
            Cal   | Mon 2 Mar 2026        |        | Mon 2 Mar 2026
        """,
        sources="""
            child | fact                              | known from | judged at
            Ben   | placements emergency completed on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due            | judged at            | state
            Ava   | Mon 9 Mar 2026 |                      | not known
            Ben   | Mon 9 Mar 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Mon 9 Mar 2026 |                      | overdue
        """,
    )
