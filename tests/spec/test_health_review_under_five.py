"""Health assessments under five: at least once in every six months."""

from goldthread.rulebook.clocks import CLOCKS

health_review_under_five = CLOCKS["health_review_under_five"]


def test_each_assessment_counts_six_months_to_the_next(spec):
    """Of any kind that was done, while the child is looked after; two on one day are one."""
    spec(
        health_review_under_five,
        on="Tue 1 Sep 2026",
        record="""
            children
            child | born on
            Ava   | Wed 1 May 2024
            Ben   | Wed 1 May 2024

            care episodes
            child | began on
            Ava   | Mon 4 Aug 2025
            Ben   | Mon 4 Aug 2025

            health checks
            child | kind       | held on         | outcome
            Ava   | initial    | Sun 31 Aug 2025 | done
            Ava   | assessment | Sat 28 Feb 2026 | done
            Ava   | dental     | Mon 1 Jun 2026  | done
            Ava   | review     | Mon 31 Aug 2026 | refused
            Ben   | review     | Mon 2 Mar 2026  | done
            Ben   | review     | Mon 2 Mar 2026  | done
        """,
        expect="""
            child | from            | due             | plan by         | state
            Ava   | Sun 31 Aug 2025 | Sat 28 Feb 2026 | Fri 27 Feb 2026 | met
            Ava   | Sat 28 Feb 2026 | Fri 28 Aug 2026 | Fri 28 Aug 2026 | overdue
            Ben   | Mon 2 Mar 2026  | Wed 2 Sep 2026  | Wed 2 Sep 2026  | running
        """,
    )


def test_the_fifth_birthday_replaces_it_and_a_breach_before_it_stays(spec):
    """From that day the yearly duty counts from the same assessment. An assessment on the birthday itself still completes it."""
    spec(
        health_review_under_five,
        on="Fri 1 May 2026",
        record="""
            children
            child | born on
            Ava   | Thu 8 Apr 2021
            Ben   | Thu 8 Apr 2021
            Cal   | Thu 8 Apr 2021
            Dee   |

            care episodes
            child | began on
            Ava   | Mon 4 Aug 2025
            Ben   | Mon 4 Aug 2025
            Cal   | Mon 4 Aug 2025
            Dee   | Mon 4 Aug 2025

            health checks
            child | kind   | held on         | outcome
            Ava   | review | Mon 3 Nov 2025  | done
            Ben   | review | Mon 1 Sep 2025  | done
            Cal   | review | Mon 3 Nov 2025  | done
            Cal   | review | Wed 8 Apr 2026  | done
            Dee   | review | Mon 3 Nov 2025  | done
        """,
        expect="""
            child | due            | stopped        | state
            Ava   | Sun 3 May 2026 | Wed 8 Apr 2026 | superseded
            Ben   | Sun 1 Mar 2026 | Wed 8 Apr 2026 | lapsed
            Cal   | Sun 3 May 2026 | Wed 8 Apr 2026 | met
            Dee   |                |                | no duty
        """,
    )


def test_a_child_born_on_29_february_turns_five_on_1_march(spec):
    """On 28 February of a year without that day the child is still four."""
    record = """
        children
        child | born on
        Ava   | Sat 29 Feb 2020

        care episodes
        child | began on
        Ava   | Mon 4 Nov 2024

        health checks
        child | kind   | held on         | outcome
        Ava   | review | Mon 4 Nov 2024  | done
    """
    spec(
        health_review_under_five,
        on="Fri 28 Feb 2025",
        record=record,
        expect="""
            child | due            | stopped | state
            Ava   | Sun 4 May 2025 |         | running
        """,
    )
    spec(
        health_review_under_five,
        on="Sat 1 Mar 2025",
        record=record,
        expect="""
            child | due            | stopped        | state
            Ava   | Sun 4 May 2025 | Sat 1 Mar 2025 | superseded
        """,
    )


def test_it_runs_only_while_the_child_is_looked_after(spec):
    """An assessment outside care starts none; leaving care ends it, and a breach before that stays as lapsed."""
    spec(
        health_review_under_five,
        on="Tue 1 Sep 2026",
        record="""
            children
            child | born on
            Ava   | Wed 1 May 2024
            Ben   | Wed 1 May 2024
            Cal   | Wed 1 May 2024
            Dee   | Wed 1 May 2024

            care episodes
            child | began on       | ended on
            Ava   | Mon 5 Jan 2026 | Mon 1 Jun 2026
            Ben   | Mon 5 Jan 2026 | Fri 7 Aug 2026
            Cal   | Mon 5 Jan 2026 |
            Dee   | Mon 5 Jan 2026 | Mon 2 Feb 2026
            Dee   | Mon 2 Feb 2026 |

            health checks
            child | kind    | held on         | outcome
            Ava   | initial | Mon 2 Feb 2026  | done
            Ben   | initial | Mon 2 Feb 2026  | done
            Cal   | review  | Mon 22 Dec 2025 | done
            Dee   | initial | Mon 2 Feb 2026  | done
        """,
        expect="""
            child | due            | stopped        | state
            Ava   | Sun 2 Aug 2026 | Mon 1 Jun 2026 | ended
            Ben   | Sun 2 Aug 2026 | Fri 7 Aug 2026 | lapsed
            Cal   |                |                | no duty
            Dee   | Sun 2 Aug 2026 |                | overdue
        """,
    )


def test_a_source_without_assessments_makes_nobody_late(spec):
    """The first day from which a source holds them does not matter here: the assessment that starts it is one of them."""
    spec(
        health_review_under_five,
        on="Tue 1 Sep 2026",
        record="""
            children
            child | born on
            Ava   | Wed 1 May 2024
            Ben   | Wed 1 May 2024

            care episodes
            child | began on
            Ava   | Mon 5 Jan 2026
            Ben   | Mon 5 Jan 2026

            health checks
            child | kind    | held on        | outcome | source
            Ava   | initial | Mon 2 Feb 2026 | done    | plan
            Ben   | initial | Mon 2 Feb 2026 | done    | list
        """,
        sources="""
            child | fact                  | known from     | judged at
            Ben   | health checks held on | Sun 1 Mar 2026 | Mon 3 Aug 2026 12:00
        """,
        expect="""
            child | due            | state
            Ava   | Sun 2 Aug 2026 | not known
            Ben   | Sun 2 Aug 2026 | overdue
        """,
    )
