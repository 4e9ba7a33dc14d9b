"""Visit a child placed with parents before their assessment at least once a week until the first review."""

from goldthread.rulebook.clocks import CLOCKS

unassessed_parent_visit = CLOCKS["unassessed_parent_visit"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, and late after it: 1 week from Mon 2 Mar 2026."""
    spec(
        unassessed_parent_visit,
        on="Sun 15 Mar 2026",
        record="""
            placements
            child | basis             | began on
            Ava   | before-assessment | Mon 2 Mar 2026
            Ben   | before-assessment | Mon 2 Mar 2026
            Cal   | before-assessment | Mon 2 Mar 2026

            visits
            child | seen | held on
            Ava   | yes  | Mon 9 Mar 2026
            Ben   | yes  | Tue 10 Mar 2026
        """,
        expect="""
            child | due             | done            | state
            Ava   | Mon 9 Mar 2026  | Mon 9 Mar 2026  | met
            Ava   | Mon 16 Mar 2026 |                 | running
            Ben   | Mon 9 Mar 2026  | Tue 10 Mar 2026 | met late
            Ben   | Tue 17 Mar 2026 |                 | running
            Cal   | Mon 9 Mar 2026  |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Placements: ended on: before it is due it ends, after that the breach stays."""
    spec(
        unassessed_parent_visit,
        on="Sun 15 Mar 2026",
        record="""
            placements
            child | basis             | began on       | ended on
            Ava   | before-assessment | Mon 2 Mar 2026 | Thu 5 Mar 2026
            Ben   | before-assessment | Mon 2 Mar 2026 | Wed 11 Mar 2026
            Cal   | before-assessment | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due            | stopped         | state
            Ava   | Mon 9 Mar 2026 | Thu 5 Mar 2026  | ended
            Ben   | Mon 9 Mar 2026 | Wed 11 Mar 2026 | lapsed
            Cal   | Mon 9 Mar 2026 |                 | overdue
        """,
    )


def test_after_the_first_review_it_is_due_every_six_weeks(spec):
    """From the last visit before that review; one already late then stays late, and a later review changes nothing."""
    spec(
        unassessed_parent_visit,
        on="Wed 18 Mar 2026",
        record="""
            placements
            child | basis             | began on
            Ava   | before-assessment | Mon 2 Mar 2026
            Ben   | before-assessment | Mon 2 Mar 2026
            Cal   | before-assessment | Mon 2 Mar 2026
            Dee   | before-assessment | Mon 2 Mar 2026

            reviews
            child | held on
            Ava   | Thu 12 Mar 2026
            Ben   | Mon 9 Mar 2026
            Cal   | Tue 10 Mar 2026
            Dee   | Wed 11 Mar 2026
            Dee   | Wed 18 Mar 2026

            visits
            child | seen | held on
            Ava   | yes  | Mon 9 Mar 2026
            Dee   | yes  | Mon 9 Mar 2026
            Dee   | yes  | Mon 16 Mar 2026
        """,
        expect="""
            child | from            | due             | state
            Ava   | Mon 2 Mar 2026  | Mon 9 Mar 2026  | met
            Ava   | Mon 9 Mar 2026  | Mon 20 Apr 2026 | running
            Ben   | Mon 2 Mar 2026  | Mon 13 Apr 2026 | running
            Cal   | Mon 2 Mar 2026  | Mon 9 Mar 2026  | overdue
            Dee   | Mon 2 Mar 2026  | Mon 9 Mar 2026  | met
            Dee   | Mon 9 Mar 2026  | Mon 20 Apr 2026 | met
            Dee   | Mon 16 Mar 2026 | Mon 27 Apr 2026 | running
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing; nor does what was done too early."""
    spec(
        unassessed_parent_visit,
        on="Sun 15 Mar 2026",
        record="""
            placements
            child | basis             | began on       | withdrawn
            Ava   | before-assessment | Mon 2 Mar 2026 | yes
            Ben   | before-assessment | Mon 2 Mar 2026 |
            Cal   | before-assessment | Mon 2 Mar 2026 |
            Dee   | before-assessment | Mon 2 Mar 2026 |

            visits
            child | seen | held on        | withdrawn
            Ben   | yes  | Mon 9 Mar 2026 | yes
            Cal   | yes  | Sun 1 Mar 2026 |
        """,
        expect="""
            child | due            | done | state
            Ava   |                |      | no duty
            Ben   | Mon 9 Mar 2026 |      | overdue
            Cal   | Mon 9 Mar 2026 |      | overdue
            Dee   | Mon 9 Mar 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        unassessed_parent_visit,
        on="Sun 15 Mar 2026",
        record="""
            placements
            child | basis             | began on       | source
            Ava   | before-assessment | Mon 2 Mar 2026 | return
            Ben   | before-assessment | Mon 2 Mar 2026 | list
            Cal   | before-assessment | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact           | known from | judged at
            Ben   | visits held on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due            | judged at            | state
            Ava   | Mon 9 Mar 2026 |                      | not known
            Ben   | Mon 9 Mar 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Mon 9 Mar 2026 |                      | overdue
        """,
    )


def test_an_interim_order_has_a_stricter_duty_of_its_own(spec):
    """In force on the day of the placement it leaves nothing to start; made later it takes the place of this duty."""
    spec(
        unassessed_parent_visit,
        on="Sun 8 Mar 2026",
        record="""
            placements
            child | kind | basis             | began on
            Ava   | P1   | before-assessment | Mon 2 Mar 2026
            Ben   | P1   | before-assessment | Mon 2 Mar 2026
            Cal   | P1   | before-assessment | Mon 2 Mar 2026

            legal statuses
            child | status | began on
            Ava   | C1     | Mon 16 Feb 2026
            Ben   | C1     | Thu 5 Mar 2026
            Cal   | C2     | Thu 5 Mar 2026
        """,
        expect="""
            child | due            | stopped        | state
            Ava   |                |                | no duty
            Ben   | Mon 9 Mar 2026 | Thu 5 Mar 2026 | superseded
            Cal   | Mon 9 Mar 2026 |                | running
        """,
    )
