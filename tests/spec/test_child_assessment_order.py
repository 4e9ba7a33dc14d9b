"""Complete the assessment that a child assessment order allows within seven days."""

from goldthread.rulebook.clocks import CLOCKS

child_assessment_order = CLOCKS["child_assessment_order"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 7 days beginning with the day from Mon 2 Mar 2026.

    Not exceeding seven days beginning with the date in the order: that day is day 1.
    """
    spec(
        child_assessment_order,
        on="Sat 14 Mar 2026",
        record="""
            safeguarding orders
            child | kind                   | began on       | ended on
            Ava   | child-assessment-order | Mon 2 Mar 2026 | Sun 8 Mar 2026
            Ben   | child-assessment-order | Mon 2 Mar 2026 | Mon 9 Mar 2026
            Cal   | child-assessment-order | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due            | done           | state
            Ava   | Sun 8 Mar 2026 | Sun 8 Mar 2026 | met
            Ben   | Sun 8 Mar 2026 | Mon 9 Mar 2026 | met late
            Cal   | Sun 8 Mar 2026 |                | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Children: died on: before it is due it ends, after that the breach stays."""
    spec(
        child_assessment_order,
        on="Sat 14 Mar 2026",
        record="""
            children
            child | died on
            Ava   | Thu 5 Mar 2026
            Ben   | Tue 10 Mar 2026

            safeguarding orders
            child | kind                   | began on
            Ava   | child-assessment-order | Mon 2 Mar 2026
            Ben   | child-assessment-order | Mon 2 Mar 2026
            Cal   | child-assessment-order | Mon 2 Mar 2026
        """,
        expect="""
            child | due            | stopped         | state
            Ava   | Sun 8 Mar 2026 | Thu 5 Mar 2026  | ended
            Ben   | Sun 8 Mar 2026 | Tue 10 Mar 2026 | lapsed
            Cal   | Sun 8 Mar 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        child_assessment_order,
        on="Sat 14 Mar 2026",
        record="""
            safeguarding orders
            child | kind                   | began on       | withdrawn | ended on
            Ava   | child-assessment-order | Mon 2 Mar 2026 | yes       |
            Ben   | child-assessment-order | Mon 2 Mar 2026 |           | Sun 1 Mar 2026
            Dee   | child-assessment-order | Mon 2 Mar 2026 |           |
        """,
        expect="""
            child | due            | done | state
            Ava   |                |      | no duty
            Ben   | Sun 8 Mar 2026 |      | overdue
            Dee   | Sun 8 Mar 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        child_assessment_order,
        on="Sat 14 Mar 2026",
        record="""
            safeguarding orders
            child | kind                   | began on       | source
            Ava   | child-assessment-order | Mon 2 Mar 2026 | return
            Ben   | child-assessment-order | Mon 2 Mar 2026 | list
            Cal   | child-assessment-order | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                         | known from | judged at
            Ben   | safeguarding orders ended on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due            | judged at            | state
            Ava   | Sun 8 Mar 2026 |                      | not known
            Ben   | Sun 8 Mar 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Sun 8 Mar 2026 |                      | overdue
        """,
    )
