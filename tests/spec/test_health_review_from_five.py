"""Health assessments from five on: at least once in every twelve months."""

from goldthread.rulebook.clocks import CLOCKS

health_review_from_five = CLOCKS["health_review_from_five"]


def test_each_assessment_counts_twelve_months_to_the_next(spec):
    """To the corresponding day: a year from 29 February is 28 February."""
    spec(
        health_review_from_five,
        on="Mon 2 Mar 2026",
        record="""
            children
            child | born on
            Ava   | Tue 1 May 2012
            Ben   | Tue 1 May 2012

            care episodes
            child | began on
            Ava   | Mon 8 Jan 2024
            Ben   | Mon 8 Jan 2024

            health checks
            child | kind    | held on         | outcome
            Ava   | initial | Thu 29 Feb 2024 | done
            Ava   | review  | Fri 28 Feb 2025 | done
            Ben   | review  | Mon 3 Mar 2025  | done
            Ben   | review  | Mon 2 Mar 2026  | refused
        """,
        expect="""
            child | from            | due             | plan by         | state
            Ava   | Thu 29 Feb 2024 | Fri 28 Feb 2025 | Fri 28 Feb 2025 | met
            Ava   | Fri 28 Feb 2025 | Sat 28 Feb 2026 | Fri 27 Feb 2026 | overdue
            Ben   | Mon 3 Mar 2025  | Tue 3 Mar 2026  | Tue 3 Mar 2026  | running
        """,
    )


def test_the_last_assessment_before_the_fifth_birthday_carries_over(spec):
    """The year runs from that assessment. One already followed by the birthday is over, and before it nothing runs here."""
    spec(
        health_review_from_five,
        on="Fri 1 May 2026",
        record="""
            children
            child | born on
            Ava   | Thu 8 Apr 2021
            Ben   | Thu 8 Apr 2021
            Cal   | Sat 8 May 2021
            Dee   | Thu 8 Apr 2021
            Eve   |

            care episodes
            child | began on       | ended on
            Ava   | Mon 4 Aug 2025 |
            Ben   | Mon 4 Aug 2025 |
            Cal   | Mon 4 Aug 2025 |
            Dee   | Mon 4 Aug 2025 | Tue 7 Apr 2026
            Eve   | Mon 4 Aug 2025 |

            health checks
            child | kind    | held on         | outcome
            Ava   | initial | Mon 1 Sep 2025  | done
            Ava   | review  | Mon 2 Mar 2026  | done
            Ben   | initial | Mon 1 Sep 2025  | done
            Ben   | review  | Wed 8 Apr 2026  | done
            Cal   | initial | Mon 1 Sep 2025  | done
            Dee   | initial | Mon 1 Sep 2025  | done
            Eve   | initial | Mon 1 Sep 2025  | done
        """,
        expect="""
            child | from           | due            | state
            Ava   | Mon 2 Mar 2026 | Tue 2 Mar 2027 | running
            Ben   | Wed 8 Apr 2026 | Thu 8 Apr 2027 | running
            Cal   |                |                | no duty
            Dee   |                |                | no duty
            Eve   |                |                | no duty
        """,
    )


def test_it_begins_on_the_birthday_itself(spec):
    """The day before, nothing runs here: the duty of children under five does."""
    record = """
        children
        child | born on
        Ava   | Thu 8 Apr 2021

        care episodes
        child | began on
        Ava   | Mon 4 Aug 2025

        health checks
        child | kind    | held on        | outcome
        Ava   | initial | Mon 1 Sep 2025 | done
    """
    spec(
        health_review_from_five,
        on="Tue 7 Apr 2026",
        record=record,
        expect="""
            child | due | state
            Ava   |     | no duty
        """,
    )
    spec(
        health_review_from_five,
        on="Wed 8 Apr 2026",
        record=record,
        expect="""
            child | due            | state
            Ava   | Tue 1 Sep 2026 | running
        """,
    )


def test_an_overdue_yearly_assessment_after_the_birthday(spec):
    """The carried-over year can be over too. Care that ends on the birthday itself ends it."""
    spec(
        health_review_from_five,
        on="Fri 1 May 2026",
        record="""
            children
            child | born on
            Ava   | Thu 8 Apr 2021
            Ben   | Thu 8 Apr 2021

            care episodes
            child | began on       | ended on
            Ava   | Mon 3 Mar 2025 |
            Ben   | Mon 3 Mar 2025 | Wed 8 Apr 2026

            health checks
            child | kind    | held on         | outcome
            Ava   | initial | Mon 14 Apr 2025 | done
            Ben   | initial | Mon 14 Apr 2025 | done
        """,
        expect="""
            child | due             | stopped        | state
            Ava   | Tue 14 Apr 2026 |                | overdue
            Ben   | Tue 14 Apr 2026 | Wed 8 Apr 2026 | ended
        """,
    )


def test_it_runs_only_while_the_child_is_looked_after(spec):
    """An assessment in earlier care belongs to that period; its end, or the child's death, ends the duty."""
    spec(
        health_review_from_five,
        on="Fri 1 May 2026",
        record="""
            children
            child | born on        | died on
            Ava   | Tue 1 May 2012 |
            Ben   | Tue 1 May 2012 | Mon 2 Mar 2026

            care episodes
            child | began on       | ended on
            Ava   | Mon 8 Jan 2024 | Mon 2 Jun 2025
            Ava   | Mon 1 Sep 2025 |
            Ben   | Mon 1 Sep 2025 |

            health checks
            child | kind    | held on        | outcome | withdrawn
            Ava   | initial | Mon 5 Feb 2024 | done    |
            Ava   | review  | Mon 4 Aug 2025 | done    |
            Ava   | initial | Mon 8 Sep 2025 | done    | yes
            Ava   | initial | Tue 9 Sep 2025 | done    |
            Ben   | initial | Mon 8 Sep 2025 | done    |
        """,
        expect="""
            child | from           | due            | stopped        | state
            Ava   | Mon 5 Feb 2024 | Wed 5 Feb 2025 | Mon 2 Jun 2025 | lapsed
            Ava   | Tue 9 Sep 2025 | Wed 9 Sep 2026 |                | running
            Ben   | Mon 8 Sep 2025 | Tue 8 Sep 2026 | Mon 2 Mar 2026 | ended
        """,
    )


def test_a_source_without_assessments_makes_nobody_late(spec):
    """The return holds them up to its own date, and is judged on that."""
    spec(
        health_review_from_five,
        on="Fri 1 May 2026",
        record="""
            children
            child | born on
            Ava   | Tue 1 May 2012
            Ben   | Tue 1 May 2012

            care episodes
            child | began on
            Ava   | Mon 8 Jan 2024
            Ben   | Mon 8 Jan 2024

            health checks
            child | kind   | held on        | outcome | source
            Ava   | review | Mon 7 Apr 2025 | done    | plan
            Ben   | review | Mon 7 Apr 2025 | done    | return
        """,
        sources="""
            child | fact                  | known from | judged at
            Ben   | health checks held on |            | Tue 31 Mar 2026 23:59
        """,
        expect="""
            child | due            | state
            Ava   | Tue 7 Apr 2026 | not known
            Ben   | Tue 7 Apr 2026 | running
        """,
    )
