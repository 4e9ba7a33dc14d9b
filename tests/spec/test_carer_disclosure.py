"""Renew the disclosure checks of everybody of eighteen or over in a foster home every three years."""

from goldthread.rulebook.clocks import CLOCKS_OF_OTHERS

carer_disclosure = CLOCKS_OF_OTHERS["carer_disclosure"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, and late after it: 3 years from Mon 2 Mar 2026."""
    spec(
        carer_disclosure,
        on="Thu 8 Mar 2029",
        record="""
            carer checks
            household | kind       | held on
            Ava       | disclosure | Mon 2 Mar 2026
            Ava       | disclosure | Fri 2 Mar 2029
            Ben       | disclosure | Mon 2 Mar 2026
            Ben       | disclosure | Sat 3 Mar 2029
            Cal       | disclosure | Mon 2 Mar 2026
        """,
        expect="""
            household | due            | done           | state
            Ava       | Fri 2 Mar 2029 | Fri 2 Mar 2029 | met
            Ava       | Tue 2 Mar 2032 |                | running
            Ben       | Fri 2 Mar 2029 | Sat 3 Mar 2029 | met late
            Ben       | Wed 3 Mar 2032 |                | running
            Cal       | Fri 2 Mar 2029 |                | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Carer households: ended on: before it is due it ends, after that the breach stays."""
    spec(
        carer_disclosure,
        on="Thu 8 Mar 2029",
        record="""
            carer checks
            household | kind       | held on
            Ava       | disclosure | Mon 2 Mar 2026
            Ben       | disclosure | Mon 2 Mar 2026
            Cal       | disclosure | Mon 2 Mar 2026

            carer households
            household | ended on
            Ava       | Wed 1 Sep 2027
            Ben       | Sun 4 Mar 2029
        """,
        expect="""
            household | due            | stopped        | state
            Ava       | Fri 2 Mar 2029 | Wed 1 Sep 2027 | ended
            Ben       | Fri 2 Mar 2029 | Sun 4 Mar 2029 | lapsed
            Cal       | Fri 2 Mar 2029 |                | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing."""
    spec(
        carer_disclosure,
        on="Thu 8 Mar 2029",
        record="""
            carer checks
            household | kind       | held on        | withdrawn
            Ava       | disclosure | Mon 2 Mar 2026 | yes
            Ben       | disclosure | Mon 2 Mar 2026 |
            Ben       | disclosure | Fri 2 Mar 2029 | yes
            Dee       | disclosure | Mon 2 Mar 2026 |
        """,
        expect="""
            household | due            | done | state
            Ava       |                |      | no duty
            Ben       | Fri 2 Mar 2029 |      | overdue
            Dee       | Fri 2 Mar 2029 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        carer_disclosure,
        on="Thu 8 Mar 2029",
        record="""
            carer checks
            household | kind       | held on        | source
            Ava       | disclosure | Mon 2 Mar 2026 | return
            Ben       | disclosure | Mon 2 Mar 2026 | list
            Cal       | disclosure | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                 | known from | judged at
            Ben   | carer checks held on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            household | due            | judged at            | state
            Ava       | Fri 2 Mar 2029 |                      | not known
            Ben       | Fri 2 Mar 2029 | Tue 3 Mar 2026 12:00 | running
            Cal       | Fri 2 Mar 2029 |                      | overdue
        """,
    )
