"""Initial health assessments: before the first review, and within 20 working days at the outside."""

from goldthread.rulebook.clocks import CLOCKS

initial_health_assessment = CLOCKS["initial_health_assessment"]


def test_it_is_due_in_twenty_working_days_at_the_outside(spec):
    """The day care began is day 0; Christmas, its substitute day and New Year do not count. A dental check is none."""
    spec(
        initial_health_assessment,
        on="Wed 13 Jan 2027",
        record="""
            care episodes
            child | began on
            Ava   | Thu 10 Dec 2026
            Ben   | Thu 10 Dec 2026
            Cal   | Thu 10 Dec 2026
            Dee   | Fri 11 Dec 2026

            health checks
            child | kind    | held on         | outcome
            Ava   | initial | Tue 12 Jan 2027 | done
            Ben   | initial | Wed 13 Jan 2027 | done
            Cal   | dental  | Mon 14 Dec 2026 | done
        """,
        expect="""
            child | due             | done            | state
            Ava   | Tue 12 Jan 2027 | Tue 12 Jan 2027 | met
            Ben   | Tue 12 Jan 2027 | Wed 13 Jan 2027 | met late
            Cal   | Tue 12 Jan 2027 |                 | overdue
            Dee   | Wed 13 Jan 2027 |                 | running
        """,
    )


def test_a_sooner_first_review_brings_it_forward(spec):
    """A review on a Sunday: due that day, planned for the Friday. A later review, or one of earlier care, changes nothing."""
    spec(
        initial_health_assessment,
        on="Wed 13 Jan 2027",
        record="""
            care episodes
            child | began on
            Ava   | Thu 10 Dec 2026
            Ben   | Thu 10 Dec 2026
            Cal   | Thu 10 Dec 2026
            Dee   | Thu 10 Dec 2026

            reviews
            child | held on
            Ava   | Sun 20 Dec 2026
            Ava   | Tue 5 Jan 2027
            Ben   | Wed 13 Jan 2027
            Cal   | Mon 7 Dec 2026
            Dee   | Thu 14 Jan 2027

            health checks
            child | kind    | held on         | outcome
            Ava   | initial | Mon 21 Dec 2026 | done
        """,
        expect="""
            child | due             | plan by         | state
            Ava   | Sun 20 Dec 2026 | Fri 18 Dec 2026 | met late
            Ben   | Tue 12 Jan 2027 | Tue 12 Jan 2027 | overdue
            Cal   | Tue 12 Jan 2027 | Tue 12 Jan 2027 | overdue
            Dee   | Tue 12 Jan 2027 | Tue 12 Jan 2027 | overdue
        """,
    )


def test_an_assessment_in_the_three_months_before_counts(spec):
    """To the corresponding day, clipped at the end of a short month; the day before is too long ago."""
    spec(
        initial_health_assessment,
        on="Fri 3 Jul 2026",
        record="""
            care episodes
            child | began on
            Ava   | Thu 30 Apr 2026
            Ben   | Thu 30 Apr 2026
            Cal   | Sun 31 May 2026

            health checks
            child | kind   | held on         | outcome
            Ava   | review | Fri 30 Jan 2026 | done
            Ben   | review | Thu 29 Jan 2026 | done
            Cal   | review | Sat 28 Feb 2026 | done
        """,
        expect="""
            child | due             | done            | state
            Ava   | Mon 1 Jun 2026  | Fri 30 Jan 2026 | met
            Ben   | Mon 1 Jun 2026  |                 | overdue
            Cal   | Fri 26 Jun 2026 | Sat 28 Feb 2026 | met
        """,
    )


def test_a_young_person_who_refuses_ends_it(spec):
    """A refusal before it was due ends it; one after, leaves the breach. A refused dental check is another matter."""
    spec(
        initial_health_assessment,
        on="Wed 13 May 2026",
        record="""
            care episodes
            child | began on       | ended on
            Ava   | Mon 2 Mar 2026 |
            Ben   | Mon 2 Mar 2026 |
            Cal   | Mon 2 Mar 2026 |
            Dee   | Mon 2 Mar 2026 | Fri 20 Mar 2026

            health checks
            child | kind    | held on         | outcome
            Ava   | initial | Fri 20 Mar 2026 | refused
            Ben   | initial | Tue 31 Mar 2026 | refused
            Cal   | dental  | Fri 20 Mar 2026 | refused
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Mon 30 Mar 2026 | Fri 20 Mar 2026 | ended
            Ben   | Mon 30 Mar 2026 | Tue 31 Mar 2026 | lapsed
            Cal   | Mon 30 Mar 2026 |                 | overdue
            Dee   | Mon 30 Mar 2026 | Fri 20 Mar 2026 | ended
        """,
    )


def test_short_breaks_start_none_and_a_new_period_of_care_is_a_new_start(spec):
    """One assessment may serve two periods of care, where it was made within three months before the second."""
    spec(
        initial_health_assessment,
        on="Wed 13 May 2026",
        record="""
            care episodes
            child | began on       | ended on
            Ava   | Mon 2 Mar 2026 | Fri 27 Mar 2026
            Ava   | Mon 4 May 2026 |
            Ben   | Mon 2 Mar 2026 |

            legal statuses
            child | status | began on
            Ben   | V4     | Mon 2 Mar 2026

            health checks
            child | kind    | held on         | outcome
            Ava   | initial | Fri 20 Mar 2026 | done
        """,
        expect="""
            child | from           | due             | state
            Ava   | Mon 2 Mar 2026 | Mon 30 Mar 2026 | met
            Ava   | Mon 4 May 2026 | Tue 2 Jun 2026  | met
            Ben   |                |                 | no duty
        """,
    )


def test_what_a_source_does_not_hold_is_not_known(spec):
    """One that holds assessments only from after care began cannot say that there was none, nor that one was late."""
    spec(
        initial_health_assessment,
        on="Wed 13 May 2026",
        record="""
            care episodes
            child | began on       | ended on       | source
            Ava   | Mon 2 Mar 2026 |                | census
            Ben   | Mon 2 Mar 2026 |                | list
            Cal   | Mon 2 Mar 2026 |                | list
            Dee   | Mon 2 Mar 2026 |                | list
            Eve   | Mon 2 Mar 2026 | Fri 1 May 2026 | list
            Fay   | Wed 1 Apr 2026 |                | list

            health checks
            child | kind    | held on         | outcome | source
            Cal   | initial | Fri 27 Mar 2026 | done    | list
            Dee   | initial | Fri 10 Apr 2026 | done    | list
        """,
        sources="""
            child | fact                  | known from      | judged at
            Ben   | health checks held on | Fri 20 Mar 2026 | Wed 13 May 2026 12:00
            Cal   | health checks held on | Fri 20 Mar 2026 | Wed 13 May 2026 12:00
            Dee   | health checks held on | Fri 20 Mar 2026 | Wed 13 May 2026 12:00
            Eve   | health checks held on | Fri 20 Mar 2026 | Wed 13 May 2026 12:00
            Fay   | health checks held on | Fri 20 Mar 2026 | Wed 13 May 2026 12:00
        """,
        expect="""
            child | due             | state
            Ava   | Mon 30 Mar 2026 | not known
            Ben   | Mon 30 Mar 2026 | not known
            Cal   | Mon 30 Mar 2026 | met
            Dee   | Mon 30 Mar 2026 | not known
            Eve   | Mon 30 Mar 2026 | not known
            Fay   | Fri 1 May 2026  | overdue
        """,
    )
