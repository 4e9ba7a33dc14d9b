"""Visit a child placed for adoption within a week, then at least weekly until the first review."""

from goldthread.rulebook.clocks import CLOCKS

adoption_visit = CLOCKS["adoption_visit"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it. 1 week from Mon 2 Mar 2026: calendar weeks."""
    spec(
        adoption_visit,
        on="Sun 15 Mar 2026",
        record="""
            permanences
            child | placed on
            Ava   | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026
            Cal   | Mon 2 Mar 2026

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
    """Permanences: order on: before it is due it ends, after that the breach stays."""
    spec(
        adoption_visit,
        on="Sun 15 Mar 2026",
        record="""
            permanences
            child | placed on      | order on
            Ava   | Mon 2 Mar 2026 | Thu 5 Mar 2026
            Ben   | Mon 2 Mar 2026 | Wed 11 Mar 2026
            Cal   | Mon 2 Mar 2026 |
            Dee   | Mon 2 Mar 2026 |

            reviews
            child | held on
            Dee   | Thu 5 Mar 2026
        """,
        expect="""
            child | due            | stopped         | state
            Ava   | Mon 9 Mar 2026 | Thu 5 Mar 2026  | ended
            Ben   | Mon 9 Mar 2026 | Wed 11 Mar 2026 | lapsed
            Cal   | Mon 9 Mar 2026 |                 | overdue
            Dee   | Mon 9 Mar 2026 | Thu 5 Mar 2026  | superseded
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing; nor does what was done too early."""
    spec(
        adoption_visit,
        on="Sun 15 Mar 2026",
        record="""
            permanences
            child | placed on      | withdrawn
            Ava   | Mon 2 Mar 2026 | yes
            Ben   | Mon 2 Mar 2026 |
            Cal   | Mon 2 Mar 2026 |
            Dee   | Mon 2 Mar 2026 |

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
            Dee   | Mon 9 Mar 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        adoption_visit,
        on="Sun 15 Mar 2026",
        record="""
            permanences
            child | placed on      | source
            Ava   | Mon 2 Mar 2026 | return
            Ben   | Mon 2 Mar 2026 | list
            Cal   | Mon 2 Mar 2026 |
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
