"""Have a manager sign off a key decision by the next working day."""

from goldthread.rulebook.clocks import CLOCKS

decision_sign_off = CLOCKS["decision_sign_off"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 1 working day from Mon 2 Mar 2026.

    The day of the decision is day 0.
    """
    spec(
        decision_sign_off,
        on="Mon 9 Mar 2026",
        record="""
            decisions
            child | decided on     | signed off on
            Ava   | Mon 2 Mar 2026 | Tue 3 Mar 2026
            Ben   | Mon 2 Mar 2026 | Wed 4 Mar 2026
            Cal   | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due            | done           | state
            Ava   | Tue 3 Mar 2026 | Tue 3 Mar 2026 | met
            Ben   | Tue 3 Mar 2026 | Wed 4 Mar 2026 | met late
            Cal   | Tue 3 Mar 2026 |                | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Children: died on: before it is due it ends, after that the breach stays."""
    spec(
        decision_sign_off,
        on="Mon 9 Mar 2026",
        record="""
            children
            child | died on
            Ava   | Mon 2 Mar 2026
            Ben   | Thu 5 Mar 2026

            decisions
            child | decided on
            Ava   | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026
            Cal   | Mon 2 Mar 2026
        """,
        expect="""
            child | due            | stopped        | state
            Ava   | Tue 3 Mar 2026 | Mon 2 Mar 2026 | ended
            Ben   | Tue 3 Mar 2026 | Thu 5 Mar 2026 | lapsed
            Cal   | Tue 3 Mar 2026 |                | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        decision_sign_off,
        on="Mon 9 Mar 2026",
        record="""
            decisions
            child | decided on     | withdrawn | signed off on
            Ava   | Mon 2 Mar 2026 | yes       |
            Ben   | Mon 2 Mar 2026 |           | Sun 1 Mar 2026
            Dee   | Mon 2 Mar 2026 |           |
        """,
        expect="""
            child | due            | done | state
            Ava   |                |      | no duty
            Ben   | Tue 3 Mar 2026 |      | overdue
            Dee   | Tue 3 Mar 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        decision_sign_off,
        on="Mon 9 Mar 2026",
        record="""
            decisions
            child | decided on     | source
            Ava   | Mon 2 Mar 2026 | return
            Ben   | Mon 2 Mar 2026 | list
            Cal   | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                    | known from | judged at
            Ben   | decisions signed off on |            | Mon 2 Mar 2026 12:00
        """,
        expect="""
            child | due            | judged at            | state
            Ava   | Tue 3 Mar 2026 |                      | not known
            Ben   | Tue 3 Mar 2026 | Mon 2 Mar 2026 12:00 | running
            Cal   | Tue 3 Mar 2026 |                      | overdue
        """,
    )
