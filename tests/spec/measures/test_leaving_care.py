"""Care leavers: whether we know them, where they live and what they do."""

from goldthread.rulebook.measures import MEASURES


def test_care_leavers_in_touch_the_last_attempt_of_the_year_tells(counts):
    """Ben did not answer the last time. Cal was last tried over a year ago. Dee is eighteen, and Eve turned 22 today."""
    counts(
        MEASURES["care_leavers_in_touch"],
        on="Mon 2 Mar 2026",
        record="""
            children
            child | born on
            Ava   | Thu 5 May 2005
            Ben   | Thu 5 May 2005
            Cal   | Thu 5 May 2005
            Dee   | Sat 5 May 2007
            Eve   | Tue 2 Mar 2004

            entitlements
            child | category        | began on
            Ava   | former-relevant | Fri 5 May 2023
            Ben   | former-relevant | Fri 5 May 2023
            Cal   | former-relevant | Fri 5 May 2023
            Dee   | former-relevant | Mon 5 May 2025
            Eve   | former-relevant | Wed 2 Mar 2022

            keeping in touch
            child | held on        | in touch
            Ava   | Mon 6 Oct 2025 | no
            Ava   | Mon 3 Nov 2025 | yes
            Ben   | Mon 6 Oct 2025 | yes
            Ben   | Mon 3 Nov 2025 | no
            Cal   | Sun 2 Mar 2025 | yes
            Dee   | Mon 3 Nov 2025 | yes
            Eve   | Mon 3 Nov 2025 | yes
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
            Cal   | no
        """,
        comes_to="33.3% (1 of 3)",
    )


def test_suitable_homes_what_we_last_knew_of_the_home_tells(counts):
    """A call that nobody answered does not undo what was known of Ava. Of Cal nothing is known: he counts, and not as yes."""
    counts(
        MEASURES["suitable_homes"],
        on="Mon 2 Mar 2026",
        record="""
            children
            child | born on
            Ava   | Thu 5 May 2005
            Ben   | Thu 5 May 2005
            Cal   | Thu 5 May 2005

            entitlements
            child | category        | began on
            Ava   | former-relevant | Fri 5 May 2023
            Ben   | former-relevant | Fri 5 May 2023
            Cal   | former-relevant | Fri 5 May 2023

            keeping in touch
            child | held on        | in touch | suitable
            Ava   | Mon 6 Oct 2025 | yes      | yes
            Ava   | Mon 3 Nov 2025 | no       |
            Ben   | Mon 6 Oct 2025 | yes      | no
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
            Cal   | no
        """,
        comes_to="33.3% (1 of 3)",
    )


def test_care_leavers_in_work_education_employment_and_training_count_full_time_or_part_time(counts):
    """Ava is an apprentice part time; Ben is ill."""
    counts(
        MEASURES["care_leavers_in_work"],
        on="Mon 2 Mar 2026",
        record="""
            children
            child | born on
            Ava   | Thu 5 May 2005
            Ben   | Thu 5 May 2005

            entitlements
            child | category        | began on
            Ava   | former-relevant | Fri 5 May 2023
            Ben   | former-relevant | Fri 5 May 2023

            keeping in touch
            child | held on        | in touch | activity
            Ava   | Mon 6 Oct 2025 | yes      | P4
            Ben   | Mon 6 Oct 2025 | yes      | G4
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
        """,
        comes_to="50% (1 of 2)",
    )


def test_pathway_reviews_in_time_a_plan_is_reviewed_within_six_months(counts):
    """Ava's was, Ben's was a day late."""
    counts(
        MEASURES["pathway_reviews_in_time"],
        on="Mon 2 Mar 2026",
        record="""
            children
            child | born on
            Ava   | Sat 5 May 2007
            Ben   | Sat 5 May 2007

            entitlements
            child | category        | began on
            Ava   | former-relevant | Mon 5 May 2025
            Ben   | former-relevant | Mon 5 May 2025

            pathway plans
            child | kind   | held on
            Ava   | plan   | Mon 12 May 2025
            Ava   | review | Wed 12 Nov 2025
            Ben   | plan   | Mon 12 May 2025
            Ben   | review | Thu 13 Nov 2025
        """,
        expect="""
            child | answer
            Ava   | yes
            Ben   | no
        """,
        comes_to="50% (1 of 2)",
    )
