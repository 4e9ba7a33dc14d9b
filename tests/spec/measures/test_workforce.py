"""The work itself: how much each worker holds, how often workers change, and whether the file is complete."""

from goldthread.rulebook.measures import MEASURES


def test_caseload_each_worker_counts_once_in_each_team(counts):
    """Jo holds two children, Kim one. A personal adviser is no social worker, and a team alone is nobody."""
    counts(
        MEASURES["caseload"],
        on="Mon 2 Mar 2026",
        record="""
            allocations
            child | worker | team      | role             | began on       | ended on
            Ava   | Jo     | Long-term | social-worker    | Mon 6 Oct 2025 |
            Ben   | Jo     | Long-term | social-worker    | Mon 6 Oct 2025 |
            Cal   | Kim    | Long-term | social-worker    | Mon 6 Oct 2025 |
            Dee   | Kim    | Long-term | social-worker    | Mon 6 Oct 2025 | Mon 2 Mar 2026
            Eve   | Lee    | Long-term | personal-adviser | Mon 6 Oct 2025 |
            Flo   |        | Long-term | social-worker    | Mon 6 Oct 2025 |
        """,
        expect="""
            child | adds
            Ava   | 1
            Ben   | 1
            Cal   | 1
        """,
        comes_to="1.5 children (3 of 2)",
    )


def test_weighted_caseload_a_child_on_a_protection_plan_or_in_care_weighs_three_points(counts):
    """Any other child weighs two."""
    counts(
        MEASURES["weighted_caseload"],
        on="Mon 2 Mar 2026",
        record="""
            allocations
            child | worker | team      | role          | began on
            Ava   | Jo     | Long-term | social-worker | Mon 6 Oct 2025
            Ben   | Jo     | Long-term | social-worker | Mon 6 Oct 2025
            Cal   | Jo     | Long-term | social-worker | Mon 6 Oct 2025

            plans
            child | kind             | began on
            Ava   | child-protection | Mon 6 Oct 2025

            care episodes
            child | began on
            Ben   | Mon 6 Oct 2025
        """,
        expect="""
            child | adds
            Ava   | 3
            Ben   | 3
            Cal   | 2
        """,
        comes_to="8 points (8 of 1)",
    )


def test_changes_of_worker_the_first_worker_is_no_change(counts):
    """Ava changed twice in the year, Ben never."""
    counts(
        MEASURES["changes_of_worker"],
        on="Mon 2 Mar 2026",
        record="""
            referrals
            child | received on
            Ava   | Mon 6 Jan 2025
            Ben   | Mon 6 Oct 2025

            allocations
            child | worker | role          | began on
            Ava   | Jo     | social-worker | Mon 6 Jan 2025
            Ava   | Kim    | social-worker | Mon 7 Apr 2025
            Ava   | Jo     | social-worker | Mon 6 Oct 2025
            Ben   | Jo     | social-worker | Mon 6 Oct 2025
        """,
        expect="""
            child | adds
            Ava   | 2
            Ben   | 0
        """,
        comes_to="1 changes (2 of 2)",
    )


def test_unallocated_a_team_alone_is_nobody(counts):
    """Ava is held by Jo. Ben's team has given him to nobody; Cal's worker left him on the day itself, and Dee has only a
    reviewing officer.
    """
    counts(
        MEASURES["unallocated"],
        on="Mon 2 Mar 2026",
        record="""
            referrals
            child | received on
            Ava   | Mon 6 Oct 2025
            Ben   | Mon 6 Oct 2025
            Cal   | Mon 6 Oct 2025
            Dee   | Mon 6 Oct 2025

            allocations
            child | worker | team      | role              | began on       | ended on
            Ava   | Jo     | Long-term | social-worker     | Mon 6 Oct 2025 |
            Ben   |        | Long-term | social-worker     | Mon 6 Oct 2025 |
            Cal   | Jo     | Long-term | social-worker     | Mon 6 Oct 2025 | Mon 2 Mar 2026
            Dee   | Kim    | Long-term | reviewing-officer | Mon 6 Oct 2025 |
        """,
        expect="""
            child | answer
            Ava   | no
            Ben   | yes
            Cal   | yes
            Dee   | yes
        """,
        comes_to="75% (3 of 4)",
    )


def test_days_unallocated_only_days_on_which_the_child_was_open_count(counts):
    """Ava waited seven days for Jo and three between Jo and Kim. Ben has been held by nobody since 23 February. Days
    before the referral do not count.
    """
    counts(
        MEASURES["days_unallocated"],
        on="Mon 2 Mar 2026",
        record="""
            referrals
            child | received on
            Ava   | Mon 6 Oct 2025
            Ben   | Mon 23 Feb 2026

            allocations
            child | worker | role          | began on        | ended on
            Ava   | Jo     | social-worker | Mon 13 Oct 2025 | Mon 3 Nov 2025
            Ava   | Kim    | social-worker | Thu 6 Nov 2025  |
        """,
        expect="""
            child | adds
            Ava   | 10
            Ben   | 8
        """,
        comes_to="9 days (18 of 2)",
    )


def test_supervisions_in_time_a_case_is_due_every_four_weeks(counts):
    """Ava was discussed in time and is next due after today. Ben was not discussed."""
    counts(
        MEASURES["supervisions_in_time"],
        on="Mon 2 Mar 2026",
        record="""
            allocations
            child | worker | role          | began on
            Ava   | Jo     | social-worker | Mon 26 Jan 2026
            Ben   | Jo     | social-worker | Mon 26 Jan 2026

            supervisions
            child | held on
            Ava   | Mon 23 Feb 2026
        """,
        expect="""
            child | day             | answer
            Ava   | Mon 23 Feb 2026 | yes
            Ben   | Mon 23 Feb 2026 | no
        """,
        comes_to="50% (1 of 2)",
    )


def test_record_completeness_what_is_not_recorded_is_not_counted_as_no(counts):
    """Five things are asked of each. Ben's disability and ethnicity are not recorded; an unborn child needs no date of
    birth.
    """
    counts(
        MEASURES["record_completeness"],
        on="Mon 2 Mar 2026",
        record="""
            children
            child | born on        | expected on    | sex | ethnicity | disabled | first language
            Ava   | Tue 5 May 2015 |                | F   | WBRI      | no       | English
            Ben   | Tue 5 May 2015 |                | M   | NOBT      | unknown  | English
            Cal   |                | Mon 4 May 2026 |     | WBRI      | unknown  | Polish

            referrals
            child | received on
            Ava   | Mon 6 Oct 2025
            Ben   | Mon 6 Oct 2025
            Cal   | Mon 6 Oct 2025
        """,
        expect="""
            child | adds
            Ava   | 5
            Ben   | 3
            Cal   | 3
        """,
        comes_to="73.3% (11 of 15)",
    )


def test_changed_hands_a_child_counts_once_in_three_months(counts):
    """Ava's worker changed twice in the quarter and she counts once. Ben's changed before it, Cal has his first worker."""
    counts(
        MEASURES["changed_hands"],
        on="Tue 31 Mar 2026",
        record="""
            referrals
            child | received on
            Ava   | Mon 6 Oct 2025
            Ben   | Mon 6 Oct 2025
            Cal   | Mon 2 Mar 2026

            allocations
            child | worker | role          | began on
            Ava   | Jo     | social-worker | Mon 6 Oct 2025
            Ava   | Kim    | social-worker | Mon 12 Jan 2026
            Ava   | Lee    | social-worker | Mon 9 Mar 2026
            Ben   | Jo     | social-worker | Mon 6 Oct 2025
            Ben   | Kim    | social-worker | Mon 29 Dec 2025
            Cal   | Jo     | social-worker | Mon 2 Mar 2026
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
            Cal   | no
        """,
        comes_to="33.3% (1 of 3)",
    )


def test_days_with_worker_are_those_of_the_worker_now(counts):
    """Ben's first worker left; of Cal's the beginning is not recorded, and Dee has a personal adviser."""
    counts(
        MEASURES["days_with_worker"],
        on="Mon 2 Mar 2026",
        record="""
            allocations
            child | worker | role             | began on        | ended on
            Ava   | Jo     | social-worker    | Mon 2 Feb 2026  |
            Ben   | Jo     | social-worker    | Mon 6 Oct 2025  | Mon 23 Feb 2026
            Ben   | Kim    | social-worker    | Mon 23 Feb 2026 |
            Cal   | Jo     | social-worker    |                 |
            Dee   | Lee    | personal-adviser | Mon 2 Feb 2026  |
        """,
        expect="""
            child | adds
            Ava   | 28
            Ben   | 7
        """,
        comes_to="17.5 days (35 of 2)",
    )


def test_longest_with_worker_is_the_longest_of_all(counts):
    """Ava's longest is over, Ben's goes on, and nobody has held Cal."""
    counts(
        MEASURES["longest_with_worker"],
        on="Mon 2 Mar 2026",
        record="""
            referrals
            child | received on
            Ava   | Mon 6 Oct 2025
            Ben   | Mon 6 Oct 2025
            Cal   | Mon 6 Oct 2025

            allocations
            child | worker | role          | began on        | ended on
            Ava   | Jo     | social-worker | Mon 6 Oct 2025  | Mon 1 Dec 2025
            Ava   | Kim    | social-worker | Mon 2 Feb 2026  |
            Ben   | Jo     | social-worker | Mon 6 Oct 2025  | Mon 13 Oct 2025
            Ben   | Kim    | social-worker | Mon 23 Feb 2026 |
        """,
        expect="""
            child | adds
            Ava   | 56
            Ben   | 7
            Cal   | 0
        """,
        comes_to="21 days (63 of 3)",
    )


def test_assessed_after_change_is_work_begun_again(counts):
    """Ava was assessed before, and again 28 days after Kim came. Ben's first assessment is none again; Cal's worker stayed;
    Dee's came 61 days before.
    """
    counts(
        MEASURES["assessed_after_change"],
        on="Tue 31 Mar 2026",
        record="""
            assessments
            child | requested on
            Ava   | Mon 7 Oct 2024
            Ava   | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026
            Cal   | Mon 7 Oct 2024
            Cal   | Mon 2 Mar 2026
            Dee   | Mon 7 Oct 2024
            Dee   | Mon 2 Mar 2026

            allocations
            child | worker | role          | began on
            Ava   | Jo     | social-worker | Mon 7 Oct 2024
            Ava   | Kim    | social-worker | Mon 2 Feb 2026
            Ben   | Jo     | social-worker | Mon 7 Oct 2024
            Ben   | Kim    | social-worker | Mon 2 Feb 2026
            Cal   | Jo     | social-worker | Mon 7 Oct 2024
            Dee   | Jo     | social-worker | Mon 7 Oct 2024
            Dee   | Kim    | social-worker | Wed 31 Dec 2025
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
            Cal   | no
            Dee   | no
        """,
        comes_to="25% (1 of 4)",
    )


def test_planned_after_change_is_a_plan_begun_again(counts):
    """Ava's plan began anew 28 days after Kim came; Ben's went on."""
    counts(
        MEASURES["planned_after_change"],
        on="Tue 31 Mar 2026",
        record="""
            plans
            child | kind          | began on       | ended on
            Ava   | child-in-need | Mon 7 Oct 2024 | Mon 2 Mar 2026
            Ava   | child-in-need | Mon 2 Mar 2026 |
            Ben   | child-in-need | Mon 2 Mar 2026 |

            allocations
            child | worker | role          | began on
            Ava   | Jo     | social-worker | Mon 7 Oct 2024
            Ava   | Kim    | social-worker | Mon 2 Feb 2026
            Ben   | Jo     | social-worker | Mon 7 Oct 2024
            Ben   | Kim    | social-worker | Mon 2 Feb 2026
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
        """,
        comes_to="50% (1 of 2)",
    )
