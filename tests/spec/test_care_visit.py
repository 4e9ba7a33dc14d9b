"""Visits in placement: within a week of a placement's start, then at least every six weeks."""

from goldthread.rulebook.clocks import CLOCKS

care_visit = CLOCKS["care_visit"]


def test_within_a_week_and_then_every_six_weeks(spec):
    """Calendar weeks: Christmas and New Year move nothing."""
    spec(
        care_visit,
        on="Fri 1 Jan 2027",
        record="""
            placements
            child | kind | began on
            Ava   | U4   | Thu 24 Dec 2026
            Ben   | U4   | Thu 24 Dec 2026
            Cal   | U4   | Mon 2 Nov 2026
            Dee   |      | Thu 24 Dec 2026

            visits
            child | held on         | seen
            Ava   | Thu 31 Dec 2026 | yes
            Cal   | Mon 9 Nov 2026  | yes
            Cal   | Tue 22 Dec 2026 | yes
        """,
        expect="""
            child | row    | from            | due             | plan by         | state
            Ava   | CLA-V1 | Thu 24 Dec 2026 | Thu 31 Dec 2026 | Thu 31 Dec 2026 | met
            Ava   | CLA-V2 | Thu 31 Dec 2026 | Thu 11 Feb 2027 | Thu 11 Feb 2027 | running
            Ben   | CLA-V1 | Thu 24 Dec 2026 | Thu 31 Dec 2026 | Thu 31 Dec 2026 | overdue
            Cal   | CLA-V1 | Mon 2 Nov 2026  | Mon 9 Nov 2026  | Mon 9 Nov 2026  | met
            Cal   | CLA-V2 | Mon 9 Nov 2026  | Mon 21 Dec 2026 | Mon 21 Dec 2026 | met late
            Cal   | CLA-V2 | Tue 22 Dec 2026 | Tue 2 Feb 2027  | Tue 2 Feb 2027  | running
            Dee   | CLA-V1 | Thu 24 Dec 2026 | Thu 31 Dec 2026 | Thu 31 Dec 2026 | overdue
        """,
    )


def test_every_move_starts_again_with_a_visit_in_a_week(spec):
    """A visit on the day of the move serves both placements."""
    spec(
        care_visit,
        on="Thu 16 Apr 2026",
        record="""
            placements
            child | kind | began on        | ended on
            Ava   | U4   | Mon 2 Mar 2026  | Mon 23 Mar 2026
            Ava   | U6   | Mon 23 Mar 2026 |
            Ben   | U4   | Mon 2 Mar 2026  | Mon 23 Mar 2026
            Ben   | U6   | Mon 23 Mar 2026 |

            visits
            child | held on         | seen
            Ava   | Fri 6 Mar 2026  | yes
            Ava   | Thu 26 Mar 2026 | yes
            Ben   | Mon 23 Mar 2026 | yes
        """,
        expect="""
            child | row    | from            | due             | stopped         | state
            Ava   | CLA-V1 | Mon 2 Mar 2026  | Mon 9 Mar 2026  | Mon 23 Mar 2026 | met
            Ava   | CLA-V2 | Fri 6 Mar 2026  | Fri 17 Apr 2026 | Mon 23 Mar 2026 | ended
            Ava   | CLA-V1 | Mon 23 Mar 2026 | Mon 30 Mar 2026 |                 | met
            Ava   | CLA-V2 | Thu 26 Mar 2026 | Thu 7 May 2026  |                 | running
            Ben   | CLA-V1 | Mon 2 Mar 2026  | Mon 9 Mar 2026  | Mon 23 Mar 2026 | met late
            Ben   | CLA-V2 | Mon 23 Mar 2026 | Mon 4 May 2026  | Mon 23 Mar 2026 | ended
            Ben   | CLA-V1 | Mon 23 Mar 2026 | Mon 30 Mar 2026 |                 | met
            Ben   | CLA-V2 | Mon 23 Mar 2026 | Mon 4 May 2026  |                 | running
        """,
    )


def test_a_failed_visit_does_not_count(spec):
    """The child was not seen: the breach stands until they are."""
    spec(
        care_visit,
        on="Wed 11 Mar 2026",
        record="""
            placements
            child | kind | began on
            Ava   | U4   | Mon 2 Mar 2026
            Ben   | U4   | Mon 2 Mar 2026

            visits
            child | held on         | seen
            Ava   | Fri 6 Mar 2026  | no
            Ben   | Fri 6 Mar 2026  | no
            Ben   | Tue 10 Mar 2026 | yes
        """,
        expect="""
            child | due             | done            | state
            Ava   | Mon 9 Mar 2026  |                 | overdue
            Ben   | Mon 9 Mar 2026  | Tue 10 Mar 2026 | met late
            Ben   | Tue 21 Apr 2026 |                 | running
        """,
    )


def test_children_with_adopters_or_parents_or_in_short_breaks_have_other_rules(spec):
    """A care order changes nothing for a child with carers; after short breaks, a new placement counts."""
    spec(
        care_visit,
        on="Wed 11 Mar 2026",
        record="""
            placements
            child | kind | basis             | began on
            Ava   | P1   | before-assessment | Mon 2 Mar 2026
            Ben   | A3   |                   | Mon 2 Mar 2026
            Cal   | U4   |                   | Mon 2 Mar 2026
            Dee   | U4   |                   | Mon 2 Mar 2026
            Eve   | K2   |                   | Mon 2 Mar 2026
            Fay   | P1   |                   | Mon 2 Mar 2026
            Gil   | P1   | assessed          | Mon 2 Mar 2026

            legal statuses
            child | status | began on       | ended on
            Cal   | V4     | Mon 5 Jan 2026 |
            Dee   | V3     | Mon 5 Jan 2026 | Mon 2 Mar 2026
            Eve   | C2     | Mon 2 Mar 2026 |
            Fay   | C2     | Mon 5 Jan 2026 |
        """,
        expect="""
            child | due            | state
            Ava   |                | no duty
            Ben   |                | no duty
            Cal   |                | no duty
            Dee   | Mon 9 Mar 2026 | overdue
            Eve   | Mon 9 Mar 2026 | overdue
            Fay   |                | no duty
            Gil   |                | no duty
        """,
    )


def test_a_year_in_a_lasting_placement_replaces_it(spec):
    """A placement meant to last to eighteen is visited by another rule after a year; any other stays at six weeks."""
    spec(
        care_visit,
        on="Mon 20 Apr 2026",
        record="""
            placements
            child | kind | began on       | permanent
            Ava   | U4   | Mon 3 Mar 2025 | yes
            Ben   | U4   | Mon 3 Mar 2025 | no
            Cal   | U4   | Mon 3 Mar 2025 |
            Dee   | U4   | Mon 3 Mar 2025 | yes

            visits
            child | held on         | seen
            Ava   | Mon 3 Mar 2025  | yes
            Ava   | Tue 3 Feb 2026  | yes
            Ben   | Tue 3 Feb 2026  | yes
            Cal   | Tue 3 Feb 2026  | yes
            Dee   | Tue 6 Jan 2026  | yes
        """,
        expect="""
            child | row    | from           | due             | stopped        | state
            Ava   | CLA-V1 | Mon 3 Mar 2025 | Mon 10 Mar 2025 | Tue 3 Mar 2026 | met
            Ava   | CLA-V2 | Mon 3 Mar 2025 | Mon 14 Apr 2025 | Tue 3 Mar 2026 | met late
            Ava   | CLA-V2 | Tue 3 Feb 2026 | Tue 17 Mar 2026 | Tue 3 Mar 2026 | superseded
            Ben   | CLA-V1 | Mon 3 Mar 2025 | Mon 10 Mar 2025 |                | met late
            Ben   | CLA-V2 | Tue 3 Feb 2026 | Tue 17 Mar 2026 |                | overdue
            Cal   | CLA-V1 | Mon 3 Mar 2025 | Mon 10 Mar 2025 |                | met late
            Cal   | CLA-V2 | Tue 3 Feb 2026 | Tue 17 Mar 2026 |                | overdue
            Dee   | CLA-V1 | Mon 3 Mar 2025 | Mon 10 Mar 2025 | Tue 3 Mar 2026 | met late
            Dee   | CLA-V2 | Tue 6 Jan 2026 | Tue 17 Feb 2026 | Tue 3 Mar 2026 | lapsed
        """,
    )


def test_the_year_is_over_on_its_corresponding_day(spec):
    """The day before, the six weeks still run."""
    record = """
        placements
        child | kind | began on       | permanent
        Ava   | U4   | Mon 3 Mar 2025 | yes

        visits
        child | held on        | seen
        Ava   | Tue 3 Feb 2026 | yes
    """
    spec(
        care_visit,
        on="Mon 2 Mar 2026",
        record=record,
        expect="""
            child | row    | due             | stopped | state
            Ava   | CLA-V1 | Mon 10 Mar 2025 |         | met late
            Ava   | CLA-V2 | Tue 17 Mar 2026 |         | running
        """,
    )
    spec(
        care_visit,
        on="Tue 3 Mar 2026",
        record=record,
        expect="""
            child | row    | due             | stopped        | state
            Ava   | CLA-V1 | Mon 10 Mar 2025 | Tue 3 Mar 2026 | met late
            Ava   | CLA-V2 | Tue 17 Mar 2026 | Tue 3 Mar 2026 | superseded
        """,
    )


def test_a_source_that_holds_no_visits_makes_nobody_late(spec):
    """Where it holds them only from a later day, a placement that began before counts six weeks from that day."""
    spec(
        care_visit,
        on="Fri 1 May 2026",
        record="""
            placements
            child | kind | began on        | ended on        | source
            Ava   | U4   | Mon 2 Mar 2026  |                 | return
            Ben   | U4   | Mon 2 Mar 2026  |                 | list
            Cal   | U4   | Mon 2 Mar 2026  | Mon 16 Mar 2026 | list
            Dee   | U4   | Mon 23 Mar 2026 |                 | list
        """,
        sources="""
            child | fact           | known from      | judged at
            Ben   | visits held on | Fri 20 Mar 2026 | Thu 30 Apr 2026 12:00
            Cal   | visits held on | Fri 20 Mar 2026 | Thu 30 Apr 2026 12:00
            Dee   | visits held on | Fri 20 Mar 2026 | Thu 30 Apr 2026 12:00
        """,
        expect="""
            child | row    | counted from | from            | due             | state
            Ava   | CLA-V1 | start        | Mon 2 Mar 2026  | Mon 9 Mar 2026  | not known
            Ben   | CLA-V2 | coverage     | Fri 20 Mar 2026 | Fri 1 May 2026  | running
            Cal   |        |              |                 |                 | no duty
            Dee   | CLA-V1 | start        | Mon 23 Mar 2026 | Mon 30 Mar 2026 | overdue
        """,
    )
