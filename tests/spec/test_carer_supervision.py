"""Visit foster carers for their supervision at least every six weeks."""

from goldthread.rulebook.clocks import CLOCKS_OF_OTHERS

carer_supervision = CLOCKS_OF_OTHERS["carer_supervision"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 6 weeks from Mon 2 Mar 2026.

    From approval, then from visit to visit.
    """
    spec(
        carer_supervision,
        on="Sun 19 Apr 2026",
        record="""
            carer households
            household | approved on    | row
            Ava       | Mon 2 Mar 2026 | Ava
            Ben       | Mon 2 Mar 2026 | Ben
            Cal       | Mon 2 Mar 2026 | Cal

            carer checks
            household | kind              | held on
            Ava       | supervision-visit | Mon 13 Apr 2026
            Ben       | supervision-visit | Tue 14 Apr 2026
        """,
        expect="""
            household | due             | done            | state
            Ava       | Mon 13 Apr 2026 | Mon 13 Apr 2026 | met
            Ava       | Mon 25 May 2026 |                 | running
            Ben       | Mon 13 Apr 2026 | Tue 14 Apr 2026 | met late
            Ben       | Tue 26 May 2026 |                 | running
            Cal       | Mon 13 Apr 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Carer households: ended on: before it is due it ends, after that the breach stays."""
    spec(
        carer_supervision,
        on="Sun 19 Apr 2026",
        record="""
            carer households
            household | approved on    | row | ended on
            Ava       | Mon 2 Mar 2026 | Ava | Mon 23 Mar 2026
            Ben       | Mon 2 Mar 2026 | Ben | Wed 15 Apr 2026
            Cal       | Mon 2 Mar 2026 | Cal |
        """,
        expect="""
            household | due             | stopped         | state
            Ava       | Mon 13 Apr 2026 | Mon 23 Mar 2026 | ended
            Ben       | Mon 13 Apr 2026 | Wed 15 Apr 2026 | lapsed
            Cal       | Mon 13 Apr 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing; nor does what was done too early."""
    spec(
        carer_supervision,
        on="Sun 19 Apr 2026",
        record="""
            carer households
            household | approved on    | row | withdrawn
            Ava       | Mon 2 Mar 2026 | Ava | yes
            Ben       | Mon 2 Mar 2026 | Ben |
            Cal       | Mon 2 Mar 2026 | Cal |
            Dee       | Mon 2 Mar 2026 | Dee |

            carer checks
            household | kind              | held on         | withdrawn
            Ben       | supervision-visit | Mon 13 Apr 2026 | yes
            Cal       | supervision-visit | Sun 1 Mar 2026  |
        """,
        expect="""
            household | due             | done | state
            Ava       |                 |      | no duty
            Ben       | Mon 13 Apr 2026 |      | overdue
            Cal       | Mon 13 Apr 2026 |      | overdue
            Dee       | Mon 13 Apr 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        carer_supervision,
        on="Sun 19 Apr 2026",
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
            household | due             | judged at            | state
            Ava       | Mon 13 Apr 2026 |                      | not known
            Ben       | Mon 13 Apr 2026 | Tue 3 Mar 2026 12:00 | running
            Cal       | Mon 13 Apr 2026 |                      | overdue
        """,
    )
