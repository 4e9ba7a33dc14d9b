"""Help and protection: enquiries, conferences, plans, their reviews and visits."""

from goldthread.rulebook.measures import MEASURES


def test_enquiries_each_enquiry_counts_on_the_day_of_its_strategy_discussion(counts):
    """Two enquiries about one child are two."""
    counts(
        MEASURES["enquiries"],
        on="Mon 2 Mar 2026",
        record="""
            enquiries
            child | began on
            Ava   | Mon 6 Oct 2025
            Ava   | Mon 2 Mar 2026
            Ben   | Sun 2 Mar 2025
        """,
        expect="""
            child | day
            Ava   | Mon 6 Oct 2025
            Ava   | Mon 2 Mar 2026
        """,
        comes_to="2 enquiries",
    )


def test_enquiries_to_conference_it_counts_on_the_day_of_the_conclusion(counts):
    """Cal is not concluded; of Dee it is not recorded what was found."""
    counts(
        MEASURES["enquiries_to_conference"],
        on="Mon 2 Mar 2026",
        record="""
            enquiries
            child | began on       | concluded on    | conference required
            Ava   | Mon 6 Oct 2025 | Mon 20 Oct 2025 | yes
            Ben   | Mon 6 Oct 2025 | Mon 20 Oct 2025 | no
            Cal   | Mon 6 Oct 2025 |                 | yes
            Dee   | Mon 6 Oct 2025 | Mon 20 Oct 2025 |
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
            Dee   | no
        """,
        comes_to="33.3% (1 of 3)",
    )


def test_conferences_in_time_fifteen_working_days_run_from_the_start_of_the_enquiry(counts):
    """The day of the strategy discussion is day 0, so that Ava is in time on 27 October. Cal has no conference, and that
    of Dee names no enquiry.
    """
    counts(
        MEASURES["conferences_in_time"],
        on="Mon 2 Mar 2026",
        record="""
            enquiries
            child | row   | began on
            Ava   | first | Mon 6 Oct 2025
            Ben   | other | Mon 6 Oct 2025
            Cal   | third | Mon 6 Oct 2025

            conferences
            child | kind    | enquiry | held on
            Ava   | initial | first   | Mon 27 Oct 2025
            Ben   | initial | other   | Tue 28 Oct 2025
            Ben   | review  | other   | Tue 20 Jan 2026
            Dee   | initial |         | Tue 28 Oct 2025
        """,
        expect="""
            child | day             | answer
            Ava   | Mon 27 Oct 2025 | yes
            Ben   | Tue 28 Oct 2025 | no
        """,
        comes_to="50% (1 of 2)",
    )


def test_conferences_to_plan_only_initial_conferences_count(counts):
    """Ben was found not to need a plan; a review conference is another thing."""
    counts(
        MEASURES["conferences_to_plan"],
        on="Mon 2 Mar 2026",
        record="""
            conferences
            child | kind    | held on         | led to plan
            Ava   | initial | Mon 27 Oct 2025 | yes
            Ben   | initial | Mon 27 Oct 2025 | no
            Cal   | review  | Mon 27 Oct 2025 | yes
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
        """,
        comes_to="50% (1 of 2)",
    )


def test_protection_plans_a_child_counts_until_the_day_before_the_plan_ends(counts):
    """Ben is no longer on a plan on the day it ends, and Cal has a plan of another kind."""
    counts(
        MEASURES["protection_plans"],
        on="Mon 2 Mar 2026",
        record="""
            plans
            child | kind             | began on       | ended on
            Ava   | child-protection | Mon 6 Oct 2025 |
            Ben   | child-protection | Mon 6 Oct 2025 | Mon 2 Mar 2026
            Cal   | child-in-need    | Mon 6 Oct 2025 |
            Dee   | child-protection | Mon 2 Mar 2026 |
        """,
        expect="""
            child
            Ava
            Dee
        """,
        comes_to="2 children",
    )


def test_protection_plans_begun_each_plan_counts_though_a_child_may_have_two(counts):
    """The plan of before the period does not."""
    counts(
        MEASURES["protection_plans_begun"],
        on="Mon 2 Mar 2026",
        record="""
            plans
            child | kind             | began on       | ended on
            Ava   | child-protection | Mon 7 Apr 2025 | Mon 7 Jul 2025
            Ava   | child-protection | Mon 6 Oct 2025 |
            Ben   | child-protection | Mon 3 Feb 2025 |
        """,
        expect="""
            child | day
            Ava   | Mon 7 Apr 2025
            Ava   | Mon 6 Oct 2025
        """,
        comes_to="2 plans",
    )


def test_second_plans_any_earlier_plan_counts_however_long_ago(counts):
    """Ava had one ten years before. Ben's earlier plan was of another kind. Cal's is withdrawn."""
    counts(
        MEASURES["second_plans"],
        on="Mon 2 Mar 2026",
        record="""
            plans
            child | kind             | began on       | ended on       | withdrawn
            Ava   | child-protection | Mon 5 Oct 2015 | Mon 4 Apr 2016 |
            Ava   | child-protection | Mon 6 Oct 2025 |                |
            Ben   | child-in-need    | Mon 6 Jan 2025 | Mon 6 Oct 2025 |
            Ben   | child-protection | Mon 6 Oct 2025 |                |
            Cal   | child-protection | Mon 6 Jan 2025 | Mon 7 Apr 2025 | yes
            Cal   | child-protection | Mon 6 Oct 2025 |                |
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
            Cal   | no
        """,
        comes_to="33.3% (1 of 3)",
    )


def test_second_plans_within_two_years_the_earlier_plan_must_have_ended_in_the_24_months_before(counts):
    """Ava's ended on the first day that counts, Ben's a day before it."""
    counts(
        MEASURES["second_plans_within_two_years"],
        on="Mon 2 Mar 2026",
        record="""
            plans
            child | kind             | began on       | ended on
            Ava   | child-protection | Mon 2 Jan 2023 | Fri 6 Oct 2023
            Ava   | child-protection | Mon 6 Oct 2025 |
            Ben   | child-protection | Mon 2 Jan 2023 | Thu 5 Oct 2023
            Ben   | child-protection | Mon 6 Oct 2025 |
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
        """,
        comes_to="50% (1 of 2)",
    )


def test_long_protection_plans_two_years_are_more_than_729_days_the_first_and_the_last_among_them(counts):
    """Ava has been on a plan for 730 days with today, Ben for 729."""
    counts(
        MEASURES["long_protection_plans"],
        on="Mon 2 Mar 2026",
        record="""
            plans
            child | kind             | began on
            Ava   | child-protection | Sun 3 Mar 2024
            Ben   | child-protection | Mon 4 Mar 2024
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
        """,
        comes_to="50% (1 of 2)",
    )


def test_long_plans_ended_the_day_of_ending_is_counted_in(counts):
    """Ava was on a plan for 730 days with its last, Ben for 729. Cal is still on one."""
    counts(
        MEASURES["long_plans_ended"],
        on="Mon 2 Mar 2026",
        record="""
            plans
            child | kind             | began on       | ended on
            Ava   | child-protection | Fri 6 Oct 2023 | Sat 4 Oct 2025
            Ben   | child-protection | Fri 6 Oct 2023 | Fri 3 Oct 2025
            Cal   | child-protection | Tue 6 Oct 2020 |
        """,
        expect="""
            child | day            | answer
            Ava   | Sat 4 Oct 2025 | yes
            Ben   | Fri 3 Oct 2025 | no
        """,
        comes_to="50% (1 of 2)",
    )


def test_plan_length_the_days_of_the_plans_that_ended_are_added_up(counts):
    """Ava 91 days, Ben 182."""
    counts(
        MEASURES["plan_length"],
        on="Mon 2 Mar 2026",
        record="""
            plans
            child | kind             | began on       | ended on
            Ava   | child-protection | Mon 7 Apr 2025 | Mon 7 Jul 2025
            Ben   | child-protection | Mon 7 Apr 2025 | Mon 6 Oct 2025
            Cal   | child-protection | Mon 7 Apr 2025 |
        """,
        expect="""
            child | day            | adds
            Ava   | Mon 7 Jul 2025 | 91
            Ben   | Mon 6 Oct 2025 | 182
        """,
        comes_to="136.5 days (273 of 2)",
    )


def test_plans_reviewed_in_time_one_late_review_makes_a_plan_late_for_good(counts):
    """Ava was reviewed within three months and then within six. Ben was a day late once. Cal is not yet on a plan for
    three months.
    """
    counts(
        MEASURES["plans_reviewed_in_time"],
        on="Mon 2 Mar 2026",
        record="""
            plans
            child | row   | kind             | began on
            Ava   | first | child-protection | Mon 7 Apr 2025
            Ben   | other | child-protection | Mon 7 Apr 2025
            Cal   | third | child-protection | Mon 5 Jan 2026

            conferences
            child | kind   | plan  | held on
            Ava   | review | first | Mon 7 Jul 2025
            Ava   | review | first | Tue 6 Jan 2026
            Ben   | review | other | Tue 8 Jul 2025
            Ben   | review | other | Tue 6 Jan 2026
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
        """,
        comes_to="50% (1 of 2)",
    )


def test_protection_visits_in_time_each_visit_that_fell_due_counts_once(counts):
    """Ten working days from 2 February are 16 February. Ava was seen in time and is next due after today. Ben was visited
    and not seen.
    """
    counts(
        MEASURES["protection_visits_in_time"],
        on="Tue 3 Mar 2026",
        record="""
            plans
            child | kind             | began on
            Ava   | child-protection | Mon 2 Feb 2026
            Ben   | child-protection | Mon 2 Feb 2026

            visits
            child | held on         | purpose          | seen
            Ava   | Mon 16 Feb 2026 | child-protection | yes
            Ben   | Mon 16 Feb 2026 | child-protection | no
        """,
        expect="""
            child | day             | answer
            Ava   | Mon 16 Feb 2026 | yes
            Ava   | Mon 2 Mar 2026  | no
            Ben   | Mon 16 Feb 2026 | no
        """,
        comes_to="33.3% (1 of 3)",
    )


def test_seen_alone_only_visits_at_which_the_child_was_seen_count(counts):
    """Of Cal it is not recorded; Dee was not seen; Eve was visited for another purpose."""
    counts(
        MEASURES["seen_alone"],
        on="Mon 2 Mar 2026",
        record="""
            visits
            child | held on         | purpose          | seen | seen alone
            Ava   | Mon 16 Feb 2026 | child-protection | yes  | yes
            Ben   | Mon 16 Feb 2026 | child-protection | yes  | no
            Cal   | Mon 16 Feb 2026 | child-protection | yes  | unknown
            Dee   | Mon 16 Feb 2026 | child-protection | no   | no
            Eve   | Mon 16 Feb 2026 | child-in-need    | yes  | yes
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
            Cal   | no
        """,
        comes_to="33.3% (1 of 3)",
    )


def test_in_need_visits_in_time_each_visit_that_fell_due_counts_once(counts):
    """Ava was seen in time, Ben late."""
    counts(
        MEASURES["in_need_visits_in_time"],
        on="Mon 2 Mar 2026",
        record="""
            plans
            child | kind          | began on       | ended on
            Ava   | child-in-need | Mon 5 Jan 2026 | Mon 23 Feb 2026
            Ben   | child-in-need | Mon 5 Jan 2026 | Mon 23 Feb 2026

            visits
            child | held on         | purpose       | seen
            Ava   | Mon 16 Feb 2026 | child-in-need | yes
            Ben   | Tue 17 Feb 2026 | child-in-need | yes
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
        """,
        comes_to="50% (1 of 2)",
    )
