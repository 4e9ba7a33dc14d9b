"""Discuss each allocated child in supervision, ending in directions, at least every four weeks."""

from goldthread.rulebook.clocks import CLOCKS

case_supervision = CLOCKS["case_supervision"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 4 weeks from Mon 2 Mar 2026.

    From the allocation, then from each supervision held.
    """
    spec(
        case_supervision,
        on="Sun 5 Apr 2026",
        record="""
            allocations
            child | role          | began on
            Ava   | social-worker | Mon 2 Mar 2026
            Ben   | social-worker | Mon 2 Mar 2026
            Cal   | social-worker | Mon 2 Mar 2026

            supervisions
            child | held on
            Ava   | Mon 30 Mar 2026
            Ben   | Tue 31 Mar 2026
        """,
        expect="""
            child | due             | done            | state
            Ava   | Mon 30 Mar 2026 | Mon 30 Mar 2026 | met
            Ava   | Mon 27 Apr 2026 |                 | running
            Ben   | Mon 30 Mar 2026 | Tue 31 Mar 2026 | met late
            Ben   | Tue 28 Apr 2026 |                 | running
            Cal   | Mon 30 Mar 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Allocations: ended on: before it is due it ends, after that the breach stays."""
    spec(
        case_supervision,
        on="Sun 5 Apr 2026",
        record="""
            allocations
            child | role          | began on       | ended on
            Ava   | social-worker | Mon 2 Mar 2026 | Mon 16 Mar 2026
            Ben   | social-worker | Mon 2 Mar 2026 | Wed 1 Apr 2026
            Cal   | social-worker | Mon 2 Mar 2026 |
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
        case_supervision,
        on="Sun 5 Apr 2026",
        record="""
            allocations
            child | role          | began on       | withdrawn
            Ava   | social-worker | Mon 2 Mar 2026 | yes
            Ben   | social-worker | Mon 2 Mar 2026 |
            Cal   | social-worker | Mon 2 Mar 2026 |
            Dee   | social-worker | Mon 2 Mar 2026 |

            supervisions
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
        case_supervision,
        on="Sun 5 Apr 2026",
        record="""
            allocations
            child | role          | began on       | source
            Ava   | social-worker | Mon 2 Mar 2026 | return
            Ben   | social-worker | Mon 2 Mar 2026 | list
            Cal   | social-worker | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                 | known from | judged at
            Ben   | supervisions held on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Mon 30 Mar 2026 |                      | not known
            Ben   | Mon 30 Mar 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Mon 30 Mar 2026 |                      | overdue
        """,
    )
