"""Issue the final education, health and care plan within twenty weeks of the request."""

from goldthread.rulebook.clocks import CLOCKS

education_health_care_plan = CLOCKS["education_health_care_plan"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 20 weeks from Mon 2 Mar 2026.

    Calendar weeks from receipt of the request.
    """
    spec(
        education_health_care_plan,
        on="Sun 26 Jul 2026",
        record="""
            education plans
            child | kind                  | requested on   | held on
            Ava   | education-health-care | Mon 2 Mar 2026 | Mon 20 Jul 2026
            Ben   | education-health-care | Mon 2 Mar 2026 | Tue 21 Jul 2026
            Cal   | education-health-care | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | done            | state
            Ava   | Mon 20 Jul 2026 | Mon 20 Jul 2026 | met
            Ben   | Mon 20 Jul 2026 | Tue 21 Jul 2026 | met late
            Cal   | Mon 20 Jul 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Education plans: refused on: before it is due it ends, after that the breach stays."""
    spec(
        education_health_care_plan,
        on="Sun 26 Jul 2026",
        record="""
            education plans
            child | kind                  | requested on   | refused on
            Ava   | education-health-care | Mon 2 Mar 2026 | Mon 11 May 2026
            Ben   | education-health-care | Mon 2 Mar 2026 | Wed 22 Jul 2026
            Cal   | education-health-care | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Mon 20 Jul 2026 | Mon 11 May 2026 | ended
            Ben   | Mon 20 Jul 2026 | Wed 22 Jul 2026 | lapsed
            Cal   | Mon 20 Jul 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        education_health_care_plan,
        on="Sun 26 Jul 2026",
        record="""
            education plans
            child | kind                  | requested on   | withdrawn | held on
            Ava   | education-health-care | Mon 2 Mar 2026 | yes       |
            Ben   | education-health-care | Mon 2 Mar 2026 |           | Sun 1 Mar 2026
            Dee   | education-health-care | Mon 2 Mar 2026 |           |
        """,
        expect="""
            child | due             | done | state
            Ava   |                 |      | no duty
            Ben   | Mon 20 Jul 2026 |      | overdue
            Dee   | Mon 20 Jul 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        education_health_care_plan,
        on="Sun 26 Jul 2026",
        record="""
            education plans
            child | kind                  | requested on   | source
            Ava   | education-health-care | Mon 2 Mar 2026 | return
            Ben   | education-health-care | Mon 2 Mar 2026 | list
            Cal   | education-health-care | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                    | known from | judged at
            Ben   | education plans held on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Mon 20 Jul 2026 |                      | not known
            Ben   | Mon 20 Jul 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Mon 20 Jul 2026 |                      | overdue
        """,
    )
