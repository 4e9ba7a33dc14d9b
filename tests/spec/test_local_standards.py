"""What an authority asks of itself.

Where the law or guidance sets a number, an authority's own may only be stricter: the due date stays the law's, and its own
stands beside it. Lateness, and every headline, go by the law. Where no national number exists, what stands here is a default,
and the authority's own takes its place. Each holds for what starts from a day on and before another.
"""

from goldthread.rulebook.clocks import CLOCKS

care_review, protection_visit = CLOCKS["care_review"], CLOCKS["protection_visit"]
strategy_discussion, health = CLOCKS["strategy_discussion"], CLOCKS["initial_health_assessment"]


def test_both_dates_are_given_and_lateness_goes_by_the_law(spec):
    """Fifteen working days is ours, twenty the regulations'. Ava's review met the law and not our standard."""
    spec(
        care_review,
        on="Mon 30 Mar 2026",
        standards="""
            row    | standard        | from           | until
            CLA-R1 | 15 working days | Thu 1 Jan 2026 |
        """,
        record="""
            care episodes
            child | began on
            Ava   | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026

            reviews
            child | held on
            Ava   | Wed 25 Mar 2026
        """,
        expect="""
            child | row    | by our standard | due             | state
            Ava   | CLA-R1 | Mon 23 Mar 2026 | Mon 30 Mar 2026 | met
            Ava   | CLA-R2 |                 | Thu 25 Jun 2026 | running
            Ben   | CLA-R1 | Mon 23 Mar 2026 | Mon 30 Mar 2026 | running
        """,
    )


def test_a_standard_holds_for_what_starts_from_its_first_day_and_before_its_last(spec):
    """Ava came into care on the day before it began, Ben on its first day, Cal on the day on which it was over."""
    spec(
        care_review,
        on="Mon 30 Mar 2026",
        standards="""
            row    | standard        | from            | until
            CLA-R1 | 15 working days | Tue 3 Mar 2026  | Mon 9 Mar 2026
        """,
        record="""
            care episodes
            child | began on
            Ava   | Mon 2 Mar 2026
            Ben   | Tue 3 Mar 2026
            Cal   | Mon 9 Mar 2026
        """,
        expect="""
            child | by our standard | due             | state
            Ava   |                 | Mon 30 Mar 2026 | running
            Ben   | Tue 24 Mar 2026 | Tue 31 Mar 2026 | running
            Cal   |                 | Wed 8 Apr 2026  | running
        """,
    )


def test_of_a_chain_each_row_has_its_own_standard(spec):
    """The second review is asked for within ten weeks of the first; the later ones within five months."""
    spec(
        care_review,
        on="Thu 1 Oct 2026",
        standards="""
            row    | standard | from           | until
            CLA-R2 | 10 weeks | Thu 1 Jan 2026 |
            CLA-R3 | 5 months | Thu 1 Jan 2026 |
        """,
        record="""
            care episodes
            child | began on
            Ava   | Mon 2 Mar 2026

            reviews
            child | held on
            Ava   | Mon 30 Mar 2026
            Ava   | Mon 15 Jun 2026
        """,
        expect="""
            child | row    | by our standard | due             | state
            Ava   | CLA-R1 |                 | Mon 30 Mar 2026 | met
            Ava   | CLA-R2 | Mon 8 Jun 2026  | Tue 30 Jun 2026 | met
            Ava   | CLA-R3 | Sun 15 Nov 2026 | Tue 15 Dec 2026 | running
        """,
    )


def test_what_brings_the_law_forward_brings_the_standard_forward_too(spec):
    """A health assessment is due before the first review. A standard is never later than the law."""
    spec(
        health,
        on="Mon 16 Mar 2026",
        standards="""
            row   | standard        | from           | until
            HE-01 | 15 working days | Thu 1 Jan 2026 |
        """,
        record="""
            care episodes
            child | began on
            Ava   | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026

            reviews
            child | held on
            Ava   | Thu 12 Mar 2026
        """,
        expect="""
            child | by our standard | due             | state
            Ava   | Thu 12 Mar 2026 | Thu 12 Mar 2026 | overdue
            Ben   | Mon 23 Mar 2026 | Mon 30 Mar 2026 | running
        """,
    )


def test_where_no_law_sets_a_number_ours_takes_its_place_and_may_be_longer(spec):
    """No national number says how often a child on a protection plan is visited. From 1 March, here, it is three weeks."""
    spec(
        protection_visit,
        on="Mon 16 Mar 2026",
        standards="""
            row   | standard | from           | until
            CP-10 | 3 weeks  | Sun 1 Mar 2026 |
        """,
        record="""
            plans
            child | kind             | began on
            Ava   | child-protection | Mon 23 Feb 2026
            Ben   | child-protection | Mon 2 Mar 2026
        """,
        expect="""
            child | by our standard | due             | state
            Ava   |                 | Mon 9 Mar 2026  | overdue
            Ben   |                 | Mon 23 Mar 2026 | running
        """,
    )
