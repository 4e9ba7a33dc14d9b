"""Have a manager look at an open assessment and decide to continue, conclude or widen it."""

from goldthread.rulebook.clocks import CLOCKS

assessment_checkpoint = CLOCKS["assessment_checkpoint"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 10 working days from Mon 2 Mar 2026.

    The day the assessment began is day 0.
    """
    spec(
        assessment_checkpoint,
        on="Sun 22 Mar 2026",
        record="""
            assessments
            child | began on       | reviewed on     | requested on
            Ava   | Mon 2 Mar 2026 | Mon 16 Mar 2026 | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026 | Tue 17 Mar 2026 | Mon 2 Mar 2026
            Cal   | Mon 2 Mar 2026 |                 | Mon 2 Mar 2026
        """,
        expect="""
            child | due             | done            | state
            Ava   | Mon 16 Mar 2026 | Mon 16 Mar 2026 | met
            Ben   | Mon 16 Mar 2026 | Tue 17 Mar 2026 | met late
            Cal   | Mon 16 Mar 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Assessments: authorised on: before it is due it ends, after that the breach stays."""
    spec(
        assessment_checkpoint,
        on="Sun 22 Mar 2026",
        record="""
            assessments
            child | began on       | authorised on   | requested on
            Ava   | Mon 2 Mar 2026 | Mon 9 Mar 2026  | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026 | Wed 18 Mar 2026 | Mon 2 Mar 2026
            Cal   | Mon 2 Mar 2026 |                 | Mon 2 Mar 2026
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
        assessment_checkpoint,
        on="Sun 22 Mar 2026",
        record="""
            assessments
            child | began on       | withdrawn | requested on   | reviewed on
            Ava   | Mon 2 Mar 2026 | yes       | Mon 2 Mar 2026 |
            Ben   | Mon 2 Mar 2026 |           | Mon 2 Mar 2026 | Sun 1 Mar 2026
            Dee   | Mon 2 Mar 2026 |           | Mon 2 Mar 2026 |
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
        assessment_checkpoint,
        on="Sun 22 Mar 2026",
        record="""
            assessments
            child | began on       | source | requested on
            Ava   | Mon 2 Mar 2026 | return | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026 | list   | Mon 2 Mar 2026
            Cal   | Mon 2 Mar 2026 |        | Mon 2 Mar 2026
        """,
        sources="""
            child | fact                    | known from | judged at
            Ben   | assessments reviewed on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Mon 16 Mar 2026 |                      | not known
            Ben   | Mon 16 Mar 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Mon 16 Mar 2026 |                      | overdue
        """,
    )
