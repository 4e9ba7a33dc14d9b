"""Send information to somebody who asks about fostering, and arrange a first visit."""

from goldthread.rulebook.clocks import CLOCKS_OF_OTHERS

fostering_enquiry = CLOCKS_OF_OTHERS["fostering_enquiry"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 5 working days from Mon 2 Mar 2026.

    The day of the enquiry is day 0.
    """
    spec(
        fostering_enquiry,
        on="Sun 15 Mar 2026",
        record="""
            carer households
            household | enquired on    | information sent on
            Ava       | Mon 2 Mar 2026 | Mon 9 Mar 2026
            Ben       | Mon 2 Mar 2026 | Tue 10 Mar 2026
            Cal       | Mon 2 Mar 2026 |
        """,
        expect="""
            household | due            | done            | state
            Ava       | Mon 9 Mar 2026 | Mon 9 Mar 2026  | met
            Ben       | Mon 9 Mar 2026 | Tue 10 Mar 2026 | met late
            Cal       | Mon 9 Mar 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Carer households: ended on: before it is due it ends, after that the breach stays."""
    spec(
        fostering_enquiry,
        on="Sun 15 Mar 2026",
        record="""
            carer households
            household | enquired on    | ended on
            Ava       | Mon 2 Mar 2026 | Thu 5 Mar 2026
            Ben       | Mon 2 Mar 2026 | Wed 11 Mar 2026
            Cal       | Mon 2 Mar 2026 |
        """,
        expect="""
            household | due            | stopped         | state
            Ava       | Mon 9 Mar 2026 | Thu 5 Mar 2026  | ended
            Ben       | Mon 9 Mar 2026 | Wed 11 Mar 2026 | lapsed
            Cal       | Mon 9 Mar 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        fostering_enquiry,
        on="Sun 15 Mar 2026",
        record="""
            carer households
            household | enquired on    | withdrawn | information sent on
            Ava       | Mon 2 Mar 2026 | yes       |
            Ben       | Mon 2 Mar 2026 |           | Sun 1 Mar 2026
            Dee       | Mon 2 Mar 2026 |           |
        """,
        expect="""
            household | due            | done | state
            Ava       |                |      | no duty
            Ben       | Mon 9 Mar 2026 |      | overdue
            Dee       | Mon 9 Mar 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        fostering_enquiry,
        on="Sun 15 Mar 2026",
        record="""
            carer households
            household | enquired on    | source
            Ava       | Mon 2 Mar 2026 | return
            Ben       | Mon 2 Mar 2026 | list
            Cal       | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                                 | known from | judged at
            Ben   | carer households information sent on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            household | due            | judged at            | state
            Ava       | Mon 9 Mar 2026 |                      | not known
            Ben       | Mon 9 Mar 2026 | Tue 3 Mar 2026 12:00 | running
            Cal       | Mon 9 Mar 2026 |                      | overdue
        """,
    )
