"""Have a personal education plan ready for the first review of a child who comes into care."""

from goldthread.rulebook.clocks import CLOCKS

first_education_plan = CLOCKS["first_education_plan"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 20 working days from Mon 2 Mar 2026.

    The day the child became looked after is day 0; due by the first review if sooner.
    """
    spec(
        first_education_plan,
        on="Sun 5 Apr 2026",
        record="""
            children
            child | born on
            Ava   | Sat 15 Jan 2022
            Ben   | Sat 15 Jan 2022
            Cal   | Sat 15 Jan 2022

            care episodes
            child | began on
            Ava   | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026
            Cal   | Mon 2 Mar 2026

            education plans
            child | kind     | held on
            Ava   | personal | Mon 30 Mar 2026
            Ben   | personal | Tue 31 Mar 2026
        """,
        expect="""
            child | due             | done            | state
            Ava   | Mon 30 Mar 2026 | Mon 30 Mar 2026 | met
            Ben   | Mon 30 Mar 2026 | Tue 31 Mar 2026 | met late
            Cal   | Mon 30 Mar 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Care episodes: ended on: before it is due it ends, after that the breach stays."""
    spec(
        first_education_plan,
        on="Sun 5 Apr 2026",
        record="""
            children
            child | born on
            Ava   | Sat 15 Jan 2022
            Ben   | Sat 15 Jan 2022
            Cal   | Sat 15 Jan 2022

            care episodes
            child | began on       | ended on
            Ava   | Mon 2 Mar 2026 | Mon 16 Mar 2026
            Ben   | Mon 2 Mar 2026 | Wed 1 Apr 2026
            Cal   | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Mon 30 Mar 2026 | Mon 16 Mar 2026 | ended
            Ben   | Mon 30 Mar 2026 | Wed 1 Apr 2026  | lapsed
            Cal   | Mon 30 Mar 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing; nor does what was done too early."""
    spec(
        first_education_plan,
        on="Sun 5 Apr 2026",
        record="""
            children
            child | born on
            Ava   | Sat 15 Jan 2022
            Ben   | Sat 15 Jan 2022
            Cal   | Sat 15 Jan 2022
            Dee   | Sat 15 Jan 2022

            care episodes
            child | began on       | withdrawn
            Ava   | Mon 2 Mar 2026 | yes
            Ben   | Mon 2 Mar 2026 |
            Cal   | Mon 2 Mar 2026 |
            Dee   | Mon 2 Mar 2026 |

            education plans
            child | kind     | held on         | withdrawn
            Ben   | personal | Mon 30 Mar 2026 | yes
            Cal   | personal | Sun 2 Nov 2025  |
        """,
        expect="""
            child | due             | done | state
            Ava   |                 |      | no duty
            Ben   | Mon 30 Mar 2026 |      | overdue
            Cal   | Mon 30 Mar 2026 |      | overdue
            Dee   | Mon 30 Mar 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        first_education_plan,
        on="Sun 5 Apr 2026",
        record="""
            children
            child | born on
            Ava   | Sat 15 Jan 2022
            Ben   | Sat 15 Jan 2022
            Cal   | Sat 15 Jan 2022

            care episodes
            child | began on       | source
            Ava   | Mon 2 Mar 2026 | return
            Ben   | Mon 2 Mar 2026 | list
            Cal   | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                    | known from | judged at
            Ben   | education plans held on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Mon 30 Mar 2026 |                      | not known
            Ben   | Mon 30 Mar 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Mon 30 Mar 2026 |                      | overdue
        """,
    )
