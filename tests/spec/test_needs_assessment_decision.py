"""Tell a family within six weeks whether an education, health and care needs assessment will be made."""

from goldthread.rulebook.clocks import CLOCKS

needs_assessment_decision = CLOCKS["needs_assessment_decision"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 6 weeks from Mon 2 Mar 2026.

    Calendar weeks from receipt of the request.
    """
    spec(
        needs_assessment_decision,
        on="Sun 19 Apr 2026",
        record="""
            education plans
            child | kind                  | requested on   | assessment decided on
            Ava   | education-health-care | Mon 2 Mar 2026 | Mon 13 Apr 2026
            Ben   | education-health-care | Mon 2 Mar 2026 | Tue 14 Apr 2026
            Cal   | education-health-care | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | done            | state
            Ava   | Mon 13 Apr 2026 | Mon 13 Apr 2026 | met
            Ben   | Mon 13 Apr 2026 | Tue 14 Apr 2026 | met late
            Cal   | Mon 13 Apr 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Children: died on: before it is due it ends, after that the breach stays."""
    spec(
        needs_assessment_decision,
        on="Sun 19 Apr 2026",
        record="""
            children
            child | died on
            Ava   | Mon 23 Mar 2026
            Ben   | Wed 15 Apr 2026

            education plans
            child | kind                  | requested on
            Ava   | education-health-care | Mon 2 Mar 2026
            Ben   | education-health-care | Mon 2 Mar 2026
            Cal   | education-health-care | Mon 2 Mar 2026
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Mon 13 Apr 2026 | Mon 23 Mar 2026 | ended
            Ben   | Mon 13 Apr 2026 | Wed 15 Apr 2026 | lapsed
            Cal   | Mon 13 Apr 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        needs_assessment_decision,
        on="Sun 19 Apr 2026",
        record="""
            education plans
            child | kind                  | requested on   | withdrawn | assessment decided on
            Ava   | education-health-care | Mon 2 Mar 2026 | yes       |
            Ben   | education-health-care | Mon 2 Mar 2026 |           | Sun 1 Mar 2026
            Dee   | education-health-care | Mon 2 Mar 2026 |           |
        """,
        expect="""
            child | due             | done | state
            Ava   |                 |      | no duty
            Ben   | Mon 13 Apr 2026 |      | overdue
            Dee   | Mon 13 Apr 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        needs_assessment_decision,
        on="Sun 19 Apr 2026",
        record="""
            education plans
            child | kind                  | requested on   | source
            Ava   | education-health-care | Mon 2 Mar 2026 | return
            Ben   | education-health-care | Mon 2 Mar 2026 | list
            Cal   | education-health-care | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                                  | known from | judged at
            Ben   | education plans assessment decided on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Mon 13 Apr 2026 |                      | not known
            Ben   | Mon 13 Apr 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Mon 13 Apr 2026 |                      | overdue
        """,
    )
