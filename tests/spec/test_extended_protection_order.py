"""Replace an extended emergency protection order, or let the child go home, within seven days more."""

from goldthread.rulebook.clocks import CLOCKS

extended_protection_order = CLOCKS["extended_protection_order"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 7 days from Mon 2 Mar 2026.

    Seven days from the end of the first period.
    """
    spec(
        extended_protection_order,
        on="Sun 15 Mar 2026",
        record="""
            safeguarding orders
            child | kind                       | extended on    | ended on        | began on
            Ava   | emergency-protection-order | Mon 2 Mar 2026 | Mon 9 Mar 2026  | Mon 2 Mar 2026
            Ben   | emergency-protection-order | Mon 2 Mar 2026 | Tue 10 Mar 2026 | Mon 2 Mar 2026
            Cal   | emergency-protection-order | Mon 2 Mar 2026 |                 | Mon 2 Mar 2026
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
        extended_protection_order,
        on="Sun 15 Mar 2026",
        record="""
            children
            child | died on
            Ava   | Thu 5 Mar 2026
            Ben   | Wed 11 Mar 2026

            safeguarding orders
            child | kind                       | extended on    | began on
            Ava   | emergency-protection-order | Mon 2 Mar 2026 | Mon 2 Mar 2026
            Ben   | emergency-protection-order | Mon 2 Mar 2026 | Mon 2 Mar 2026
            Cal   | emergency-protection-order | Mon 2 Mar 2026 | Mon 2 Mar 2026
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
        extended_protection_order,
        on="Sun 15 Mar 2026",
        record="""
            safeguarding orders
            child | kind                       | extended on    | withdrawn | began on       | ended on
            Ava   | emergency-protection-order | Mon 2 Mar 2026 | yes       | Mon 2 Mar 2026 |
            Ben   | emergency-protection-order | Mon 2 Mar 2026 |           | Mon 2 Mar 2026 | Sun 1 Mar 2026
            Dee   | emergency-protection-order | Mon 2 Mar 2026 |           | Mon 2 Mar 2026 |
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
        extended_protection_order,
        on="Sun 15 Mar 2026",
        record="""
            safeguarding orders
            child | kind                       | extended on    | source | began on
            Ava   | emergency-protection-order | Mon 2 Mar 2026 | return | Mon 2 Mar 2026
            Ben   | emergency-protection-order | Mon 2 Mar 2026 | list   | Mon 2 Mar 2026
            Cal   | emergency-protection-order | Mon 2 Mar 2026 |        | Mon 2 Mar 2026
        """,
        sources="""
            child | fact                         | known from | judged at
            Ben   | safeguarding orders ended on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due            | judged at            | state
            Ava   | Mon 9 Mar 2026 |                      | not known
            Ben   | Mon 9 Mar 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Mon 9 Mar 2026 |                      | overdue
        """,
    )
