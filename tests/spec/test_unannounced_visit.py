"""Visit a foster home unannounced at least once a year."""

from goldthread.rulebook.clocks import CLOCKS_OF_OTHERS

unannounced_visit = CLOCKS_OF_OTHERS["unannounced_visit"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 12 months from Mon 2 Mar 2026.

    A year from approval, then from visit to visit.
    """
    spec(
        unannounced_visit,
        on="Mon 8 Mar 2027",
        record="""
            carer households
            household | approved on    | row
            Ava       | Mon 2 Mar 2026 | Ava
            Ben       | Mon 2 Mar 2026 | Ben
            Cal       | Mon 2 Mar 2026 | Cal

            carer checks
            household | kind              | held on
            Ava       | unannounced-visit | Tue 2 Mar 2027
            Ben       | unannounced-visit | Wed 3 Mar 2027
        """,
        expect="""
            household | due            | done           | state
            Ava       | Tue 2 Mar 2027 | Tue 2 Mar 2027 | met
            Ava       | Thu 2 Mar 2028 |                | running
            Ben       | Tue 2 Mar 2027 | Wed 3 Mar 2027 | met late
            Ben       | Fri 3 Mar 2028 |                | running
            Cal       | Tue 2 Mar 2027 |                | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Carer households: ended on: before it is due it ends, after that the breach stays."""
    spec(
        unannounced_visit,
        on="Mon 8 Mar 2027",
        record="""
            carer households
            household | approved on    | row | ended on
            Ava       | Mon 2 Mar 2026 | Ava | Mon 31 Aug 2026
            Ben       | Mon 2 Mar 2026 | Ben | Thu 4 Mar 2027
            Cal       | Mon 2 Mar 2026 | Cal |
        """,
        expect="""
            household | due            | stopped         | state
            Ava       | Tue 2 Mar 2027 | Mon 31 Aug 2026 | ended
            Ben       | Tue 2 Mar 2027 | Thu 4 Mar 2027  | lapsed
            Cal       | Tue 2 Mar 2027 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing; nor does what was done too early."""
    spec(
        unannounced_visit,
        on="Mon 8 Mar 2027",
        record="""
            carer households
            household | approved on    | row | withdrawn
            Ava       | Mon 2 Mar 2026 | Ava | yes
            Ben       | Mon 2 Mar 2026 | Ben |
            Cal       | Mon 2 Mar 2026 | Cal |
            Dee       | Mon 2 Mar 2026 | Dee |

            carer checks
            household | kind              | held on        | withdrawn
            Ben       | unannounced-visit | Tue 2 Mar 2027 | yes
            Cal       | unannounced-visit | Sun 1 Mar 2026 |
        """,
        expect="""
            household | due            | done | state
            Ava       |                |      | no duty
            Ben       | Tue 2 Mar 2027 |      | overdue
            Cal       | Tue 2 Mar 2027 |      | overdue
            Dee       | Tue 2 Mar 2027 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        unannounced_visit,
        on="Mon 8 Mar 2027",
        record="""
            carer households
            household | approved on    | row | source
            Ava       | Mon 2 Mar 2026 | Ava | return
            Ben       | Mon 2 Mar 2026 | Ben | list
            Cal       | Mon 2 Mar 2026 | Cal |
        """,
        sources="""
            child | fact                 | known from | judged at
            Ben   | carer checks held on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            household | due            | judged at            | state
            Ava       | Tue 2 Mar 2027 |                      | not known
            Ben       | Tue 2 Mar 2027 | Tue 3 Mar 2026 12:00 | running
            Cal       | Tue 2 Mar 2027 |                      | overdue
        """,
    )
