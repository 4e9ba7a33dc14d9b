"""Visit a child placed with a parent under an interim care order at least once a week until the first review."""

from goldthread.rulebook.clocks import CLOCKS

interim_order_visit = CLOCKS["interim_order_visit"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, and late after it: weekly from the placement of Mon 2 Mar 2026."""
    spec(
        interim_order_visit,
        on="Sun 15 Mar 2026",
        record="""
            placements
            child | kind | began on
            Ava   | P1   | Mon 2 Mar 2026
            Ben   | P1   | Mon 2 Mar 2026
            Cal   | P1   | Mon 2 Mar 2026

            legal statuses
            child | status | began on
            Ava   | C1     | Mon 16 Feb 2026
            Ben   | C1     | Mon 16 Feb 2026
            Cal   | C1     | Mon 16 Feb 2026

            visits
            child | seen | held on
            Ava   | yes  | Mon 9 Mar 2026
            Ben   | yes  | Tue 10 Mar 2026
        """,
        expect="""
            child | due             | done            | state
            Ava   | Mon 9 Mar 2026  | Mon 9 Mar 2026  | met
            Ava   | Mon 16 Mar 2026 |                 | running
            Ben   | Mon 9 Mar 2026  | Tue 10 Mar 2026 | met late
            Ben   | Tue 17 Mar 2026 |                 | running
            Cal   | Mon 9 Mar 2026  |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """The end of the order, or of the placement: before it is due it ends, after that the breach stays."""
    spec(
        interim_order_visit,
        on="Sun 15 Mar 2026",
        record="""
            placements
            child | kind | began on        | ended on
            Ava   | P1   | Mon 2 Mar 2026  | Thu 5 Mar 2026
            Ben   | P1   | Mon 2 Mar 2026  | Wed 11 Mar 2026
            Cal   | P1   | Mon 2 Mar 2026  |
            Dee   | P1   | Mon 2 Mar 2026  |

            legal statuses
            child | status | began on        | ended on
            Ava   | C1     | Mon 16 Feb 2026 |
            Ben   | C1     | Mon 16 Feb 2026 |
            Cal   | C1     | Mon 16 Feb 2026 | Thu 5 Mar 2026
            Cal   | C2     | Thu 5 Mar 2026  |
            Dee   | C1     | Mon 16 Feb 2026 |
        """,
        expect="""
            child | due            | stopped         | state
            Ava   | Mon 9 Mar 2026 | Thu 5 Mar 2026  | ended
            Ben   | Mon 9 Mar 2026 | Wed 11 Mar 2026 | lapsed
            Cal   | Mon 9 Mar 2026 | Thu 5 Mar 2026  | ended
            Dee   | Mon 9 Mar 2026 |                 | overdue
        """,
    )


def test_after_the_first_review_it_is_due_every_four_weeks(spec):
    """From the last visit before that review; one already late then stays late."""
    spec(
        interim_order_visit,
        on="Wed 18 Mar 2026",
        record="""
            placements
            child | kind | began on
            Ava   | P1   | Mon 2 Mar 2026
            Ben   | P1   | Mon 2 Mar 2026
            Cal   | P1   | Mon 2 Mar 2026

            legal statuses
            child | status | began on
            Ava   | C1     | Mon 16 Feb 2026
            Ben   | C1     | Mon 16 Feb 2026
            Cal   | C1     | Mon 16 Feb 2026

            reviews
            child | held on
            Ava   | Thu 12 Mar 2026
            Ben   | Mon 9 Mar 2026
            Cal   | Tue 10 Mar 2026

            visits
            child | seen | held on
            Ava   | yes  | Mon 9 Mar 2026
        """,
        expect="""
            child | from           | due             | state
            Ava   | Mon 2 Mar 2026 | Mon 9 Mar 2026  | met
            Ava   | Mon 9 Mar 2026 | Mon 6 Apr 2026  | running
            Ben   | Mon 2 Mar 2026 | Mon 30 Mar 2026 | running
            Cal   | Mon 2 Mar 2026 | Mon 9 Mar 2026  | overdue
        """,
    )


def test_only_a_placement_at_home_under_an_interim_order_starts_it(spec):
    """Not a full order, not foster care; an order of the same day or later counts from itself, by the other duty."""
    spec(
        interim_order_visit,
        on="Sun 8 Mar 2026",
        record="""
            placements
            child | kind | began on
            Ava   | P1   | Mon 2 Mar 2026
            Ben   | P1   | Mon 2 Mar 2026
            Cal   | U4   | Mon 2 Mar 2026
            Dee   | P1   | Mon 2 Mar 2026
            Eve   | P1   | Mon 2 Mar 2026

            legal statuses
            child | status | began on        | ended on
            Ava   | C1     | Mon 2 Mar 2026  |
            Ben   | C2     | Mon 16 Feb 2026 |
            Cal   | C1     | Mon 16 Feb 2026 |
            Dee   | C1     | Mon 16 Feb 2026 | Thu 5 Mar 2026
            Dee   | C1     | Thu 5 Mar 2026  |
            Eve   | C1     | Mon 16 Feb 2026 |
        """,
        expect="""
            child | due            | stopped        | state
            Ava   | Mon 9 Mar 2026 | Mon 2 Mar 2026 | superseded
            Ben   |                |                | no duty
            Cal   |                |                | no duty
            Dee   | Mon 9 Mar 2026 | Thu 5 Mar 2026 | ended
            Eve   | Mon 9 Mar 2026 |                | running
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing; nor does what was done too early."""
    spec(
        interim_order_visit,
        on="Sun 15 Mar 2026",
        record="""
            placements
            child | kind | began on       | withdrawn
            Ava   | P1   | Mon 2 Mar 2026 | yes
            Ben   | P1   | Mon 2 Mar 2026 |
            Cal   | P1   | Mon 2 Mar 2026 |

            legal statuses
            child | status | began on
            Ava   | C1     | Mon 16 Feb 2026
            Ben   | C1     | Mon 16 Feb 2026
            Cal   | C1     | Mon 16 Feb 2026

            visits
            child | seen | held on        | withdrawn
            Ben   | yes  | Mon 9 Mar 2026 | yes
            Cal   | yes  | Sun 1 Mar 2026 |
        """,
        expect="""
            child | due            | done | state
            Ava   |                |      | no duty
            Ben   | Mon 9 Mar 2026 |      | overdue
            Cal   | Mon 9 Mar 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        interim_order_visit,
        on="Sun 15 Mar 2026",
        record="""
            placements
            child | kind | began on       | source
            Ava   | P1   | Mon 2 Mar 2026 | return
            Ben   | P1   | Mon 2 Mar 2026 | list
            Cal   | P1   | Mon 2 Mar 2026 |

            legal statuses
            child | status | began on
            Ava   | C1     | Mon 16 Feb 2026
            Ben   | C1     | Mon 16 Feb 2026
            Cal   | C1     | Mon 16 Feb 2026
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
