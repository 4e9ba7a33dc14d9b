"""Have a carer complete a strengths and difficulties questionnaire each year for a child of 4 to 16 in care."""

from goldthread.rulebook.clocks import CLOCKS

feelings_questionnaire = CLOCKS["feelings_questionnaire"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, and late after it: 12 months from Mon 2 Mar 2026."""
    spec(
        feelings_questionnaire,
        on="Mon 8 Mar 2027",
        record="""
            children
            child | born on
            Ava   | Fri 15 Jan 2021
            Ben   | Fri 15 Jan 2021
            Cal   | Fri 15 Jan 2021

            care episodes
            child | began on
            Ava   | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026
            Cal   | Mon 2 Mar 2026

            health checks
            child | kind                       | outcome | held on
            Ava   | strengths-and-difficulties | done    | Tue 2 Mar 2027
            Ben   | strengths-and-difficulties | done    | Wed 3 Mar 2027
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
    """Care episodes: ended on: before it is due it ends, after that the breach stays."""
    spec(
        feelings_questionnaire,
        on="Mon 8 Mar 2027",
        record="""
            children
            child | born on
            Ava   | Fri 15 Jan 2021
            Ben   | Fri 15 Jan 2021
            Cal   | Fri 15 Jan 2021

            care episodes
            child | began on       | ended on
            Ava   | Mon 2 Mar 2026 | Mon 31 Aug 2026
            Ben   | Mon 2 Mar 2026 | Thu 4 Mar 2027
            Cal   | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due            | stopped         | state
            Ava   | Tue 2 Mar 2027 | Mon 31 Aug 2026 | ended
            Ben   | Tue 2 Mar 2027 | Thu 4 Mar 2027  | lapsed
            Cal   | Tue 2 Mar 2027 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing; nor does what was done too early."""
    spec(
        feelings_questionnaire,
        on="Mon 8 Mar 2027",
        record="""
            children
            child | born on
            Ava   | Fri 15 Jan 2021
            Ben   | Fri 15 Jan 2021
            Cal   | Fri 15 Jan 2021
            Dee   | Fri 15 Jan 2021

            care episodes
            child | began on       | withdrawn
            Ava   | Mon 2 Mar 2026 | yes
            Ben   | Mon 2 Mar 2026 |
            Cal   | Mon 2 Mar 2026 |
            Dee   | Mon 2 Mar 2026 |

            health checks
            child | kind                       | outcome | held on        | withdrawn
            Ben   | strengths-and-difficulties | done    | Tue 2 Mar 2027 | yes
            Cal   | strengths-and-difficulties | done    | Sun 1 Mar 2026 |
        """,
        expect="""
            child | due            | done | state
            Ava   |                |      | no duty
            Ben   | Tue 2 Mar 2027 |      | overdue
            Cal   | Tue 2 Mar 2027 |      | overdue
            Dee   | Tue 2 Mar 2027 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        feelings_questionnaire,
        on="Mon 8 Mar 2027",
        record="""
            children
            child | born on
            Ava   | Fri 15 Jan 2021
            Ben   | Fri 15 Jan 2021
            Cal   | Fri 15 Jan 2021

            care episodes
            child | began on       | source
            Ava   | Mon 2 Mar 2026 | return
            Ben   | Mon 2 Mar 2026 | list
            Cal   | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                  | known from | judged at
            Ben   | health checks held on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due            | judged at            | state
            Ava   | Tue 2 Mar 2027 |                      | not known
            Ben   | Tue 2 Mar 2027 | Tue 3 Mar 2026 12:00 | running
            Cal   | Tue 2 Mar 2027 |                      | overdue
        """,
    )
