"""Review a placement for adoption within four weeks, then within three months, then every six."""

from goldthread.rulebook.clocks import CLOCKS

adoption_review = CLOCKS["adoption_review"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, and late after it: 4 weeks from Mon 2 Mar 2026."""
    spec(
        adoption_review,
        on="Sun 5 Apr 2026",
        record="""
            permanences
            child | placed on
            Ava   | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026
            Cal   | Mon 2 Mar 2026

            reviews
            child | held on
            Ava   | Mon 30 Mar 2026
            Ben   | Tue 31 Mar 2026
        """,
        expect="""
            child | due             | done            | state
            Ava   | Mon 30 Mar 2026 | Mon 30 Mar 2026 | met
            Ava   | Tue 30 Jun 2026 |                 | running
            Ben   | Mon 30 Mar 2026 | Tue 31 Mar 2026 | met late
            Ben   | Tue 30 Jun 2026 |                 | running
            Cal   | Mon 30 Mar 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Permanences: order on: before it is due it ends, after that the breach stays."""
    spec(
        adoption_review,
        on="Sun 5 Apr 2026",
        record="""
            permanences
            child | placed on      | order on
            Ava   | Mon 2 Mar 2026 | Mon 16 Mar 2026
            Ben   | Mon 2 Mar 2026 | Wed 1 Apr 2026
            Cal   | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Mon 30 Mar 2026 | Mon 16 Mar 2026 | ended
            Ben   | Mon 30 Mar 2026 | Wed 1 Apr 2026  | lapsed
            Cal   | Mon 30 Mar 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing; nor does what was done too early."""
    spec(
        adoption_review,
        on="Sun 5 Apr 2026",
        record="""
            permanences
            child | placed on      | withdrawn
            Ava   | Mon 2 Mar 2026 | yes
            Ben   | Mon 2 Mar 2026 |
            Cal   | Mon 2 Mar 2026 |
            Dee   | Mon 2 Mar 2026 |

            reviews
            child | held on         | withdrawn
            Ben   | Mon 30 Mar 2026 | yes
            Cal   | Sun 1 Mar 2026  |
        """,
        expect="""
            child | due             | done | state
            Ava   |                 |      | no duty
            Ben   | Mon 30 Mar 2026 |      | overdue
            Cal   | Mon 30 Mar 2026 |      | overdue
            Dee   | Mon 30 Mar 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        adoption_review,
        on="Sun 5 Apr 2026",
        record="""
            permanences
            child | placed on      | source
            Ava   | Mon 2 Mar 2026 | return
            Ben   | Mon 2 Mar 2026 | list
            Cal   | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact            | known from | judged at
            Ben   | reviews held on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Mon 30 Mar 2026 |                      | not known
            Ben   | Mon 30 Mar 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Mon 30 Mar 2026 |                      | overdue
        """,
    )
