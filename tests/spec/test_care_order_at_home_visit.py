"""Visit a child living with a parent under a full care order within a week of the order, then every six weeks."""

from goldthread.rulebook.clocks import CLOCKS

care_order_at_home_visit = CLOCKS["care_order_at_home_visit"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 1 week from Mon 2 Mar 2026.

    The making of the order is day 0; then from visit to visit.
    """
    spec(
        care_order_at_home_visit,
        on="Sun 15 Mar 2026",
        record="""
            placements
            child | kind | began on
            Ava   | P1   | Mon 16 Feb 2026
            Ben   | P1   | Mon 16 Feb 2026
            Cal   | P1   | Mon 16 Feb 2026

            legal statuses
            child | status | began on
            Ava   | C2     | Mon 2 Mar 2026
            Ben   | C2     | Mon 2 Mar 2026
            Cal   | C2     | Mon 2 Mar 2026

            visits
            child | seen | held on
            Ava   | yes  | Mon 9 Mar 2026
            Ben   | yes  | Tue 10 Mar 2026
        """,
        expect="""
            child | due             | done            | state
            Ava   | Mon 9 Mar 2026  | Mon 9 Mar 2026  | met
            Ava   | Mon 20 Apr 2026 |                 | running
            Ben   | Mon 9 Mar 2026  | Tue 10 Mar 2026 | met late
            Ben   | Tue 21 Apr 2026 |                 | running
            Cal   | Mon 9 Mar 2026  |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Legal statuses: ended on: before it is due it ends, after that the breach stays."""
    spec(
        care_order_at_home_visit,
        on="Sun 15 Mar 2026",
        record="""
            placements
            child | kind | began on
            Ava   | P1   | Mon 16 Feb 2026
            Ben   | P1   | Mon 16 Feb 2026
            Cal   | P1   | Mon 16 Feb 2026

            legal statuses
            child | status | began on       | ended on
            Ava   | C2     | Mon 2 Mar 2026 | Thu 5 Mar 2026
            Ben   | C2     | Mon 2 Mar 2026 | Wed 11 Mar 2026
            Cal   | C2     | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due            | stopped         | state
            Ava   | Mon 9 Mar 2026 | Thu 5 Mar 2026  | ended
            Ben   | Mon 9 Mar 2026 | Wed 11 Mar 2026 | lapsed
            Cal   | Mon 9 Mar 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing; nor does what was done too early."""
    spec(
        care_order_at_home_visit,
        on="Sun 15 Mar 2026",
        record="""
            placements
            child | kind | began on
            Ava   | P1   | Mon 16 Feb 2026
            Ben   | P1   | Mon 16 Feb 2026
            Cal   | P1   | Mon 16 Feb 2026
            Dee   | P1   | Mon 16 Feb 2026

            legal statuses
            child | status | began on       | withdrawn
            Ava   | C2     | Mon 2 Mar 2026 | yes
            Ben   | C2     | Mon 2 Mar 2026 |
            Cal   | C2     | Mon 2 Mar 2026 |
            Dee   | C2     | Mon 2 Mar 2026 |

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
        care_order_at_home_visit,
        on="Sun 15 Mar 2026",
        record="""
            placements
            child | kind | began on
            Ava   | P1   | Mon 16 Feb 2026
            Ben   | P1   | Mon 16 Feb 2026
            Cal   | P1   | Mon 16 Feb 2026

            legal statuses
            child | status | began on       | source
            Ava   | C2     | Mon 2 Mar 2026 | return
            Ben   | C2     | Mon 2 Mar 2026 | list
            Cal   | C2     | Mon 2 Mar 2026 |
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


def test_parents_who_are_not_yet_assessed_have_the_stricter_duty(spec):
    """Weekly visits until the first review (regulation 28(3)) leave nothing for this one to ask."""
    spec(
        care_order_at_home_visit,
        on="Sun 8 Mar 2026",
        record="""
            placements
            child | kind | basis             | began on
            Ava   | P1   | before-assessment | Mon 16 Feb 2026
            Ben   | P1   | assessed          | Mon 16 Feb 2026

            legal statuses
            child | status | began on
            Ava   | C2     | Mon 2 Mar 2026
            Ben   | C2     | Mon 2 Mar 2026
        """,
        expect="""
            child | due            | state
            Ava   |                | no duty
            Ben   | Mon 9 Mar 2026 | running
        """,
    )
