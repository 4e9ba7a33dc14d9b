"""Review the pathway plan once 28 days in the authority's own accommodation have passed."""

from goldthread.rulebook.clocks import CLOCKS

accommodation_review = CLOCKS["accommodation_review"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, and late after it: 28 days beginning with the day from Mon 2 Mar 2026."""
    spec(
        accommodation_review,
        on="Sat 4 Apr 2026",
        record="""
            accommodations
            child | provided by authority | began on
            Ava   | yes                   | Mon 2 Mar 2026
            Ben   | yes                   | Mon 2 Mar 2026
            Cal   | yes                   | Mon 2 Mar 2026

            pathway plans
            child | kind   | held on
            Ava   | review | Sun 29 Mar 2026
            Ben   | review | Mon 30 Mar 2026
        """,
        expect="""
            child | due             | done            | state
            Ava   | Sun 29 Mar 2026 | Sun 29 Mar 2026 | met
            Ava   | Mon 29 Jun 2026 |                 | running
            Ben   | Sun 29 Mar 2026 | Mon 30 Mar 2026 | met late
            Ben   | Tue 30 Jun 2026 |                 | running
            Cal   | Sun 29 Mar 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Accommodations: ended on: before it is due it ends, after that the breach stays."""
    spec(
        accommodation_review,
        on="Sat 4 Apr 2026",
        record="""
            accommodations
            child | provided by authority | began on       | ended on
            Ava   | yes                   | Mon 2 Mar 2026 | Sun 15 Mar 2026
            Ben   | yes                   | Mon 2 Mar 2026 | Tue 31 Mar 2026
            Cal   | yes                   | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Sun 29 Mar 2026 | Sun 15 Mar 2026 | ended
            Ben   | Sun 29 Mar 2026 | Tue 31 Mar 2026 | lapsed
            Cal   | Sun 29 Mar 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing; nor does what was done too early."""
    spec(
        accommodation_review,
        on="Sat 4 Apr 2026",
        record="""
            accommodations
            child | provided by authority | began on       | withdrawn
            Ava   | yes                   | Mon 2 Mar 2026 | yes
            Ben   | yes                   | Mon 2 Mar 2026 |
            Cal   | yes                   | Mon 2 Mar 2026 |
            Dee   | yes                   | Mon 2 Mar 2026 |

            pathway plans
            child | kind   | held on         | withdrawn
            Ben   | review | Sun 29 Mar 2026 | yes
            Cal   | review | Sun 1 Mar 2026  |
        """,
        expect="""
            child | due             | done | state
            Ava   |                 |      | no duty
            Ben   | Sun 29 Mar 2026 |      | overdue
            Cal   | Sun 29 Mar 2026 |      | overdue
            Dee   | Sun 29 Mar 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        accommodation_review,
        on="Sat 4 Apr 2026",
        record="""
            accommodations
            child | provided by authority | began on       | source
            Ava   | yes                   | Mon 2 Mar 2026 | return
            Ben   | yes                   | Mon 2 Mar 2026 | list
            Cal   | yes                   | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                  | known from | judged at
            Ben   | pathway plans held on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Sun 29 Mar 2026 |                      | not known
            Ben   | Sun 29 Mar 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Sun 29 Mar 2026 |                      | overdue
        """,
    )
