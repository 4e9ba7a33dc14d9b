"""Wait 28 days for representations or an independent review before deciding against a foster carer."""

from goldthread.rulebook.clocks import CLOCKS_OF_OTHERS

fostering_determination = CLOCKS_OF_OTHERS["fostering_determination"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 28 days from Mon 2 Mar 2026.

    Calendar days from the date of the determination.
    """
    spec(
        fostering_determination,
        on="Sun 5 Apr 2026",
        record="""
            carer households
            household | determined on  | represented on
            Ava       | Mon 2 Mar 2026 | Mon 30 Mar 2026
            Ben       | Mon 2 Mar 2026 | Tue 31 Mar 2026
            Cal       | Mon 2 Mar 2026 |
        """,
        expect="""
            household | due             | done            | state
            Ava       | Mon 30 Mar 2026 | Mon 30 Mar 2026 | met
            Ben       | Mon 30 Mar 2026 | Tue 31 Mar 2026 | met late
            Cal       | Mon 30 Mar 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Carer households: ended on: before it is due it ends, after that the breach stays."""
    spec(
        fostering_determination,
        on="Sun 5 Apr 2026",
        record="""
            carer households
            household | determined on  | ended on
            Ava       | Mon 2 Mar 2026 | Mon 16 Mar 2026
            Ben       | Mon 2 Mar 2026 | Wed 1 Apr 2026
            Cal       | Mon 2 Mar 2026 |
        """,
        expect="""
            household | due             | stopped         | state
            Ava       | Mon 30 Mar 2026 | Mon 16 Mar 2026 | ended
            Ben       | Mon 30 Mar 2026 | Wed 1 Apr 2026  | lapsed
            Cal       | Mon 30 Mar 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        fostering_determination,
        on="Sun 5 Apr 2026",
        record="""
            carer households
            household | determined on  | withdrawn | represented on
            Ava       | Mon 2 Mar 2026 | yes       |
            Ben       | Mon 2 Mar 2026 |           | Sun 1 Mar 2026
            Dee       | Mon 2 Mar 2026 |           |
        """,
        expect="""
            household | due             | done | state
            Ava       |                 |      | no duty
            Ben       | Mon 30 Mar 2026 |      | overdue
            Dee       | Mon 30 Mar 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        fostering_determination,
        on="Sun 5 Apr 2026",
        record="""
            carer households
            household | determined on  | source
            Ava       | Mon 2 Mar 2026 | return
            Ben       | Mon 2 Mar 2026 | list
            Cal       | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                            | known from | judged at
            Ben   | carer households represented on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            household | due             | judged at            | state
            Ava       | Mon 30 Mar 2026 |                      | not known
            Ben       | Mon 30 Mar 2026 | Tue 3 Mar 2026 12:00 | running
            Cal       | Mon 30 Mar 2026 |                      | overdue
        """,
    )
