"""The front door and the assessment: what came in, how soon it was answered, and whether it came back."""

from goldthread.rulebook.measures import MEASURES


def test_contacts_each_contact_about_each_child_counts_once(counts):
    """Those of the twelve months to the day, whatever came of them; one entered in error is not there."""
    counts(
        MEASURES["contacts"],
        on="Mon 2 Mar 2026",
        record="""
            contacts
            child | received on    | withdrawn
            Ava   | Mon 3 Mar 2025 |
            Ava   | Mon 2 Mar 2026 |
            Ben   | Sun 2 Mar 2025 |
            Cal   | Mon 6 Oct 2025 | yes
            Dee   | Mon 6 Oct 2025 |
        """,
        expect="""
            child | day
            Ava   | Mon 3 Mar 2025
            Ava   | Mon 2 Mar 2026
            Dee   | Mon 6 Oct 2025
        """,
        comes_to="3 contacts",
    )


def test_contacts_to_referral_what_counts_is_the_outcome_that_was_decided(counts):
    """Ben was given advice, and nothing is decided yet about Cal."""
    counts(
        MEASURES["contacts_to_referral"],
        on="Mon 2 Mar 2026",
        record="""
            contacts
            child | received on     | outcome
            Ava   | Mon 6 Oct 2025  | referral
            Ben   | Mon 6 Oct 2025  | advice
            Cal   | Fri 27 Feb 2026 |
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
            Cal   | no
        """,
        comes_to="33.3% (1 of 3)",
    )


def test_contacts_decided_in_time_a_decision_is_due_by_the_next_working_day(counts):
    """Ava came on a Friday and was decided on the Monday. Ben was late, Cal is still open, and Dee is not due yet."""
    counts(
        MEASURES["contacts_decided_in_time"],
        on="Mon 2 Mar 2026",
        record="""
            contacts
            child | received on    | decided on
            Ava   | Fri 3 Oct 2025 | Mon 6 Oct 2025
            Ben   | Fri 3 Oct 2025 | Tue 7 Oct 2025
            Cal   | Fri 3 Oct 2025 |
            Dee   | Mon 2 Mar 2026 |
        """,
        expect="""
            child | day            | answer
            Ava   | Mon 6 Oct 2025 | yes
            Ben   | Mon 6 Oct 2025 | no
            Cal   | Mon 6 Oct 2025 | no
        """,
        comes_to="33.3% (1 of 3)",
    )


def test_referrals_each_referral_counts_in_the_period_in_which_it_was_received(counts):
    """The twelve months to 2 March 2026 begin with 3 March 2025."""
    counts(
        MEASURES["referrals"],
        on="Mon 2 Mar 2026",
        record="""
            referrals
            child | received on
            Ava   | Sun 2 Mar 2025
            Ava   | Mon 3 Mar 2025
            Ben   | Mon 2 Mar 2026
        """,
        expect="""
            child | day
            Ava   | Mon 3 Mar 2025
            Ben   | Mon 2 Mar 2026
        """,
        comes_to="2 referrals",
    )


def test_re_referrals_an_earlier_referral_counts_up_to_the_same_date_a_year_before(counts):
    """Ava came back on the last day, Ben a day too late. Cal's second one came on the day of the first."""
    counts(
        MEASURES["re_referrals"],
        on="Mon 2 Mar 2026",
        record="""
            referrals
            child | received on
            Ava   | Sun 6 Oct 2024
            Ava   | Mon 6 Oct 2025
            Ben   | Sat 5 Oct 2024
            Ben   | Mon 6 Oct 2025
            Cal   | Mon 6 Oct 2025
            Cal   | Mon 6 Oct 2025
        """,
        expect="""
            child | day            | answer
            Ava   | Mon 6 Oct 2025 | yes
            Ben   | Mon 6 Oct 2025 | no
            Cal   | Mon 6 Oct 2025 | no
            Cal   | Mon 6 Oct 2025 | no
        """,
        comes_to="25% (1 of 4)",
    )


def test_re_referrals_a_sibling_is_another_child(counts):
    """It is counted for each child and not for each family; a referral withdrawn with its row was none."""
    counts(
        MEASURES["re_referrals"],
        on="Mon 2 Mar 2026",
        record="""
            referrals
            child | received on    | withdrawn
            Ava   | Mon 2 Jun 2025 |
            Ben   | Mon 6 Oct 2025 |
            Cal   | Mon 2 Jun 2025 | yes
            Cal   | Mon 6 Oct 2025 |
        """,
        expect="""
            child | day            | answer
            Ava   | Mon 2 Jun 2025 | no
            Ben   | Mon 6 Oct 2025 | no
            Cal   | Mon 6 Oct 2025 | no
        """,
        comes_to="0% (0 of 3)",
    )


def test_referrals_without_action_only_a_referral_that_says_so_counts_as_without_action(counts):
    """Nothing is recorded of Cal."""
    counts(
        MEASURES["referrals_without_action"],
        on="Mon 2 Mar 2026",
        record="""
            referrals
            child | received on    | no further action
            Ava   | Mon 6 Oct 2025 | yes
            Ben   | Mon 6 Oct 2025 | no
            Cal   | Mon 6 Oct 2025 |
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
            Cal   | no
        """,
        comes_to="33.3% (1 of 3)",
    )


def test_referrals_decided_in_time_a_decision_is_due_by_the_next_working_day(counts):
    """Christmas is no working day: Ava and Ben came on Christmas Eve."""
    counts(
        MEASURES["referrals_decided_in_time"],
        on="Mon 2 Mar 2026",
        record="""
            referrals
            child | received on     | decided on
            Ava   | Wed 24 Dec 2025 | Mon 29 Dec 2025
            Ben   | Wed 24 Dec 2025 | Tue 30 Dec 2025
        """,
        expect="""
            child | day             | answer
            Ava   | Mon 29 Dec 2025 | yes
            Ben   | Mon 29 Dec 2025 | no
        """,
        comes_to="50% (1 of 2)",
    )


def test_assessments_in_time_the_census_counts_from_the_day_the_assessment_began(counts):
    """Ava was referred a week before it began: late for the duty, in time for the census. Ben took a day too long. Cal is
    not done.
    """
    counts(
        MEASURES["assessments_in_time"],
        on="Mon 2 Mar 2026",
        record="""
            assessments
            child | requested on   | began on       | authorised on
            Ava   | Mon 1 Sep 2025 | Mon 8 Sep 2025 | Mon 10 Nov 2025
            Ben   | Mon 1 Sep 2025 | Mon 8 Sep 2025 | Tue 11 Nov 2025
            Cal   | Mon 1 Sep 2025 | Mon 8 Sep 2025 |
            Dee   | Mon 1 Sep 2025 |                | Mon 10 Nov 2025
        """,
        expect="""
            child | day             | answer
            Ava   | Mon 10 Nov 2025 | yes
            Ben   | Tue 11 Nov 2025 | no
        """,
        comes_to="50% (1 of 2)",
    )


def test_seen_in_assessment_not_recorded_is_not_seen(counts):
    """Cal: nothing is known."""
    counts(
        MEASURES["seen_in_assessment"],
        on="Mon 2 Mar 2026",
        record="""
            assessments
            child | requested on   | authorised on   | child seen
            Ava   | Mon 1 Sep 2025 | Mon 10 Nov 2025 | yes
            Ben   | Mon 1 Sep 2025 | Mon 10 Nov 2025 | no
            Cal   | Mon 1 Sep 2025 | Mon 10 Nov 2025 | unknown
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
            Cal   | no
        """,
        comes_to="33.3% (1 of 3)",
    )


def test_children_in_need_each_child_counts_once_however_many_reasons_there_are(counts):
    """Ava is referred and in care. Ben was closed on the day itself. Cal is a care leaver."""
    counts(
        MEASURES["children_in_need"],
        on="Mon 2 Mar 2026",
        record="""
            referrals
            child | received on    | closed on
            Ava   | Mon 6 Oct 2025 |
            Ben   | Mon 6 Oct 2025 | Mon 2 Mar 2026
            Dee   | Mon 6 Oct 2025 | Tue 3 Mar 2026

            care episodes
            child | began on
            Ava   | Mon 3 Nov 2025

            entitlements
            child | category        | began on
            Cal   | former-relevant | Mon 5 May 2025
        """,
        expect="""
            child | day
            Ava   | Mon 2 Mar 2026
            Cal   | Mon 2 Mar 2026
            Dee   | Mon 2 Mar 2026
        """,
        comes_to="3 children",
    )
