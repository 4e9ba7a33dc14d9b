"""Replace an emergency protection order, or let the child go home, before its eight days end."""

from goldthread.rulebook.clocks import CLOCKS

emergency_protection_order = CLOCKS["emergency_protection_order"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, and late after it: 8 days from Mon 2 Mar 2026."""
    spec(
        emergency_protection_order,
        on="Mon 16 Mar 2026 12:00",
        record="""
            safeguarding orders
            child | kind                       | began at             | ended at
            Ava   | emergency-protection-order | Mon 2 Mar 2026 09:30 | Tue 10 Mar 2026 09:30
            Ben   | emergency-protection-order | Mon 2 Mar 2026 09:30 | Tue 10 Mar 2026 09:31
            Cal   | emergency-protection-order | Mon 2 Mar 2026 09:30 |
        """,
        expect="""
            child | due                   | done                  | state
            Ava   | Tue 10 Mar 2026 09:30 | Tue 10 Mar 2026 09:30 | met
            Ben   | Tue 10 Mar 2026 09:30 | Tue 10 Mar 2026 09:31 | met late
            Cal   | Tue 10 Mar 2026 09:30 |                       | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Children: died on: before it is due it ends, after that the breach stays."""
    spec(
        emergency_protection_order,
        on="Mon 16 Mar 2026 12:00",
        record="""
            children
            child | died on
            Ava   | Tue 3 Mar 2026
            Ben   | Thu 12 Mar 2026

            safeguarding orders
            child | kind                       | began at             | extended on
            Ava   | emergency-protection-order | Mon 2 Mar 2026 09:30 |
            Ben   | emergency-protection-order | Mon 2 Mar 2026 09:30 |
            Cal   | emergency-protection-order | Mon 2 Mar 2026 09:30 |
            Dee   | emergency-protection-order | Mon 2 Mar 2026 09:30 | Tue 3 Mar 2026
        """,
        expect="""
            child | due                   | stopped         | state
            Ava   | Tue 10 Mar 2026 09:30 | Tue 3 Mar 2026  | ended
            Ben   | Tue 10 Mar 2026 09:30 | Thu 12 Mar 2026 | lapsed
            Cal   | Tue 10 Mar 2026 09:30 |                 | overdue
            Dee   | Tue 10 Mar 2026 09:30 | Tue 3 Mar 2026  | superseded
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing."""
    spec(
        emergency_protection_order,
        on="Mon 16 Mar 2026 12:00",
        record="""
            safeguarding orders
            child | kind                       | began at             | withdrawn
            Ava   | emergency-protection-order | Mon 2 Mar 2026 09:30 | yes
            Dee   | emergency-protection-order | Mon 2 Mar 2026 09:30 |
        """,
        expect="""
            child | due                   | done | state
            Ava   |                       |      | no duty
            Dee   | Tue 10 Mar 2026 09:30 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        emergency_protection_order,
        on="Mon 16 Mar 2026 12:00",
        record="""
            safeguarding orders
            child | kind                       | began at             | source
            Ava   | emergency-protection-order | Mon 2 Mar 2026 09:30 | return
            Ben   | emergency-protection-order | Mon 2 Mar 2026 09:30 | list
            Cal   | emergency-protection-order | Mon 2 Mar 2026 09:30 |
        """,
        sources="""
            child | fact                         | known from | judged at
            Ben   | safeguarding orders ended at |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due                   | judged at            | state
            Ava   | Tue 10 Mar 2026 09:30 |                      | not known
            Ben   | Tue 10 Mar 2026 09:30 | Tue 3 Mar 2026 12:00 | running
            Cal   | Tue 10 Mar 2026 09:30 |                      | overdue
        """,
    )
