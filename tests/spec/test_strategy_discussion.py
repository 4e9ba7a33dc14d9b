"""Hold a strategy discussion with at least the police and health once significant harm is suspected."""

from goldthread.rulebook.clocks import CLOCKS

strategy_discussion = CLOCKS["strategy_discussion"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, and late after it: 24 hours from Mon 2 Mar 2026."""
    spec(
        strategy_discussion,
        on="Mon 9 Mar 2026 12:00",
        record="""
            strategy discussions
            child | concern at           | held at
            Ava   | Mon 2 Mar 2026 09:30 | Tue 3 Mar 2026 09:30
            Ben   | Mon 2 Mar 2026 09:30 | Tue 3 Mar 2026 09:31
            Cal   | Mon 2 Mar 2026 09:30 |
        """,
        expect="""
            child | due                  | done                 | state
            Ava   | Tue 3 Mar 2026 09:30 | Tue 3 Mar 2026 09:30 | met
            Ben   | Tue 3 Mar 2026 09:30 | Tue 3 Mar 2026 09:31 | met late
            Cal   | Tue 3 Mar 2026 09:30 |                      | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Children: died on: before it is due it ends, after that the breach stays."""
    spec(
        strategy_discussion,
        on="Mon 9 Mar 2026 12:00",
        record="""
            children
            child | died on
            Ava   | Mon 2 Mar 2026
            Ben   | Thu 5 Mar 2026

            strategy discussions
            child | concern at
            Ava   | Mon 2 Mar 2026 09:30
            Ben   | Mon 2 Mar 2026 09:30
            Cal   | Mon 2 Mar 2026 09:30
        """,
        expect="""
            child | due                  | stopped        | state
            Ava   | Tue 3 Mar 2026 09:30 | Mon 2 Mar 2026 | ended
            Ben   | Tue 3 Mar 2026 09:30 | Thu 5 Mar 2026 | lapsed
            Cal   | Tue 3 Mar 2026 09:30 |                | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing."""
    spec(
        strategy_discussion,
        on="Mon 9 Mar 2026 12:00",
        record="""
            strategy discussions
            child | concern at           | withdrawn
            Ava   | Mon 2 Mar 2026 09:30 | yes
            Dee   | Mon 2 Mar 2026 09:30 |
        """,
        expect="""
            child | due                  | done | state
            Ava   |                      |      | no duty
            Dee   | Tue 3 Mar 2026 09:30 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        strategy_discussion,
        on="Mon 9 Mar 2026 12:00",
        record="""
            strategy discussions
            child | concern at           | source
            Ava   | Mon 2 Mar 2026 09:30 | return
            Ben   | Mon 2 Mar 2026 09:30 | list
            Cal   | Mon 2 Mar 2026 09:30 |
        """,
        sources="""
            child | fact                         | known from | judged at
            Ben   | strategy discussions held at |            | Mon 2 Mar 2026 12:00
        """,
        expect="""
            child | due                  | judged at            | state
            Ava   | Tue 3 Mar 2026 09:30 |                      | not known
            Ben   | Tue 3 Mar 2026 09:30 | Mon 2 Mar 2026 12:00 | running
            Cal   | Tue 3 Mar 2026 09:30 |                      | overdue
        """,
    )
