"""Visit a child in a placement meant to last to eighteen at least every three months after its first year."""

from goldthread.rulebook.clocks import CLOCKS

long_term_visit = CLOCKS["long_term_visit"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, and late after it: 3 months from Mon 2 Mar 2026."""
    spec(
        long_term_visit,
        on="Mon 8 Jun 2026",
        record="""
            placements
            child | permanent | began on
            Ava   | yes       | Mon 3 Jun 2024
            Ben   | yes       | Mon 3 Jun 2024
            Cal   | yes       | Mon 3 Jun 2024

            visits
            child | seen | held on
            Ava   | yes  | Mon 2 Mar 2026
            Ava   | yes  | Tue 2 Jun 2026
            Ben   | yes  | Mon 2 Mar 2026
            Ben   | yes  | Wed 3 Jun 2026
            Cal   | yes  | Mon 2 Mar 2026
        """,
        expect="""
            child | due            | done           | state
            Ava   | Tue 2 Jun 2026 | Tue 2 Jun 2026 | met
            Ava   | Wed 2 Sep 2026 |                | running
            Ben   | Tue 2 Jun 2026 | Wed 3 Jun 2026 | met late
            Ben   | Thu 3 Sep 2026 |                | running
            Cal   | Tue 2 Jun 2026 |                | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Children: died on: before it is due it ends, after that the breach stays."""
    spec(
        long_term_visit,
        on="Mon 8 Jun 2026",
        record="""
            children
            child | died on
            Ava   | Fri 17 Apr 2026
            Ben   | Thu 4 Jun 2026

            placements
            child | permanent | began on
            Ava   | yes       | Mon 3 Jun 2024
            Ben   | yes       | Mon 3 Jun 2024
            Cal   | yes       | Mon 3 Jun 2024

            visits
            child | seen | held on
            Ava   | yes  | Mon 2 Mar 2026
            Ben   | yes  | Mon 2 Mar 2026
            Cal   | yes  | Mon 2 Mar 2026
        """,
        expect="""
            child | due            | stopped         | state
            Ava   | Tue 2 Jun 2026 | Fri 17 Apr 2026 | ended
            Ben   | Tue 2 Jun 2026 | Thu 4 Jun 2026  | lapsed
            Cal   | Tue 2 Jun 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing."""
    spec(
        long_term_visit,
        on="Mon 8 Jun 2026",
        record="""
            placements
            child | permanent | began on
            Ava   | yes       | Mon 3 Jun 2024
            Ben   | yes       | Mon 3 Jun 2024
            Dee   | yes       | Mon 3 Jun 2024

            visits
            child | seen | held on        | withdrawn
            Ava   | yes  | Mon 2 Mar 2026 | yes
            Ben   | yes  | Mon 2 Mar 2026 |
            Ben   | yes  | Tue 2 Jun 2026 | yes
            Dee   | yes  | Mon 2 Mar 2026 |
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
        long_term_visit,
        on="Mon 8 Jun 2026",
        record="""
            placements
            child | permanent | began on
            Ava   | yes       | Mon 3 Jun 2024
            Ben   | yes       | Mon 3 Jun 2024
            Cal   | yes       | Mon 3 Jun 2024

            visits
            child | seen | held on        | source
            Ava   | yes  | Mon 2 Mar 2026 | return
            Ben   | yes  | Mon 2 Mar 2026 | list
            Cal   | yes  | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact           | known from | judged at
            Ben   | visits held on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due            | judged at            | state
            Ava   | Tue 2 Jun 2026 |                      | not known
            Ben   | Tue 2 Jun 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Tue 2 Jun 2026 |                      | overdue
        """,
    )
