"""Tell those who must know of a placement in writing before it, or else within five working days."""

from goldthread.rulebook.clocks import CLOCKS

placement_notification = CLOCKS["placement_notification"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, and late after it: 5 working days from Mon 2 Mar 2026."""
    spec(
        placement_notification,
        on="Sun 15 Mar 2026",
        record="""
            placements
            child | began on       | notified on
            Ava   | Mon 2 Mar 2026 | Mon 9 Mar 2026
            Ben   | Mon 2 Mar 2026 | Tue 10 Mar 2026
            Cal   | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due            | done            | state
            Ava   | Mon 9 Mar 2026 | Mon 9 Mar 2026  | met
            Ben   | Mon 9 Mar 2026 | Tue 10 Mar 2026 | met late
            Cal   | Mon 9 Mar 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Children: died on: before it is due it ends, after that the breach stays."""
    spec(
        placement_notification,
        on="Sun 15 Mar 2026",
        record="""
            children
            child | died on
            Ava   | Thu 5 Mar 2026
            Ben   | Wed 11 Mar 2026

            placements
            child | began on
            Ava   | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026
            Cal   | Mon 2 Mar 2026
        """,
        expect="""
            child | due            | stopped         | state
            Ava   | Mon 9 Mar 2026 | Thu 5 Mar 2026  | ended
            Ben   | Mon 9 Mar 2026 | Wed 11 Mar 2026 | lapsed
            Cal   | Mon 9 Mar 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing."""
    spec(
        placement_notification,
        on="Sun 15 Mar 2026",
        record="""
            placements
            child | began on       | withdrawn
            Ava   | Mon 2 Mar 2026 | yes
            Dee   | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due            | done | state
            Ava   |                |      | no duty
            Dee   | Mon 9 Mar 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        placement_notification,
        on="Sun 15 Mar 2026",
        record="""
            placements
            child | began on       | source
            Ava   | Mon 2 Mar 2026 | return
            Ben   | Mon 2 Mar 2026 | list
            Cal   | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                   | known from | judged at
            Ben   | placements notified on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due            | judged at            | state
            Ava   | Mon 9 Mar 2026 |                      | not known
            Ben   | Mon 9 Mar 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Mon 9 Mar 2026 |                      | overdue
        """,
    )
