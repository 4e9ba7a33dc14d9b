"""Complete the assessment and review of a placement with parents made before it."""

from goldthread.rulebook.clocks import CLOCKS

parent_assessment = CLOCKS["parent_assessment"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 10 working days from Mon 2 Mar 2026.

    The day of the placement is day 0.
    """
    spec(
        parent_assessment,
        on="Sun 22 Mar 2026",
        record="""
            placements
            child | basis             | began on       | assessed on
            Ava   | before-assessment | Mon 2 Mar 2026 | Mon 16 Mar 2026
            Ben   | before-assessment | Mon 2 Mar 2026 | Tue 17 Mar 2026
            Cal   | before-assessment | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | done            | state
            Ava   | Mon 16 Mar 2026 | Mon 16 Mar 2026 | met
            Ben   | Mon 16 Mar 2026 | Tue 17 Mar 2026 | met late
            Cal   | Mon 16 Mar 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Placements: ended on: before it is due it ends, after that the breach stays."""
    spec(
        parent_assessment,
        on="Sun 22 Mar 2026",
        record="""
            placements
            child | basis             | began on       | ended on
            Ava   | before-assessment | Mon 2 Mar 2026 | Mon 9 Mar 2026
            Ben   | before-assessment | Mon 2 Mar 2026 | Wed 18 Mar 2026
            Cal   | before-assessment | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Mon 16 Mar 2026 | Mon 9 Mar 2026  | ended
            Ben   | Mon 16 Mar 2026 | Wed 18 Mar 2026 | lapsed
            Cal   | Mon 16 Mar 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        parent_assessment,
        on="Sun 22 Mar 2026",
        record="""
            placements
            child | basis             | began on       | withdrawn | assessed on
            Ava   | before-assessment | Mon 2 Mar 2026 | yes       |
            Ben   | before-assessment | Mon 2 Mar 2026 |           | Sun 1 Mar 2026
            Dee   | before-assessment | Mon 2 Mar 2026 |           |
        """,
        expect="""
            child | due             | done | state
            Ava   |                 |      | no duty
            Ben   | Mon 16 Mar 2026 |      | overdue
            Dee   | Mon 16 Mar 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        parent_assessment,
        on="Sun 22 Mar 2026",
        record="""
            placements
            child | basis             | began on       | source
            Ava   | before-assessment | Mon 2 Mar 2026 | return
            Ben   | before-assessment | Mon 2 Mar 2026 | list
            Cal   | before-assessment | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                   | known from | judged at
            Ben   | placements assessed on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Mon 16 Mar 2026 |                      | not known
            Ben   | Mon 16 Mar 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Mon 16 Mar 2026 |                      | overdue
        """,
    )
