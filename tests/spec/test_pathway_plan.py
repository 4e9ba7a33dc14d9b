"""Prepare a pathway plan as soon as possible after the assessment of needs."""

from goldthread.rulebook.clocks import CLOCKS

pathway_plan = CLOCKS["pathway_plan"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 20 working days from Mon 2 Mar 2026.

    The day the assessment was completed is day 0.
    """
    spec(
        pathway_plan,
        on="Sun 5 Apr 2026",
        record="""
            entitlements
            child | assessed on    | plan made on    | began on
            Ava   | Mon 2 Mar 2026 | Mon 30 Mar 2026 | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026 | Tue 31 Mar 2026 | Mon 2 Mar 2026
            Cal   | Mon 2 Mar 2026 |                 | Mon 2 Mar 2026
        """,
        expect="""
            child | due             | done            | state
            Ava   | Mon 30 Mar 2026 | Mon 30 Mar 2026 | met
            Ben   | Mon 30 Mar 2026 | Tue 31 Mar 2026 | met late
            Cal   | Mon 30 Mar 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Entitlements: ended on: before it is due it ends, after that the breach stays."""
    spec(
        pathway_plan,
        on="Sun 5 Apr 2026",
        record="""
            entitlements
            child | assessed on    | ended on        | began on
            Ava   | Mon 2 Mar 2026 | Mon 16 Mar 2026 | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026 | Wed 1 Apr 2026  | Mon 2 Mar 2026
            Cal   | Mon 2 Mar 2026 |                 | Mon 2 Mar 2026
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Mon 30 Mar 2026 | Mon 16 Mar 2026 | ended
            Ben   | Mon 30 Mar 2026 | Wed 1 Apr 2026  | lapsed
            Cal   | Mon 30 Mar 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        pathway_plan,
        on="Sun 5 Apr 2026",
        record="""
            entitlements
            child | assessed on    | withdrawn | began on       | plan made on
            Ava   | Mon 2 Mar 2026 | yes       | Mon 2 Mar 2026 |
            Ben   | Mon 2 Mar 2026 |           | Mon 2 Mar 2026 | Sun 1 Mar 2026
            Dee   | Mon 2 Mar 2026 |           | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | done | state
            Ava   |                 |      | no duty
            Ben   | Mon 30 Mar 2026 |      | overdue
            Dee   | Mon 30 Mar 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        pathway_plan,
        on="Sun 5 Apr 2026",
        record="""
            entitlements
            child | assessed on    | source | began on
            Ava   | Mon 2 Mar 2026 | return | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026 | list   | Mon 2 Mar 2026
            Cal   | Mon 2 Mar 2026 |        | Mon 2 Mar 2026
        """,
        sources="""
            child | fact                      | known from | judged at
            Ben   | entitlements plan made on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Mon 30 Mar 2026 |                      | not known
            Ben   | Mon 30 Mar 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Mon 30 Mar 2026 |                      | overdue
        """,
    )
