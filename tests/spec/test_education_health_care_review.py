"""Review an education, health and care plan at least once a year."""

from goldthread.rulebook.clocks import CLOCKS

education_health_care_review = CLOCKS["education_health_care_review"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 12 months from Mon 2 Mar 2026.

    From the plan or the last review.
    """
    spec(
        education_health_care_review,
        on="Mon 8 Mar 2027",
        record="""
            education plans
            child | kind                  | held on
            Ava   | education-health-care | Mon 2 Mar 2026
            Ava   | education-health-care | Tue 2 Mar 2027
            Ben   | education-health-care | Mon 2 Mar 2026
            Ben   | education-health-care | Wed 3 Mar 2027
            Cal   | education-health-care | Mon 2 Mar 2026
        """,
        expect="""
            child | due            | done           | state
            Ava   | Tue 2 Mar 2027 | Tue 2 Mar 2027 | met
            Ava   | Thu 2 Mar 2028 |                | running
            Ben   | Tue 2 Mar 2027 | Wed 3 Mar 2027 | met late
            Ben   | Fri 3 Mar 2028 |                | running
            Cal   | Tue 2 Mar 2027 |                | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Children: died on: before it is due it ends, after that the breach stays."""
    spec(
        education_health_care_review,
        on="Mon 8 Mar 2027",
        record="""
            children
            child | died on
            Ava   | Mon 31 Aug 2026
            Ben   | Thu 4 Mar 2027

            education plans
            child | kind                  | held on
            Ava   | education-health-care | Mon 2 Mar 2026
            Ben   | education-health-care | Mon 2 Mar 2026
            Cal   | education-health-care | Mon 2 Mar 2026
        """,
        expect="""
            child | due            | stopped         | state
            Ava   | Tue 2 Mar 2027 | Mon 31 Aug 2026 | ended
            Ben   | Tue 2 Mar 2027 | Thu 4 Mar 2027  | lapsed
            Cal   | Tue 2 Mar 2027 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing."""
    spec(
        education_health_care_review,
        on="Mon 8 Mar 2027",
        record="""
            education plans
            child | kind                  | held on        | withdrawn
            Ava   | education-health-care | Mon 2 Mar 2026 | yes
            Ben   | education-health-care | Mon 2 Mar 2026 |
            Ben   | education-health-care | Tue 2 Mar 2027 | yes
            Dee   | education-health-care | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due            | done | state
            Ava   |                |      | no duty
            Ben   | Tue 2 Mar 2027 |      | overdue
            Dee   | Tue 2 Mar 2027 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        education_health_care_review,
        on="Mon 8 Mar 2027",
        record="""
            education plans
            child | kind                  | held on        | source
            Ava   | education-health-care | Mon 2 Mar 2026 | return
            Ben   | education-health-care | Mon 2 Mar 2026 | list
            Cal   | education-health-care | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                    | known from | judged at
            Ben   | education plans held on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due            | judged at            | state
            Ava   | Tue 2 Mar 2027 |                      | not known
            Ben   | Tue 2 Mar 2027 | Tue 3 Mar 2026 12:00 | running
            Cal   | Tue 2 Mar 2027 |                      | overdue
        """,
    )
