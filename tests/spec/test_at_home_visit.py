"""Visits at home with a parent: within a week of the placement, then at least every six weeks."""

from goldthread.rulebook.clocks import CLOCKS

at_home_visit = CLOCKS["at_home_visit"]


def test_within_a_week_and_then_every_six_weeks(spec):
    """Met on the last day that counts, and late after it. A year at home, even if it is meant to last, replaces nothing."""
    spec(
        at_home_visit,
        on="Mon 20 Apr 2026",
        record="""
            placements
            child | kind | began on       | permanent
            Ava   | P1   | Mon 2 Mar 2026 |
            Ben   | P1   | Mon 2 Mar 2026 |
            Cal   | P1   | Mon 3 Mar 2025 | yes

            visits
            child | held on         | seen
            Ava   | Mon 9 Mar 2026  | yes
            Ben   | Tue 10 Mar 2026 | yes
            Cal   | Tue 3 Feb 2026  | yes
        """,
        expect="""
            child | row    | from            | due             | state
            Ava   | CLA-V1 | Mon 2 Mar 2026  | Mon 9 Mar 2026  | met
            Ava   | CLA-V2 | Mon 9 Mar 2026  | Mon 20 Apr 2026 | running
            Ben   | CLA-V1 | Mon 2 Mar 2026  | Mon 9 Mar 2026  | met late
            Ben   | CLA-V2 | Tue 10 Mar 2026 | Tue 21 Apr 2026 | running
            Cal   | CLA-V1 | Mon 3 Mar 2025  | Mon 10 Mar 2025 | met late
            Cal   | CLA-V2 | Tue 3 Feb 2026  | Tue 17 Mar 2026 | overdue
        """,
    )


def test_an_order_made_at_home_takes_its_place(spec):
    """From the day of an interim or a full care order its own duty counts; another legal status changes nothing."""
    spec(
        at_home_visit,
        on="Sun 15 Mar 2026",
        record="""
            placements
            child | kind | began on
            Ava   | P1   | Mon 2 Mar 2026
            Ben   | P1   | Mon 2 Mar 2026
            Cal   | P1   | Mon 2 Mar 2026
            Dee   | P1   | Mon 2 Mar 2026

            legal statuses
            child | status | began on
            Ava   | C1     | Thu 5 Mar 2026
            Ben   | C2     | Wed 11 Mar 2026
            Cal   | C2     | Mon 2 Mar 2026
            Dee   | V2     | Thu 5 Mar 2026
        """,
        expect="""
            child | due            | stopped         | state
            Ava   | Mon 9 Mar 2026 | Thu 5 Mar 2026  | superseded
            Ben   | Mon 9 Mar 2026 | Wed 11 Mar 2026 | lapsed
            Cal   | Mon 9 Mar 2026 | Mon 2 Mar 2026  | superseded
            Dee   | Mon 9 Mar 2026 |                 | overdue
        """,
    )


def test_an_order_that_stood_before(spec):
    """A full care order asks the same six weeks, so this duty says both; an interim one has its own from the first day."""
    spec(
        at_home_visit,
        on="Wed 11 Mar 2026",
        record="""
            placements
            child | kind | basis             | began on
            Ava   | P1   |                   | Mon 2 Mar 2026
            Ben   | P1   | assessed          | Mon 2 Mar 2026
            Cal   | P1   | before-assessment | Mon 2 Mar 2026
            Dee   | P1   |                   | Mon 2 Mar 2026
            Eve   | U4   |                   | Mon 2 Mar 2026
            Fay   | P1   |                   | Mon 2 Mar 2026

            legal statuses
            child | status | began on        | ended on
            Ava   | C2     | Mon 5 Jan 2026  |
            Ben   | C1     | Mon 5 Jan 2026  |
            Dee   | C1     | Mon 5 Jan 2026  | Mon 2 Mar 2026
            Eve   | C2     | Mon 5 Jan 2026  |
            Fay   | V4     | Mon 5 Jan 2026  |
        """,
        expect="""
            child | due            | state
            Ava   | Mon 9 Mar 2026 | overdue
            Ben   |                | no duty
            Cal   |                | no duty
            Dee   | Mon 9 Mar 2026 | overdue
            Eve   |                | no duty
            Fay   |                | no duty
        """,
    )


def test_what_was_withdrawn_or_did_not_see_the_child_does_not_count(spec):
    """An order entered in error takes no duty's place; a visit at which the child was not seen meets none."""
    spec(
        at_home_visit,
        on="Wed 11 Mar 2026",
        record="""
            placements
            child | kind | began on       | ended on
            Ava   | P1   | Mon 2 Mar 2026 |
            Ben   | P1   | Mon 2 Mar 2026 |
            Cal   | P1   | Mon 2 Mar 2026 | Fri 6 Mar 2026

            legal statuses
            child | status | began on       | withdrawn
            Ava   | C2     | Thu 5 Mar 2026 | yes

            visits
            child | held on        | seen
            Ben   | Fri 6 Mar 2026 | no
        """,
        expect="""
            child | due            | stopped        | state
            Ava   | Mon 9 Mar 2026 |                | overdue
            Ben   | Mon 9 Mar 2026 |                | overdue
            Cal   | Mon 9 Mar 2026 | Fri 6 Mar 2026 | ended
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        at_home_visit,
        on="Sun 15 Mar 2026",
        record="""
            placements
            child | kind | began on       | source
            Ava   | P1   | Mon 2 Mar 2026 | return
            Ben   | P1   | Mon 2 Mar 2026 | list
            Cal   | P1   | Mon 2 Mar 2026 |
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
