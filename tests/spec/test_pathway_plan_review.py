"""Pathway plan reviews: at least every six months."""

from goldthread.rulebook.clocks import CLOCKS

pathway_plan_review = CLOCKS["pathway_plan_review"]


def test_six_months_from_the_plan_or_its_last_review(spec):
    """Months to the corresponding day; a weekend does not move it."""
    spec(
        pathway_plan_review,
        on="Mon 1 Mar 2027",
        record="""
            entitlements
            child | category        | began on
            Ava   | relevant        | Mon 1 Jun 2026
            Ben   | former-relevant | Mon 1 Jun 2026
            Cal   | eligible        | Mon 1 Jun 2026

            pathway plans
            child | kind   | held on
            Ava   | plan   | Mon 1 Jun 2026
            Ava   | review | Wed 2 Dec 2026
            Ben   | plan   | Mon 31 Aug 2026
            Cal   | plan   | Mon 1 Jun 2026
        """,
        expect="""
            child | from            | due             | plan by         | state
            Ava   | Mon 1 Jun 2026  | Tue 1 Dec 2026  | Tue 1 Dec 2026  | met late
            Ava   | Wed 2 Dec 2026  | Wed 2 Jun 2027  | Wed 2 Jun 2027  | running
            Ben   | Mon 31 Aug 2026 | Sun 28 Feb 2027 | Fri 26 Feb 2027 | overdue
            Cal   |                 |                 |                 | no duty
        """,
    )


def test_it_ends_with_the_entitlement(spec):
    """A breach before then stays. A plan on the last day of one standing and the first of the next goes by the next."""
    spec(
        pathway_plan_review,
        on="Mon 1 Mar 2027",
        record="""
            entitlements
            child | category        | began on       | ended on
            Ava   | relevant        | Mon 1 Jun 2026 | Mon 2 Nov 2026
            Ben   | relevant        | Mon 1 Jun 2026 | Fri 4 Dec 2026
            Cal   | relevant        | Mon 1 Jun 2026 | Mon 3 Aug 2026
            Cal   | former-relevant | Mon 3 Aug 2026 |
            Dee   | former-relevant | Mon 1 Jun 2026 |
            Eve   | relevant        | Mon 1 Jun 2026 | Mon 3 Aug 2026

            pathway plans
            child | kind   | held on
            Ava   | plan   | Mon 1 Jun 2026
            Ben   | plan   | Mon 1 Jun 2026
            Ben   | review | Mon 7 Dec 2026
            Cal   | plan   | Mon 3 Aug 2026
            Dee   | plan   | Mon 25 May 2026
            Eve   | plan   | Mon 3 Aug 2026
        """,
        expect="""
            child | due            | stopped        | state
            Ava   | Tue 1 Dec 2026 | Mon 2 Nov 2026 | ended
            Ben   | Tue 1 Dec 2026 | Fri 4 Dec 2026 | lapsed
            Cal   | Wed 3 Feb 2027 |                | overdue
            Dee   |                |                | no duty
            Eve   | Wed 3 Feb 2027 | Mon 3 Aug 2026 | ended
        """,
    )


def test_two_rows_on_one_day_are_one_and_one_withdrawn_is_none(spec):
    """The plan and its first review written down for the same day start one clock."""
    spec(
        pathway_plan_review,
        on="Mon 1 Mar 2027",
        record="""
            entitlements
            child | category        | began on
            Ava   | former-relevant | Mon 1 Jun 2026

            pathway plans
            child | kind   | held on         | withdrawn
            Ava   | plan   | Mon 5 Oct 2026  |
            Ava   | review | Mon 5 Oct 2026  |
            Ava   | review | Mon 4 Jan 2027  | yes
        """,
        expect="""
            child | due            | state
            Ava   | Mon 5 Apr 2027 | running
        """,
    )


def test_a_source_without_later_reviews_makes_nobody_late(spec):
    """Ben's source holds them, and is judged at its own date."""
    spec(
        pathway_plan_review,
        on="Mon 1 Mar 2027",
        record="""
            entitlements
            child | category        | began on       | source
            Ava   | former-relevant | Mon 1 Jun 2026 | list
            Ben   | former-relevant | Mon 1 Jun 2026 | list

            pathway plans
            child | kind | held on        | source
            Ava   | plan | Mon 1 Jun 2026 | other
            Ben   | plan | Mon 1 Jun 2026 | list
        """,
        sources="""
            child | fact                  | known from      | judged at
            Ben   | pathway plans held on | Mon 14 Sep 2026 | Tue 1 Dec 2026 12:00
        """,
        expect="""
            child | due            | state
            Ava   | Tue 1 Dec 2026 | not known
            Ben   | Tue 1 Dec 2026 | running
        """,
    )
