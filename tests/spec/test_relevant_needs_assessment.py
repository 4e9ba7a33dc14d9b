"""Complete the needs assessment of a relevant child who has no pathway plan within three months."""

from goldthread.rulebook.clocks import CLOCKS

relevant_needs_assessment = CLOCKS["relevant_needs_assessment"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 3 months from Mon 2 Mar 2026.

    The corresponding date three months after becoming a relevant child.
    """
    spec(
        relevant_needs_assessment,
        on="Mon 8 Jun 2026",
        record="""
            entitlements
            child | category | began on       | assessed on
            Ava   | relevant | Mon 2 Mar 2026 | Tue 2 Jun 2026
            Ben   | relevant | Mon 2 Mar 2026 | Wed 3 Jun 2026
            Cal   | relevant | Mon 2 Mar 2026 |
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
        relevant_needs_assessment,
        on="Mon 8 Jun 2026",
        record="""
            entitlements
            child | category | began on       | ended on
            Ava   | relevant | Mon 2 Mar 2026 | Fri 17 Apr 2026
            Ben   | relevant | Mon 2 Mar 2026 | Thu 4 Jun 2026
            Cal   | relevant | Mon 2 Mar 2026 |
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
        relevant_needs_assessment,
        on="Mon 8 Jun 2026",
        record="""
            entitlements
            child | category | began on       | withdrawn | assessed on
            Ava   | relevant | Mon 2 Mar 2026 | yes       |
            Ben   | relevant | Mon 2 Mar 2026 |           | Sun 1 Mar 2026
            Dee   | relevant | Mon 2 Mar 2026 |           |
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
        relevant_needs_assessment,
        on="Mon 8 Jun 2026",
        record="""
            entitlements
            child | category | began on       | source
            Ava   | relevant | Mon 2 Mar 2026 | return
            Ben   | relevant | Mon 2 Mar 2026 | list
            Cal   | relevant | Mon 2 Mar 2026 |
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
