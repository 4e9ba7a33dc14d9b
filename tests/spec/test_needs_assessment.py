"""Complete the assessment of an eligible young person's needs within three months of becoming eligible."""

from goldthread.rulebook.clocks import CLOCKS

needs_assessment = CLOCKS["needs_assessment"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, and late after it: 3 months from Mon 2 Mar 2026."""
    spec(
        needs_assessment,
        on="Mon 8 Jun 2026",
        record="""
            entitlements
            child | category | began on       | assessed on
            Ava   | eligible | Mon 2 Mar 2026 | Tue 2 Jun 2026
            Ben   | eligible | Mon 2 Mar 2026 | Wed 3 Jun 2026
            Cal   | eligible | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due            | done           | state
            Ava   | Tue 2 Jun 2026 | Tue 2 Jun 2026 | met
            Ben   | Tue 2 Jun 2026 | Wed 3 Jun 2026 | met late
            Cal   | Tue 2 Jun 2026 |                | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Entitlements: ended on: before it is due it ends, after that the breach stays."""
    spec(
        needs_assessment,
        on="Mon 8 Jun 2026",
        record="""
            entitlements
            child | category | began on       | ended on
            Ava   | eligible | Mon 2 Mar 2026 | Fri 17 Apr 2026
            Ben   | eligible | Mon 2 Mar 2026 | Thu 4 Jun 2026
            Cal   | eligible | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due            | stopped         | state
            Ava   | Tue 2 Jun 2026 | Fri 17 Apr 2026 | ended
            Ben   | Tue 2 Jun 2026 | Thu 4 Jun 2026  | lapsed
            Cal   | Tue 2 Jun 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        needs_assessment,
        on="Mon 8 Jun 2026",
        record="""
            entitlements
            child | category | began on       | withdrawn | assessed on
            Ava   | eligible | Mon 2 Mar 2026 | yes       |
            Ben   | eligible | Mon 2 Mar 2026 |           | Sun 1 Mar 2026
            Dee   | eligible | Mon 2 Mar 2026 |           |
        """,
        expect="""
            child | due            | done | state
            Ava   |                |      | no duty
            Ben   | Tue 2 Jun 2026 |      | overdue
            Dee   | Tue 2 Jun 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        needs_assessment,
        on="Mon 8 Jun 2026",
        record="""
            entitlements
            child | category | began on       | source
            Ava   | eligible | Mon 2 Mar 2026 | return
            Ben   | eligible | Mon 2 Mar 2026 | list
            Cal   | eligible | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                     | known from | judged at
            Ben   | entitlements assessed on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due            | judged at            | state
            Ava   | Tue 2 Jun 2026 |                      | not known
            Ben   | Tue 2 Jun 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Tue 2 Jun 2026 |                      | overdue
        """,
    )
