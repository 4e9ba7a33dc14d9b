"""Review the personal education plan of a looked-after child of school age every school term."""

from goldthread.rulebook.clocks import CLOCKS

education_plan_review = CLOCKS["education_plan_review"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 1 school term from Mon 2 Mar 2026.

    By the end of the first term that begins after the last plan or review.
    """
    spec(
        education_plan_review,
        on="Tue 28 Jul 2026",
        record="""
            children
            child | born on
            Ava   | Fri 15 Jan 2021
            Ben   | Fri 15 Jan 2021
            Cal   | Fri 15 Jan 2021

            care episodes
            child | began on
            Ava   | Mon 16 Feb 2026
            Ben   | Mon 16 Feb 2026
            Cal   | Mon 16 Feb 2026

            education plans
            child | kind     | held on
            Ava   | personal | Mon 2 Mar 2026
            Ava   | personal | Wed 22 Jul 2026
            Ben   | personal | Mon 2 Mar 2026
            Ben   | personal | Thu 23 Jul 2026
            Cal   | personal | Mon 2 Mar 2026
        """,
        expect="""
            child | due             | done            | state
            Ava   | Wed 22 Jul 2026 | Wed 22 Jul 2026 | met
            Ava   | Sun 20 Dec 2026 |                 | running
            Ben   | Wed 22 Jul 2026 | Thu 23 Jul 2026 | met late
            Ben   | Sun 20 Dec 2026 |                 | running
            Cal   | Wed 22 Jul 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Children: died on: before it is due it ends, after that the breach stays."""
    spec(
        education_plan_review,
        on="Tue 28 Jul 2026",
        record="""
            children
            child | born on         | died on
            Ava   | Fri 15 Jan 2021 | Tue 12 May 2026
            Ben   | Fri 15 Jan 2021 | Fri 24 Jul 2026
            Cal   | Fri 15 Jan 2021 |

            care episodes
            child | began on
            Ava   | Mon 16 Feb 2026
            Ben   | Mon 16 Feb 2026
            Cal   | Mon 16 Feb 2026

            education plans
            child | kind     | held on
            Ava   | personal | Mon 2 Mar 2026
            Ben   | personal | Mon 2 Mar 2026
            Cal   | personal | Mon 2 Mar 2026
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Wed 22 Jul 2026 | Tue 12 May 2026 | ended
            Ben   | Wed 22 Jul 2026 | Fri 24 Jul 2026 | lapsed
            Cal   | Wed 22 Jul 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing."""
    spec(
        education_plan_review,
        on="Tue 28 Jul 2026",
        record="""
            children
            child | born on
            Ava   | Fri 15 Jan 2021
            Ben   | Fri 15 Jan 2021
            Dee   | Fri 15 Jan 2021

            care episodes
            child | began on
            Ava   | Mon 16 Feb 2026
            Ben   | Mon 16 Feb 2026
            Dee   | Mon 16 Feb 2026

            education plans
            child | kind     | held on         | withdrawn
            Ava   | personal | Mon 2 Mar 2026  | yes
            Ben   | personal | Mon 2 Mar 2026  |
            Ben   | personal | Wed 22 Jul 2026 | yes
            Dee   | personal | Mon 2 Mar 2026  |
        """,
        expect="""
            child | due             | done | state
            Ava   |                 |      | no duty
            Ben   | Wed 22 Jul 2026 |      | overdue
            Dee   | Wed 22 Jul 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        education_plan_review,
        on="Tue 28 Jul 2026",
        record="""
            children
            child | born on
            Ava   | Fri 15 Jan 2021
            Ben   | Fri 15 Jan 2021
            Cal   | Fri 15 Jan 2021

            care episodes
            child | began on
            Ava   | Mon 16 Feb 2026
            Ben   | Mon 16 Feb 2026
            Cal   | Mon 16 Feb 2026

            education plans
            child | kind     | held on        | source
            Ava   | personal | Mon 2 Mar 2026 | return
            Ben   | personal | Mon 2 Mar 2026 | list
            Cal   | personal | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                    | known from | judged at
            Ben   | education plans held on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Wed 22 Jul 2026 |                      | not known
            Ben   | Wed 22 Jul 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Wed 22 Jul 2026 |                      | overdue
        """,
    )
