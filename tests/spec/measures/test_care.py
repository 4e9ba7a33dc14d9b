"""Children in care: reviews, visits, health, education, where they live, and going missing."""

from goldthread.rulebook.measures import MEASURES


def test_looked_after_short_breaks_are_left_out(counts):
    """Ben is in a series of short breaks, and Cal left on the day itself."""
    counts(
        MEASURES["looked_after"],
        on="Mon 2 Mar 2026",
        record="""
            care episodes
            child | began on       | ended on
            Ava   | Mon 6 Oct 2025 |
            Ben   | Mon 6 Oct 2025 |
            Cal   | Mon 6 Oct 2025 | Mon 2 Mar 2026

            legal statuses
            child | status | began on
            Ava   | V2     | Mon 6 Oct 2025
            Ben   | V4     | Mon 6 Oct 2025
        """,
        expect="""
            child
            Ava
        """,
        comes_to="1 children",
    )


def test_care_reviews_in_time_each_review_that_fell_due_counts_once(counts):
    """Ava's first review was due on 3 November and held; the next is due on 31 January. Ben was never reviewed."""
    counts(
        MEASURES["care_reviews_in_time"],
        on="Mon 2 Mar 2026",
        record="""
            care episodes
            child | began on       | ended on
            Ava   | Mon 6 Oct 2025 | Thu 15 Jan 2026
            Ben   | Mon 6 Oct 2025 |

            reviews
            child | held on
            Ava   | Fri 31 Oct 2025
        """,
        expect="""
            child | day            | answer
            Ava   | Mon 3 Nov 2025 | yes
            Ben   | Mon 3 Nov 2025 | no
        """,
        comes_to="50% (1 of 2)",
    )


def test_care_visits_in_time_the_first_visit_is_due_within_a_week_of_the_placement(counts):
    """Ava was seen in the first week and within six weeks after; Ben only in the second."""
    counts(
        MEASURES["care_visits_in_time"],
        on="Mon 2 Mar 2026",
        record="""
            placements
            child | kind | began on       | ended on
            Ava   | U4   | Mon 6 Oct 2025 | Mon 1 Dec 2025
            Ben   | U4   | Mon 6 Oct 2025 | Mon 1 Dec 2025

            visits
            child | held on         | purpose | seen
            Ava   | Mon 13 Oct 2025 | in-care | yes
            Ava   | Mon 24 Nov 2025 | in-care | yes
            Ben   | Tue 14 Oct 2025 | in-care | yes
        """,
        expect="""
            child | day             | answer
            Ava   | Mon 13 Oct 2025 | yes
            Ava   | Mon 24 Nov 2025 | yes
            Ben   | Mon 13 Oct 2025 | no
            Ben   | Tue 25 Nov 2025 | no
        """,
        comes_to="50% (2 of 4)",
    )


def test_health_assessed_once_in_the_year_and_twice_under_five(counts):
    """Cal is three and was assessed once, Dee twice. Eve refused. Flo is not yet in care for a year."""
    counts(
        MEASURES["health_assessed"],
        on="Mon 2 Mar 2026",
        record="""
            children
            child | born on
            Ava   | Tue 5 May 2015
            Ben   | Tue 5 May 2015
            Cal   | Thu 5 May 2022
            Dee   | Thu 5 May 2022
            Eve   | Wed 5 May 2010
            Flo   | Tue 5 May 2015

            care episodes
            child | began on
            Ava   | Sun 2 Mar 2025
            Ben   | Sun 2 Mar 2025
            Cal   | Sun 2 Mar 2025
            Dee   | Sun 2 Mar 2025
            Eve   | Sun 2 Mar 2025
            Flo   | Mon 3 Mar 2025

            health checks
            child | kind   | held on        | outcome
            Ava   | review | Mon 3 Mar 2025 | done
            Ben   | review | Sun 2 Mar 2025 | done
            Ben   | dental | Mon 6 Oct 2025 | done
            Cal   | review | Mon 6 Oct 2025 | done
            Dee   | review | Mon 7 Apr 2025 | done
            Dee   | review | Mon 6 Oct 2025 | done
            Eve   | review | Mon 6 Oct 2025 | refused
            Flo   | review | Mon 6 Oct 2025 | done
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
            Cal   | no
            Dee   | yes
            Eve   | no
        """,
        comes_to="40% (2 of 5)",
    )


def test_teeth_checked_a_check_in_the_last_twelve_months_counts(counts):
    """A health assessment is no dental check."""
    counts(
        MEASURES["teeth_checked"],
        on="Mon 2 Mar 2026",
        record="""
            care episodes
            child | began on
            Ava   | Mon 6 Jan 2025
            Ben   | Mon 6 Jan 2025
            Cal   | Mon 6 Jan 2025

            health checks
            child | kind   | held on        | outcome
            Ava   | dental | Mon 6 Oct 2025 | done
            Ben   | dental | Mon 6 Jan 2025 | done
            Cal   | review | Mon 6 Oct 2025 | done
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
            Cal   | no
        """,
        comes_to="33.3% (1 of 3)",
    )


def test_education_plans_in_time_a_plan_is_reviewed_by_the_end_of_the_next_term(counts):
    """Ava was reviewed in the autumn term that follows, Ben was not."""
    counts(
        MEASURES["education_plans_in_time"],
        on="Mon 2 Mar 2026",
        record="""
            children
            child | born on
            Ava   | Tue 5 May 2015
            Ben   | Tue 5 May 2015

            care episodes
            child | began on
            Ava   | Mon 6 Jan 2025
            Ben   | Mon 6 Jan 2025

            education plans
            child | kind     | held on
            Ava   | personal | Mon 30 Jun 2025
            Ava   | personal | Mon 3 Nov 2025
            Ben   | personal | Mon 30 Jun 2025
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
        """,
        comes_to="50% (1 of 2)",
    )


def test_three_placements_every_placement_of_the_year_counts_the_first_and_the_last_too(counts):
    """Ava's first placement ended in the year. Ben's first ended on the day before it began."""
    counts(
        MEASURES["three_placements"],
        on="Mon 2 Mar 2026",
        record="""
            care episodes
            child | began on
            Ava   | Mon 6 Jan 2025
            Ben   | Mon 6 Jan 2025

            placements
            child | kind | began on       | ended on
            Ava   | U4   | Mon 6 Jan 2025 | Mon 3 Mar 2025
            Ava   | U4   | Mon 3 Mar 2025 | Mon 6 Oct 2025
            Ava   | U4   | Mon 6 Oct 2025 |
            Ben   | U4   | Mon 6 Jan 2025 | Sun 2 Mar 2025
            Ben   | U4   | Sun 2 Mar 2025 | Mon 6 Oct 2025
            Ben   | U4   | Mon 6 Oct 2025 |
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
        """,
        comes_to="50% (1 of 2)",
    )


def test_long_term_stability_two_years_in_one_placement_of_children_two_and_a_half_years_in_care(counts):
    """Ava has lived in one placement for two years to the day, Ben a day less. Cal is sixteen today; Dee came into care
    later.
    """
    counts(
        MEASURES["long_term_stability"],
        on="Mon 2 Mar 2026",
        record="""
            children
            child | born on
            Ava   | Tue 5 May 2015
            Ben   | Tue 5 May 2015
            Cal   | Tue 2 Mar 2010
            Dee   | Tue 5 May 2015

            care episodes
            child | began on
            Ava   | Sat 2 Sep 2023
            Ben   | Sat 2 Sep 2023
            Cal   | Sat 2 Sep 2023
            Dee   | Sun 3 Sep 2023

            placements
            child | kind | began on
            Ava   | U4   | Sat 2 Mar 2024
            Ben   | U4   | Sun 3 Mar 2024
            Cal   | U4   | Sat 2 Mar 2024
            Dee   | U4   | Sun 3 Sep 2023
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
        """,
        comes_to="50% (1 of 2)",
    )


def test_in_foster_care_where_the_child_lives_on_the_day(counts):
    """Ben moved to a home, and of Cal no placement is recorded."""
    counts(
        MEASURES["in_foster_care"],
        on="Mon 2 Mar 2026",
        record="""
            care episodes
            child | began on
            Ava   | Mon 6 Oct 2025
            Ben   | Mon 6 Oct 2025
            Cal   | Mon 6 Oct 2025

            placements
            child | kind | began on       | ended on
            Ava   | U4   | Mon 6 Oct 2025 |
            Ben   | U4   | Mon 6 Oct 2025 | Mon 2 Mar 2026
            Ben   | K2   | Mon 2 Mar 2026 |
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
            Cal   | no
        """,
        comes_to="33.3% (1 of 3)",
    )


def test_placed_outside_only_a_placement_that_says_so_lies_outside(counts):
    """Of Cal it is not recorded."""
    counts(
        MEASURES["placed_outside"],
        on="Mon 2 Mar 2026",
        record="""
            care episodes
            child | began on
            Ava   | Mon 6 Oct 2025
            Ben   | Mon 6 Oct 2025
            Cal   | Mon 6 Oct 2025

            placements
            child | kind | began on       | outside authority
            Ava   | U4   | Mon 6 Oct 2025 | yes
            Ben   | U4   | Mon 6 Oct 2025 | no
            Cal   | U4   | Mon 6 Oct 2025 |
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
            Cal   | no
        """,
        comes_to="33.3% (1 of 3)",
    )


def test_went_missing_every_child_of_the_year_counts_once(counts):
    """Ava was missing twice. Ben left care in the year. Cal left before it. Dee was away without authorisation."""
    counts(
        MEASURES["went_missing"],
        on="Mon 2 Mar 2026",
        record="""
            care episodes
            child | began on       | ended on
            Ava   | Mon 6 Jan 2025 |
            Ben   | Mon 6 Jan 2025 | Mon 3 Mar 2025
            Cal   | Mon 6 Jan 2025 | Sun 2 Mar 2025
            Dee   | Mon 6 Jan 2025 |

            missing episodes
            child | kind | began on
            Ava   | M    | Mon 6 Oct 2025
            Ava   | M    | Mon 3 Nov 2025
            Cal   | M    | Mon 6 Oct 2025
            Dee   | A    | Mon 6 Oct 2025
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
            Dee   | no
        """,
        comes_to="33.3% (1 of 3)",
    )


def test_return_interviews_in_time_an_offer_within_72_hours_counts(counts):
    """Ava was offered one in time, Ben an hour late."""
    counts(
        MEASURES["return_interviews_in_time"],
        on="Mon 2 Mar 2026",
        record="""
            missing episodes
            child | row   | kind | began on       | ended at
            Ava   | first | M    | Sun 5 Oct 2025 | Mon 6 Oct 2025 10:00
            Ben   | other | M    | Sun 5 Oct 2025 | Mon 6 Oct 2025 10:00

            return interviews
            child | missing episode | offered at
            Ava   | first           | Thu 9 Oct 2025 10:00
            Ben   | other           | Thu 9 Oct 2025 11:00
        """,
        expect="""
            child | day            | answer
            Ava   | Thu 9 Oct 2025 | yes
            Ben   | Thu 9 Oct 2025 | no
        """,
        comes_to="50% (1 of 2)",
    )


def test_three_social_workers_two_changes_in_the_year_are_three_workers(counts):
    """Ava had three. Ben changed once in the year. Cal had the same worker again in another team, which is no change."""
    counts(
        MEASURES["three_social_workers"],
        on="Mon 2 Mar 2026",
        record="""
            care episodes
            child | began on
            Ava   | Mon 6 Jan 2025
            Ben   | Mon 6 Jan 2025
            Cal   | Mon 6 Jan 2025

            allocations
            child | worker | role          | began on
            Ava   | Jo     | social-worker | Mon 6 Jan 2025
            Ava   | Kim    | social-worker | Mon 7 Apr 2025
            Ava   | Lee    | social-worker | Mon 6 Oct 2025
            Ben   | Jo     | social-worker | Mon 6 Jan 2025
            Ben   | Kim    | social-worker | Sun 2 Mar 2025
            Ben   | Lee    | social-worker | Mon 6 Oct 2025
            Cal   | Jo     | social-worker | Mon 6 Jan 2025
            Cal   | Jo     | social-worker | Mon 7 Apr 2025
            Cal   | Kim    | social-worker | Mon 6 Oct 2025
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
            Cal   | no
        """,
        comes_to="33.3% (1 of 3)",
    )
