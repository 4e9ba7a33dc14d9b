"""Visit a child in a placement meant to last to eighteen who was never visited there in its first year."""

from goldthread.rulebook.clocks import CLOCKS

never_visited = CLOCKS["never_visited"]


def test_after_a_year_the_first_visit_is_owed_still(spec):
    """Late since the first week, until the child is seen; one seen in the first year is visited by the other duties."""
    spec(
        never_visited,
        on="Mon 8 Jun 2026",
        record="""
            placements
            child | permanent | began on
            Ava   | yes       | Mon 2 Jun 2025
            Ben   | yes       | Mon 2 Jun 2025
            Cal   | yes       | Mon 2 Jun 2025
            Dee   | yes       | Mon 9 Jun 2025
            Eve   | no        | Mon 2 Jun 2025

            visits
            child | seen | held on
            Ava   | no   | Mon 9 Jun 2025
            Ben   | yes  | Mon 2 Jun 2025
            Cal   | yes  | Fri 5 Jun 2026
        """,
        expect="""
            child | due            | done           | state
            Ava   | Mon 9 Jun 2025 |                | overdue
            Ben   |                |                | no duty
            Cal   | Mon 9 Jun 2025 | Fri 5 Jun 2026 | met late
            Dee   |                |                | no duty
            Eve   |                |                | no duty
        """,
    )


def test_what_stops_it_leaves_the_breach(spec):
    """A placement that ends in its first year is not asked; one that ends later leaves the breach."""
    spec(
        never_visited,
        on="Mon 8 Jun 2026",
        record="""
            children
            child | died on
            Cal   | Thu 4 Jun 2026

            placements
            child | permanent | began on       | ended on
            Ava   | yes       | Mon 2 Jun 2025 | Mon 1 Jun 2026
            Ben   | yes       | Mon 2 Jun 2025 | Fri 5 Jun 2026
            Cal   | yes       | Mon 2 Jun 2025 |
        """,
        expect="""
            child | due            | stopped        | state
            Ava   |                |                | no duty
            Ben   | Mon 9 Jun 2025 | Fri 5 Jun 2026 | lapsed
            Cal   | Mon 9 Jun 2025 | Thu 4 Jun 2026 | lapsed
        """,
    )


def test_those_with_visits_by_other_rules_are_not_asked(spec):
    """With parents, with prospective adopters, before an assessment, and in a series of short breaks."""
    spec(
        never_visited,
        on="Mon 8 Jun 2026",
        record="""
            placements
            child | permanent | kind | basis             | began on
            Ava   | yes       | P1   |                   | Mon 2 Jun 2025
            Ben   | yes       | A3   |                   | Mon 2 Jun 2025
            Cal   | yes       |      | before-assessment | Mon 2 Jun 2025
            Dee   | yes       | U1   |                   | Mon 2 Jun 2025
            Eve   | yes       | U4   | approved          | Mon 2 Jun 2025

            legal statuses
            child | status | began on
            Dee   | V4     | Mon 2 Jun 2025
        """,
        expect="""
            child | due            | state
            Ava   |                | no duty
            Ben   |                | no duty
            Cal   |                | no duty
            Dee   |                | no duty
            Eve   | Mon 9 Jun 2025 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing; nor does a visit before the placement."""
    spec(
        never_visited,
        on="Mon 8 Jun 2026",
        record="""
            placements
            child | permanent | began on       | withdrawn
            Ava   | yes       | Mon 2 Jun 2025 | yes
            Ben   | yes       | Mon 2 Jun 2025 |
            Cal   | yes       | Mon 2 Jun 2025 |

            visits
            child | seen | held on        | withdrawn
            Ben   | yes  | Mon 9 Jun 2025 | yes
            Cal   | yes  | Sun 1 Jun 2025 |
        """,
        expect="""
            child | due            | state
            Ava   |                | no duty
            Ben   | Mon 9 Jun 2025 | overdue
            Cal   | Mon 9 Jun 2025 | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it, or holds it only from later; where it does, judged at its moment."""
    spec(
        never_visited,
        on="Mon 8 Jun 2026",
        record="""
            placements
            child | permanent | began on       | source
            Ava   | yes       | Mon 2 Jun 2025 | return
            Ben   | yes       | Mon 2 Jun 2025 | list
            Cal   | yes       | Mon 2 Jun 2025 | list
            Dee   | yes       | Mon 2 Jun 2025 |
        """,
        sources="""
            child | fact           | known from     | judged at
            Ben   | visits held on |                | Wed 3 Jun 2026 12:00
            Cal   | visits held on | Wed 1 Apr 2026 | Wed 3 Jun 2026 12:00
        """,
        expect="""
            child | due            | judged at            | state
            Ava   | Mon 9 Jun 2025 |                      | not known
            Ben   | Mon 9 Jun 2025 | Wed 3 Jun 2026 12:00 | overdue
            Cal   | Mon 9 Jun 2025 | Wed 3 Jun 2026 12:00 | not known
            Dee   | Mon 9 Jun 2025 |                      | overdue
        """,
    )
