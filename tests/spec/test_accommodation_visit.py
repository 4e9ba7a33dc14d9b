"""Visit a care leaver in the authority's own accommodation within seven days, then every two months."""

from goldthread.rulebook.clocks import CLOCKS

accommodation_visit = CLOCKS["accommodation_visit"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, and late after it: 7 days from Mon 2 Mar 2026."""
    spec(
        accommodation_visit,
        on="Sun 15 Mar 2026",
        record="""
            accommodations
            child | provided by authority | began on
            Ava   | yes                   | Mon 2 Mar 2026
            Ben   | yes                   | Mon 2 Mar 2026
            Cal   | yes                   | Mon 2 Mar 2026

            visits
            child | seen | held on
            Ava   | yes  | Mon 9 Mar 2026
            Ben   | yes  | Tue 10 Mar 2026
        """,
        expect="""
            child | row   | due             | done            | state
            Ava   | LC-07 | Mon 9 Mar 2026  | Mon 9 Mar 2026  | met
            Ava   | LC-09 | Sat 9 May 2026  |                 | running
            Ben   | LC-07 | Mon 9 Mar 2026  | Tue 10 Mar 2026 | met late
            Ben   | LC-09 | Sun 10 May 2026 |                 | running
            Cal   | LC-07 | Mon 9 Mar 2026  |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Accommodations: ended on: before it is due it ends, after that the breach stays."""
    spec(
        accommodation_visit,
        on="Sun 15 Mar 2026",
        record="""
            accommodations
            child | provided by authority | began on       | ended on
            Ava   | yes                   | Mon 2 Mar 2026 | Thu 5 Mar 2026
            Ben   | yes                   | Mon 2 Mar 2026 | Wed 11 Mar 2026
            Cal   | yes                   | Mon 2 Mar 2026 |
        """,
        expect="""
            child | row   | due            | stopped         | state
            Ava   | LC-07 | Mon 9 Mar 2026 | Thu 5 Mar 2026  | ended
            Ben   | LC-07 | Mon 9 Mar 2026 | Wed 11 Mar 2026 | lapsed
            Cal   | LC-07 | Mon 9 Mar 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing; nor does what was done too early."""
    spec(
        accommodation_visit,
        on="Sun 15 Mar 2026",
        record="""
            accommodations
            child | provided by authority | began on       | withdrawn
            Ava   | yes                   | Mon 2 Mar 2026 | yes
            Ben   | yes                   | Mon 2 Mar 2026 |
            Cal   | yes                   | Mon 2 Mar 2026 |
            Dee   | yes                   | Mon 2 Mar 2026 |

            visits
            child | seen | held on        | withdrawn
            Ben   | yes  | Mon 9 Mar 2026 | yes
            Cal   | yes  | Sun 1 Mar 2026 |
        """,
        expect="""
            child | row   | due            | done | state
            Ava   |       |                |      | no duty
            Ben   | LC-07 | Mon 9 Mar 2026 |      | overdue
            Cal   | LC-07 | Mon 9 Mar 2026 |      | overdue
            Dee   | LC-07 | Mon 9 Mar 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        accommodation_visit,
        on="Sun 15 Mar 2026",
        record="""
            accommodations
            child | provided by authority | began on       | source
            Ava   | yes                   | Mon 2 Mar 2026 | return
            Ben   | yes                   | Mon 2 Mar 2026 | list
            Cal   | yes                   | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact           | known from | judged at
            Ben   | visits held on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due            | judged at            | state
            Ava   | Mon 9 Mar 2026 |                      | not known
            Ben   | Mon 9 Mar 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Mon 9 Mar 2026 |                      | overdue
        """,
    )
